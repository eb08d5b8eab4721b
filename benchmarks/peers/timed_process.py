# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A command in a process of its own, with the largest amount of memory that it held."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

_BENCHMARKS = Path(__file__).parents[1]


@dataclass(frozen=True)
class Finished:
    """What is known of a process that ended well."""

    peak_mb: float
    seconds: float


def run_timed(command: list[str], limit: float, threads: int = 1) -> Finished | None:
    """Run a command; None where it took longer than the limit in seconds and was stopped.

    Raises
    ------
    RuntimeError
        When the command failed, with what it said.
    """
    environment = os.environ | {"OPENBLAS_NUM_THREADS": str(threads), "OMP_NUM_THREADS": str(threads)}
    began = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=_BENCHMARKS,
        env=environment,
        stdout=sys.stderr,
        start_new_session=True,
    )
    while True:
        ended, status, used = os.wait4(process.pid, os.WNOHANG)
        seconds = time.perf_counter() - began
        if ended:
            break
        if seconds > limit:
            os.killpg(process.pid, signal.SIGKILL)
            os.wait4(process.pid, 0)
            return None
        time.sleep(0.05)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} ended with status {process.returncode}")
    return Finished(used.ru_maxrss / 1024.0, seconds)
