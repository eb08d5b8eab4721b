# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The benchmarks themselves, on a country small enough to take a moment."""

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from peers import tmb
from peers.answer import Answer
from peers.calibration import calibration, holds
from peers.comparison import Peers, Work, compare, time_ours
from peers.cost_by_size import drawing
from peers.country import draw_country
from peers.landscape import draw_landscape
from peers.nuts import seconds_to_enough
from peers.ours import fit_ours
from peers.rank_band import rank_band
from peers.rank_drawing import rank_drawing
from peers.timed_process import run_timed


def test_an_answer_finds_the_truth_and_is_the_same_from_a_process_of_its_own(tmp_path: Path) -> None:
    country = draw_country(draw_landscape(200, 1, gemeenten=20), 1, median_youths=650.0)
    here = fit_ours(country)
    there = time_ours(country, tmp_path, 120.0)
    assert there is not None
    assert there.mean == pytest.approx(here.mean, abs=1e-6)
    assert there.hyperparameters.keys() == {"sd_wijk", "neighbours_wijk", "sd_gemeente"}
    assert there.peak_mb > 50
    assert holds(here.mean, here.sd, country.predictor).mean() > 0.8


def test_a_process_that_takes_too_long_is_stopped_and_one_that_fails_says_so() -> None:
    assert run_timed([sys.executable, "-c", "import time; time.sleep(60)"], 0.3) is None
    with pytest.raises(RuntimeError, match="status 3"):
        run_timed([sys.executable, "-c", "import sys; sys.exit(3)"], 60.0)


def test_the_memory_of_a_process_is_its_largest() -> None:
    """Asked from a small process: the system counts what the asking process itself held as well."""
    script = (
        "import sys; from peers.timed_process import run_timed;"
        "print(run_timed([sys.executable, '-c', 'x = bytearray(200_000_000); del x'], 60.0).peak_mb)"
    )
    folder = Path(__file__).parents[2] / "benchmarks"
    done = subprocess.run([sys.executable, "-c", script], cwd=folder, capture_output=True, text=True)
    assert 190 < float(done.stdout) < 400


def test_a_row_without_peers_has_dashes_for_them(tmp_path: Path) -> None:
    row, note = compare(Work(300, 1, 150.0, 0, 0), Peers(None, with_tmb=False, limit=120.0), tmp_path)
    assert row.split()[:2] == ["300", "areas"]
    assert row.split()[-3:] == ["-", "-", "-"]
    assert "sd_wijk" in note


def test_tmb_finds_the_same_areas(tmp_path: Path) -> None:
    if not tmb.present():
        pytest.skip("R with TMB is not on this machine")
    country = draw_country(draw_landscape(200, 1, gemeenten=20), 1, median_youths=650.0)
    theirs, ours = tmb.fit_tmb(country, tmp_path, 300.0), fit_ours(country)
    assert theirs is not None
    assert np.abs((theirs.mean - ours.mean) / ours.sd).mean() < 0.15
    assert (theirs.sd / ours.sd).mean() == pytest.approx(1.0, abs=0.05)


def test_time_to_an_effective_sample_counts_the_warm_up_once() -> None:
    nothing = np.zeros(0)
    facts = {"smallest_ess": 100.0, "warm_up_seconds": 10.0}
    sampled = Answer(30.0, nothing, nothing, nothing, nothing, {}, facts)
    assert seconds_to_enough(sampled) == pytest.approx(10.0 + 20.0 * 4.0)
    assert seconds_to_enough(Answer(30.0, nothing, nothing, nothing, nothing, {})) is None


def test_calibration_reports_a_share_for_every_promise() -> None:
    lines = calibration(3, 150.0, lambda words: None, areas=150, gemeenten=12)
    shares = {line.split("0.")[0].split("1.")[0].strip(): line for line in lines[1:]}
    assert {"observed", "held out", "coefficients", "intercept"} <= shares.keys()


def test_drawings_are_well_formed() -> None:
    cost = drawing([(3000.0, 0.5, 200.0), (100_000.0, 40.0, 3000.0)])
    ranks = rank_drawing({"a": np.linspace(0, 1, 50), "b": np.zeros(50)}, rank_band(50))
    for svg in (cost, ranks):
        assert ElementTree.fromstring(svg).tag.endswith("svg")  # noqa: S314
    assert cost.count("<circle") == 2
    assert ranks.count("<polygon") == 2


def test_the_band_holds_uniform_ranks_as_often_as_it_says_and_no_others() -> None:
    band, chance = rank_band(200), np.random.default_rng(7)
    inside = np.mean([band.holds(chance.random(200)) for _k in range(600)])
    assert 0.92 < inside < 0.98
    assert not band.holds(chance.beta(2.0, 2.0, 200))
    assert not band.holds(chance.random(200) ** 1.5)
    assert band.excess(np.zeros(200)) > 0.5
