# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a conversation keeps up with everybody who takes part, and keeps all that they sent.

    python benchmarks/conversation_load.py [--workspace FOLDER] [--people 150] [--seconds 60] [--kill]

Everybody looks once every two seconds, as the page does by itself, and sends something once every five.
Without a workspace one is made as `site_load.py` does. Peers in the same run: the plainest page of the
same server, asked by the same crowd in the rhythm of looking, and the same rows written into a bare SQLite
file by two processes. Afterwards the file of the site is read past the site: every contribution that it
said to keep must be there, and none twice; one in twenty answers is as if lost on its way, and that phone
sends again.

With `--kill` every process of the site is killed in the middle, as it stands, and the site is started
again on the same port; the phones go on with the same keys. Times then tell nothing and are not judged.

A clock also measures who else uses the machine; so the load is printed, and how long the processes of the
site kept a processor busy for each request.
"""

import argparse
import os
import tempfile
import time
from pathlib import Path
from threading import Thread

import numpy as np
from visitors.bare_database import bare_writes
from visitors.built_workspace import built_workspace
from visitors.conversation_people import Held, Rhythm, conversation, lookers, seconds_of
from visitors.killable_site import KillableSite, killable_site
from visitors.running_conversation import RunningConversation, kept_keys, running_conversation

GOALS = {"read": 100, "write": 200}
_PLAINEST = "/inloggen/"
_WARM = 6.0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--workspace", type=Path)
    parser.add_argument("--people", type=int, default=150)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--kill", action="store_true")
    return parser.parse_args()


def quantiles(seconds: list[float]) -> tuple[float, float]:
    """The middle and the 95th percentile, in milliseconds."""
    middle, high = np.quantile(1000 * np.array(seconds), [0.5, 0.95])
    return float(middle), float(high)


def told(name: str, seconds: list[float], peer: float | None = None, goal: int | None = None) -> bool:
    """Print a line; whether it is within the goal."""
    middle, high = quantiles(seconds)
    ratio = "" if peer is None else f"  {high / peer:6.1f} x its peer"
    wanted = "" if goal is None else f"  goal {goal} ms"
    line = f"{name:<28}{len(seconds):>7} times  median {middle:7.1f} ms  95% {high:7.1f} ms"
    print(f"{line}{ratio}{wanted}", flush=True)
    return goal is None or high < goal


def timed(site: KillableSite, there: RunningConversation, folder: Path, rhythm: Rhythm) -> tuple[Held, bool]:
    """The peers and the conversation, in one run; whether the conversation is within its goals."""
    conversation(site.port, there, Rhythm(_WARM))
    plain = seconds_of(lookers(site.port, there, rhythm, _PLAINEST), "read")
    busy, began = site.processor_seconds(), time.perf_counter()
    held = conversation(site.port, there, rhythm)
    busy, lasted = site.processor_seconds() - busy, time.perf_counter() - began
    writes = seconds_of(held, "write")
    bare = bare_writes(folder, len(writes), rhythm.seconds, "FULL")
    told("plainest page", plain)
    told("bare SQLite", bare)
    fine = told("reads", seconds_of(held, "read"), quantiles(plain)[1], GOALS["read"])
    fine &= told("writes", writes, quantiles(bare)[1], GOALS["write"])
    changed = [one.size for one in held.made if one.sort == "read" and one.status == 200]
    print(
        f"{1000 * busy / len(held.made):.1f} ms of a processor per request,"
        f" {busy / lasted:.2f} processors busy of {os.cpu_count()};"
        f" {len(changed)} reads of {len(held.made) - len(writes)} brought something new,"
        f" of {np.mean(changed) / 1000:.1f} kB"
    )
    return held, fine


def killed(site: KillableSite, there: RunningConversation, rhythm: Rhythm) -> Held:
    """The conversation, with the site killed and started again in the middle."""

    def fail() -> None:
        time.sleep(rhythm.seconds / 2)
        site.kill()
        print(f"killed; started again in {site.start():.1f} s")

    failing = Thread(target=fail)
    failing.start()
    held = conversation(site.port, there, rhythm)
    failing.join()
    return held


def whole(workspace: Path, there: RunningConversation, held: Held) -> bool:
    """Whether everything that the site said to keep is there, and nothing twice."""
    kept = kept_keys(workspace, there.id)
    lost = [key for key in held.acknowledged if key not in kept]
    twice = [key for key, times in kept.items() if times > 1]
    print(
        f"{len(held.acknowledged)} contributions acknowledged, {held.again} times sent again,"
        f" {len(held.refused)} refused: {len(lost)} lost, {len(twice)} there twice"
    )
    return not (lost or twice or held.refused)


def main() -> int:
    chosen = arguments()
    rhythm = Rhythm(chosen.seconds)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        workspace = built_workspace(folder, chosen.workspace)
        there = running_conversation(workspace, chosen.people)
        print(f"{chosen.people} people, {chosen.seconds:.0f} s, load before {os.getloadavg()[0]:.1f}")
        with killable_site(workspace, chosen.workers) as site:
            held, fine = (
                (killed(site, there, rhythm), True) if chosen.kill else timed(site, there, folder, rhythm)
            )
        print(f"load after {os.getloadavg()[0]:.1f}")
        fine &= whole(workspace, there, held)
    print("within the goals" if fine else "NOT within the goals")
    return 0 if fine else 1


if __name__ == "__main__":
    raise SystemExit(main())
