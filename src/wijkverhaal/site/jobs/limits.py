# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a child process may use: memory, processor, size of files and time."""

import importlib
from dataclasses import dataclass

_GIGABYTE = 1_000_000_000


@dataclass(frozen=True)
class Limits:
    """Of one child process; None is no limit.

    Attributes
    ----------
    memory, file : int or None
        The most address space, and the largest file that it may write, in bytes.
    processor, clock : int
        The most seconds of the processor, and on the clock.
    """

    memory: int | None
    file: int | None
    processor: int
    clock: int


#: For files of strangers. Address space is more than memory: libraries reserve much and use little.
READING = Limits(memory=4 * _GIGABYTE, file=2 * _GIGABYTE, processor=600, clock=900)
#: For the model, which reads only what was read before.
ESTIMATING = Limits(memory=None, file=None, processor=6 * 3600, clock=6 * 3600)


def keep_within(limits: Limits) -> None:
    """Hold this process to its limits, from here on.

    Windows knows no such limits; there only the clock counts, which the worker keeps.
    """
    try:
        resource = importlib.import_module("resource")
    except ImportError:
        return
    wanted = {
        resource.RLIMIT_AS: limits.memory,
        resource.RLIMIT_FSIZE: limits.file,
        resource.RLIMIT_CPU: limits.processor,
        resource.RLIMIT_CORE: 0,
    }
    for name, most in wanted.items():
        if most is None:
            continue
        _soft, hard = resource.getrlimit(name)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(name, (allowed, hard if name == resource.RLIMIT_CPU else allowed))
