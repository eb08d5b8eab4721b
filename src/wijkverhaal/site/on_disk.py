# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Waiting until what was kept is on the disk, so that not even a power cut takes it back.

SQLite itself only promises (WAL, synchronous=NORMAL) that a killed process takes nothing along. It could wait
for the disk at each commit (FULL), but then holds the file meanwhile, and everybody who writes waits for
everybody's disk. So we commit first, let the next one in, and then wait: many who wait at once are helped
by one flush of the disk.
"""

import os

from django.db import connection


def wait_for_disk() -> None:
    """Return when everything that this process committed is on the disk; PostgreSQL did that at commit.

    What stands in the log beside the file is all that a checkpoint has not flushed already. No lock of
    SQLite is on the log, so that opening it apart takes none away.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return
    try:
        log = os.open(f"{connection.settings_dict['NAME']}-wal", os.O_RDWR)
    except FileNotFoundError:  # everything is in the file itself
        return
    try:
        os.fsync(log)
    finally:
        os.close(log)
