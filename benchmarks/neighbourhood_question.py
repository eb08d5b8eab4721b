# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How often the neighbourhood question is answered rightly, over many fictional countries.

    python benchmarks/neighbourhood_question.py --countries 200 --to answers.jsonl

In every country one standard deviation of "veiligheid" goes with ten percent less use. Three
indicators are put to the question, each alone beside the population: that one, pure noise per
wijk, and noise of which half the variance lies between gemeenten. Single wijken are left out
approximately from one fit (way "wijk"; "wijk_refitted" refits, to see that the two agree), whole
gemeenten by refitting. Results are added to the file, so that a run can be continued.
"""

import argparse
import json
import os
import tempfile
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

from wijkverhaal.expectation.held_out_scores import HeldOutScores, held_out_scores, left_out_scores
from wijkverhaal.expectation.nested_model import NestedModel, gain_of
from wijkverhaal.expectation.paired_gain import Gain
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.expectation.validation import HoldOut, Plan
from wijkverhaal.figures.indicator import Indicator
from wijkverhaal.figures.intake import import_files
from wijkverhaal.figures.panel import Panel, count_panel
from wijkverhaal.figures.store import FigureStore
from wijkverhaal.foundation.workspace import Workspace
from wijkverhaal.simulation.country import CountrySettings, simulate_country
from wijkverhaal.simulation.published_files import publish

TRUE, NOISE, SHARED_NOISE = "true", "noise", "noise_shared_by_gemeenten"
WAYS = ["wijk", "gemeente", "wijk_refitted"]
EFFECT = float(np.log(0.9))


def fictional_panel(wijken: int, gemeenten: int, seed: int) -> Panel:
    """A country through the ordinary import, without indicators about the place but the true one."""
    settings = CountrySettings(
        gemeenten=gemeenten,
        wijken=wijken,
        regions=max(gemeenten // 8, 1),
        years=(2022,),
        neighbourhood={"veiligheid": EFFECT},
    )
    with tempfile.TemporaryDirectory() as folder:
        published = Path(folder) / "published"
        published.mkdir()
        publish(simulate_country(settings, seed), published)
        workspace = Workspace(Path(folder) / "workspace")
        import_files(workspace, sorted(path for path in published.iterdir() if path.is_file()))
        return count_panel(FigureStore(workspace), "jeugdzorg", 2022)


def candidates(panel: Panel, seed: int) -> dict[str, Panel]:
    """The panel with one indicator about the place each time."""
    chance = np.random.default_rng(seed)
    _codes, gemeente = np.unique(panel.areas["gemeente"].to_numpy(), return_inverse=True)
    ids = [indicator.id for indicator in panel.indicators]
    noise = chance.standard_normal(gemeente.size)
    shared = chance.standard_normal(gemeente.max() + 1)[gemeente] + chance.standard_normal(gemeente.size)
    columns = {TRUE: panel.values[:, ids.index("local:veiligheid")], NOISE: noise, SHARED_NOISE: shared}
    return {name: _with(panel, name, column) for name, column in columns.items()}


def _with(panel: Panel, name: str, column: np.ndarray) -> Panel:
    keep = [k for k, one in enumerate(panel.indicators) if one.family != "local" and one.group != "amenities"]
    indicator = Indicator(f"local:{name}", name, name, "", "", "own", (f"local:{name}",), family="local")
    values = np.column_stack([panel.values[:, keep], column])
    return replace(panel, indicators=(*(panel.indicators[k] for k in keep), indicator), values=values)


def answers(panel: Panel, seed: int, folds: int, ways: list[str]) -> dict[str, dict[str, Gain]]:
    """Gains of each candidate, per way of hiding."""
    found: dict[str, dict[str, Gain]] = {}
    base_scores: dict[str, HeldOutScores] = {}
    for name, one in candidates(panel, seed).items():
        small = NestedModel.with_groups(one, Settings(), frozenset())
        large = NestedModel.with_groups(one, Settings(), frozenset({"own"}))
        found[name] = {}
        for way in ways:
            hold_out: HoldOut = "gemeente" if way == "gemeente" else "wijk"
            if way not in base_scores:
                base_scores[way] = _scores(one, small.settings, way, hold_out, folds)
            pair = base_scores[way], _scores(one, large.settings, way, hold_out, folds)
            found[name][way] = gain_of(one, small, large, pair, hold_out)
    return found


def _scores(panel: Panel, settings: Settings, way: str, hold_out: HoldOut, folds: int) -> HeldOutScores:
    if way == "wijk":
        return left_out_scores(panel, settings)
    return held_out_scores(panel, settings, Plan(hold_out, folds, 1))


def summary(rows: list[dict[str, object]]) -> list[str]:
    """A line per candidate and way: how often each verdict was given."""
    lines = []
    for name, way in sorted({(str(r["indicator"]), str(r["hold_out"])) for r in rows}):
        mine = [r for r in rows if (r["indicator"], r["hold_out"]) == (name, way)]
        share = {v: sum(r["verdict"] == v for r in mine) / len(mine) for v in ("gain", "none", "too_few")}
        ratio = np.array([float(r["difference"]) / float(r["standard_error"]) for r in mine])  # type: ignore[arg-type]
        beyond = ", ".join(f"> {c:g} se {np.mean(ratio > c):.3f}" for c in (1.0, 1.5, 2.0))
        lines.append(
            f"{name:28s} {way:14s} n {len(mine):4d}  {share}  mean ratio {ratio.mean():.2f}  {beyond}"
        )
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--countries", type=int, default=200)
    parser.add_argument("--wijken", type=int, default=400)
    parser.add_argument("--gemeenten", type=int, default=50)
    parser.add_argument("--folds", type=int, default=4)
    parser.add_argument("--ways", nargs="+", default=WAYS[:2], choices=WAYS)
    parser.add_argument("--to", type=Path, default=Path("neighbourhood_question.jsonl"))
    chosen = parser.parse_args()
    rows = [json.loads(line) for line in chosen.to.read_text().splitlines()] if chosen.to.exists() else []
    done = {(row["seed"], row["hold_out"]) for row in rows}
    for seed in range(1, chosen.countries + 1):
        to_do = [way for way in chosen.ways if (seed, way) not in done]
        if not to_do:
            continue
        panel = fictional_panel(chosen.wijken, chosen.gemeenten, seed)
        new = [
            {"seed": seed, "indicator": name, "hold_out": way, "verdict": gain.verdict, **vars(gain)}
            for name, ways in answers(panel, seed, chosen.folds, to_do).items()
            for way, gain in ways.items()
        ]
        with chosen.to.open("a") as stream:
            stream.writelines(json.dumps(row) + "\n" for row in new)
        rows += new
        print(f"{seed}/{chosen.countries}", flush=True)
    print("\n".join(summary(rows)))


if __name__ == "__main__":
    main()
