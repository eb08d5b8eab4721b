# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The same contributions without a site: two processes that write rows into a bare SQLite file."""

import multiprocessing
import random
import sqlite3
import time
from contextlib import closing
from pathlib import Path

_TABLES = """
PRAGMA journal_mode=WAL;
CREATE TABLE conversation (id TEXT PRIMARY KEY, last INTEGER NOT NULL);
CREATE TABLE entry (
  serial INTEGER NOT NULL, participant TEXT NOT NULL, client_key TEXT NOT NULL, content TEXT NOT NULL,
  UNIQUE (serial), UNIQUE (participant, client_key));
INSERT INTO conversation VALUES ('only', 0);
"""


def bare_writes(folder: Path, writes: int, seconds: float, synchronous: str) -> list[float]:
    """Seconds that each write took, from asking for the file until it is kept, with two who write at once.

    Parameters
    ----------
    synchronous : str
        What SQLite waits for, as the site has it: what is compared then survives the same.
    """
    file = folder / "bare.sqlite3"
    with closing(sqlite3.connect(file)) as database:
        database.executescript(_TABLES)
    each = [(file, writes // 2, seconds, synchronous, seed) for seed in (1, 2)]
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        return [one for took in pool.starmap(_write, each) for one in took]


def _write(file: Path, writes: int, seconds: float, synchronous: str, seed: int) -> list[float]:
    chance = random.Random(seed)  # noqa: S311 (no secret)
    took = []
    with closing(sqlite3.connect(file, timeout=20, isolation_level=None)) as database:
        database.execute(f"PRAGMA synchronous={synchronous}")
        for number in range(writes):
            time.sleep(chance.expovariate(writes / seconds))
            began = time.perf_counter()
            database.execute("BEGIN IMMEDIATE")
            (last,) = database.execute("SELECT last FROM conversation WHERE id = 'only'").fetchone()
            database.execute("UPDATE conversation SET last = ? WHERE id = 'only'", (last + 1,))
            row = (last + 1, f"p{seed}", f"key-{number}", '{"answer": "ja", "reason": "' + "x" * 80 + '"}')
            database.execute("INSERT INTO entry VALUES (?, ?, ?, ?)", row)
            database.execute("COMMIT")
            took.append(time.perf_counter() - began)
    return took
