# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The golden numbers that tests compare with: written by this command only.

    scripts/golden_numbers [--nuts PYTHON] [--only scp sids]

SCP's file is read from ../shared/data; only what the model computed from it is written.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.expectation import sids  # noqa: E402
from tests.expectation.golden_numbers import GOLDEN, scp_figures_are_there, scp_numbers  # noqa: E402
from wijkverhaal.expectation.engine.mixing_prior import MIXING_BOUNDS  # noqa: E402

SAMPLER = ROOT / "benchmarks" / "peers" / "nutpie_counties.py"
_GRID = np.linspace(*MIXING_BOUNDS, 481)
_WARM_UP, _DRAWS = 2_000, 40_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--nuts", metavar="PYTHON", help="a Python that has pymc and nutpie")
    parser.add_argument("--only", nargs="+", choices=("scp", "sids"), default=["scp", "sids"])
    chosen = parser.parse_args()
    if "scp" in chosen.only:
        if scp_figures_are_there():
            with tempfile.TemporaryDirectory() as folder:
                write("scp", scp_numbers(Path(folder)))
        else:
            print("scp.json stays as it is: SCP's file is not there")
    if "sids" in chosen.only:
        if chosen.nuts:
            write("sids", nuts_numbers(chosen.nuts))
        else:
            print("sids.json stays as it is: name a Python with pymc and nutpie with --nuts")


def write(name: str, numbers: dict[str, object]) -> None:
    GOLDEN.mkdir(exist_ok=True)
    file = GOLDEN / f"{name}.json"
    file.write_text(json.dumps(numbers, indent=1) + "\n", "utf-8")
    print(f"wrote {file.relative_to(ROOT)}")


def nuts_numbers(python: str) -> dict[str, object]:
    """What NUTS finds on the counties, with the priors of the engine."""
    counties = sids.counties()
    prior = [counties.effect.log_prior(np.array([0.0, x])) for x in _GRID]
    degree = np.bincount(counties.edges.ravel(), minlength=counties.deaths.size)
    with tempfile.TemporaryDirectory() as folder:
        given, answer = Path(folder) / "counties.npz", Path(folder) / "answer.json"
        np.savez(
            given,
            deaths=counties.deaths,
            births=counties.births,
            design=counties.design,
            edges=counties.edges,
            scale=counties.graph.scaled_precision[0][0] / degree[0],
            grid=_GRID,
            value=[value for value, _slope in prior],
            slope=[slope[1] for _value, slope in prior],
            sd_rate=sids.SCALE.rate,
            coefficient_sd=sids.COEFFICIENTS.sd,
        )
        command = [python, str(SAMPLER), str(given), str(answer), str(_WARM_UP), str(_DRAWS)]
        subprocess.run(command, check=True)  # noqa: S603
        found: dict[str, object] = json.loads(answer.read_text())
    return found


if __name__ == "__main__":
    main()
