# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Time, memory and trustworthiness of the engine beside TMB and NUTS, on synthetic countries.

    python benchmarks/engine_against_peers.py [--nutpie-python PATH]          the table of time and memory
    python benchmarks/engine_against_peers.py --agreement --nutpie-python PATH
    python benchmarks/engine_against_peers.py --calibration 100 [--median-youths 150]
    python benchmarks/engine_against_peers.py --intervals 12
    python benchmarks/engine_against_peers.py --cost cost.svg

Timed is the fit with the hyperparameters integrated, all marginals and 600 joint draws, without
imports and compiling, each in a process of its own. TMB (Debian: r-cran-tmb) is timed at the mode of
its hyperparameters, which it does not integrate, with 600 draws, and takes part where R has it. NUTS
needs a Python with pymc, nutpie and arviz; its time is that until every hyperparameter has an
effective sample of 400, extrapolated where the run is shorter, which the table says.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from peers import tmb
from peers.agreement import agreement
from peers.calibration import calibration
from peers.comparison import HEADER, WORKS, Peers, compare
from peers.cost_by_size import cost_by_size, drawing
from peers.interval_study import interval_study


def tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def show(lines: Iterable[str]) -> None:
    for line in lines:
        print(line, flush=True)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--nutpie-python", metavar="PATH", help="a Python with pymc, nutpie and arviz")
    parser.add_argument("--without-tmb", action="store_true")
    parser.add_argument(
        "--work", type=int, nargs="+", default=[1, 2, 3, 4], choices=[1, 2, 3, 4], metavar="N"
    )
    parser.add_argument("--limit", type=float, default=600.0, help="seconds that one item may take")
    parser.add_argument("--agreement", action="store_true")
    parser.add_argument("--calibration", type=int, metavar="COUNTRIES")
    parser.add_argument("--median-youths", type=float, default=150.0)
    parser.add_argument("--intervals", type=int, metavar="COUNTRIES")
    parser.add_argument("--cost", type=Path, metavar="SVG")
    return parser.parse_args()


def table(chosen: argparse.Namespace, folder: Path) -> None:
    with_tmb = not chosen.without_tmb and tmb.present()
    if with_tmb:
        tmb.compiled(folder)
    elif not chosen.without_tmb:
        tell("R with TMB is not installed; on Debian: r-cran-tmb")
    show([HEADER])
    for number in chosen.work:
        work = WORKS[number - 1]
        peers = Peers(chosen.nutpie_python, with_tmb and work.draws > 0, chosen.limit)
        show(compare(work, peers, folder))


def main() -> None:
    chosen = arguments()
    if chosen.agreement and not chosen.nutpie_python:
        sys.exit("--agreement needs --nutpie-python")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if chosen.agreement:
            show(agreement(chosen.nutpie_python, folder))
        if chosen.calibration:
            show(calibration(chosen.calibration, chosen.median_youths, tell))
        if chosen.intervals:
            show(interval_study(chosen.intervals, tell))
        if chosen.cost:
            chosen.cost.write_text(drawing(cost_by_size(folder, lambda line: show([line]))), "utf-8")
        if not (chosen.agreement or chosen.calibration or chosen.intervals or chosen.cost):
            table(chosen, folder)


if __name__ == "__main__":
    main()
