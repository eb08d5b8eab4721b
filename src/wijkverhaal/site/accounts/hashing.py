# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A few passwords at a time: each one costs a processor a while, so strangers must not ask for many."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from threading import BoundedSemaphore
from typing import Any

from django.http import HttpRequest, HttpResponse

from wijkverhaal.site.trouble import busy

AT_ONCE = 2
#: For how many seconds somebody waits for their turn.
_PATIENCE = 3
_turns = BoundedSemaphore(AT_ONCE)


class BusyError(Exception):
    """There was no turn within the time that somebody waits."""


@contextmanager
def hashing() -> Iterator[None]:
    """Work with a password, when it is our turn.

    Raises
    ------
    BusyError
        When others took too long.
    """
    if not _turns.acquire(timeout=_PATIENCE):
        raise BusyError
    try:
        yield
    finally:
        _turns.release()


def told_when_busy(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let a page say that it is too busy, where it works with passwords."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        try:
            return view(request, *args, **options)
        except BusyError:
            return busy(request)

    return answer
