# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A site that is killed in the middle of a conversation has everything that it said to keep, once.

The measured, larger version is `benchmarks/conversation_load.py --kill`.
"""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from threading import Thread

import pytest

from ..conftest import RUN, Site

_PEOPLE = 10
#: Quicker than people are, so that the end comes between a contribution and its answer.
_READ, _WRITE = 0.3, 0.1
#: However slow the machine is at this moment, by then it is enough.
_LONGEST = 240.0

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/task").is_dir(), reason="the processes of the site are found in /proc"
)


@pytest.fixture
def workspace(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One run, and a database of its own."""
    monkeypatch.syspath_prepend(str(Path(__file__).parents[3] / "benchmarks"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    shutil.copytree(site.root / "runs" / RUN, tmp_path / "werkmap" / "runs" / RUN)
    return tmp_path / "werkmap"


def test_what_was_acknowledged_is_there_once(workspace: Path) -> None:
    from visitors.conversation_people import Held, Rhythm, conversation
    from visitors.killable_site import killable_site
    from visitors.running_conversation import kept_keys, running_conversation

    there = running_conversation(workspace, _PEOPLE)
    moments: list[float] = []
    held = Held()

    def since() -> int:
        return sum(moment > moments[0] for moment in list(held.acknowledged.values())) if moments else 0

    with killable_site(workspace, workers=2) as site:

        def fail() -> None:
            ends = time.perf_counter() + _LONGEST / 2
            while len(held.acknowledged) < 2 * _PEOPLE and time.perf_counter() < ends:
                time.sleep(0.01)
            site.kill()
            moments.append(time.perf_counter())
            site.start()

        failing = Thread(target=fail)
        failing.start()
        rhythm = Rhythm(_LONGEST, _READ, _WRITE)
        conversation(site.port, there, rhythm, held, enough=lambda: since() >= 3 * _PEOPLE)
        failing.join()
    kept = kept_keys(workspace, there.id)
    assert held.refused == []
    assert sum(moment < moments[0] for moment in held.acknowledged.values()) >= _PEOPLE
    assert since() >= _PEOPLE
    assert held.again > 0
    assert [key for key in held.acknowledged if key not in kept] == []
    assert [key for key, times in kept.items() if times > 1] == []
