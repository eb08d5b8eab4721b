# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Simulation-based calibration of the engine: does the truth stand anywhere in its posterior alike?

    python benchmarks/simulation_based_calibration.py [--countries 1000] [--drawing FILE.svg]

Draws small countries from the prior of the model, publishes their counts as CBS does, fits each, and
holds the ranks of the truth against the 95% simultaneous band of uniform ranks. Of nine bands of
95% one is left by chance in more than one run of three; the run ends with status 1 when a rank ECDF
leaves the band that all of them together keep with 95%.
"""

import argparse
import sys
from pathlib import Path

import numpy as np
from peers.rank_band import rank_band
from peers.rank_drawing import rank_drawing
from peers.small_world import SmallWorld


def places_of(countries: int) -> dict[str, np.ndarray]:
    """Where the truth stands in every country, per quantity, shape (countries,)."""
    world = SmallWorld.draw()
    rows = []
    for seed in range(1, countries + 1):
        rows.append(world.places(seed))
        if seed % 50 == 0:
            print(f"{seed} of {countries}", file=sys.stderr, flush=True)
    return {name: np.array([row[name] for row in rows]) for name in rows[0]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--countries", type=int, default=1000)
    parser.add_argument("--drawing", type=Path)
    chosen = parser.parse_args()
    found, band = places_of(chosen.countries), rank_band(chosen.countries)
    together = rank_band(chosen.countries, 1.0 - 0.05 / len(found))
    for name, places in found.items():
        verdict = "inside" if band.holds(places) else f"outside by {band.excess(places):.3f}"
        print(f"{name:<26}{verdict:<18}mean {places.mean():.3f}  in the middle 90%", end=" ")
        print(f"{((places > 0.05) & (places < 0.95)).mean():.3f}")
    if chosen.drawing:
        chosen.drawing.write_text(rank_drawing(found, band), "utf-8")
    held = all(together.holds(places) for places in found.values())
    print("all inside the band of all together" if held else "outside the band of all together")
    sys.exit(0 if held else 1)


if __name__ == "__main__":
    main()
