# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How fast the site answers many people at once, and how much a page weighs.

    python benchmarks/site_load.py [--workspace FOLDER] [--people 50] [--seconds 30] [--pause 5]

Without a workspace the real figures beside the checkout (../shared/data) are read and estimated first, or
the fictional country where those are absent. Two crowds come by: people who read for a while between two
pages (`--pause`, seconds on average), and people who never pause, which shows what the machine can do.
The peer in the same run is the plainest page of the same server, that of logging in. Weighed with
Chromium: all that a page brings along, compressed as it travels, how often something moves while it
loads, and when its largest part is there.
"""

import argparse
import tempfile
from pathlib import Path

import numpy as np
from visitors.built_workspace import built_workspace
from visitors.page_weight import page_weights
from visitors.people import Crowd, Visit, visits
from visitors.served_site import ServedSite, pages_of, served_site

GOAL_MILLISECONDS, GOAL_KILOBYTES = 150, 300


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--workspace", type=Path)
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--pause", type=float, default=5.0)
    parser.add_argument("--workers", type=int, default=2)
    return parser.parse_args()


def told(name: str, made: list[Visit], peer: float) -> bool:
    """Print a line per sort of page; whether each is within the goal."""
    fine = True
    for sort in sorted({visit.sort for visit in made}):
        times = 1000 * np.array([visit.seconds for visit in made if visit.sort == sort])
        wrong = sum(visit.status != 200 for visit in made if visit.sort == sort)
        middle, high = np.quantile(times, [0.5, 0.95])
        size = np.mean([visit.size for visit in made if visit.sort == sort]) / 1000
        print(
            f"{name:<22}{sort:<14}{len(times):>7} asked {wrong:>4} wrong  median {middle:7.1f} ms"
            f"  95% {high:7.1f} ms  {high / peer:6.1f} x the plainest page  {size:6.1f} kB"
        )
        fine &= high < GOAL_MILLISECONDS and not wrong
    return fine


def measured(site: ServedSite, chosen: argparse.Namespace) -> bool:
    pages = pages_of(site)
    crowd = Crowd(chosen.people, chosen.seconds, chosen.pause)
    # everything is asked once before the clock runs, as it is soon after a start
    visits(site.port, site.cookies, pages, Crowd(chosen.people, 5.0, 0.0))
    plain = visits(site.port, site.cookies, {"plainest": ["/inloggen/"]}, crowd)
    peer = float(np.quantile([visit.seconds for visit in plain], 0.95)) * 1000
    told("plainest page", plain, peer)
    fine = told(f"{chosen.people} people who read", visits(site.port, site.cookies, pages, crowd), peer)
    rush = Crowd(chosen.people, chosen.seconds, 0.0)
    made = visits(site.port, site.cookies, pages, rush)
    told("without a pause", made, peer)
    print(f"{'':<22}{len(made) / chosen.seconds:.0f} pages a second")
    return fine


def main() -> int:
    chosen = arguments()
    with tempfile.TemporaryDirectory() as folder:
        workspace = built_workspace(Path(folder), chosen.workspace)
        with served_site(workspace, chosen.workers, chosen.people) as site:
            fine = measured(site, chosen)
            for weight in page_weights(site, pages_of(site)):
                print(weight)
                fine &= weight.kilobytes < GOAL_KILOBYTES
    print("within the goals" if fine else "NOT within the goals")
    return 0 if fine else 1


if __name__ == "__main__":
    raise SystemExit(main())
