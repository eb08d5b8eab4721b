# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages of a run, kept as they were made: a run never changes, so neither does a page of it."""

import re
from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from threading import Lock
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.utils.cache import add_never_cache_headers

from wijkverhaal.foundation.language import current_language
from wijkverhaal.site.access import roles_of
from wijkverhaal.site.runs import beside, library

_MOST_BYTES = 24_000_000
#: The one thing on a page that differs from person to person: what their forms are recognised by.
_TOKEN = re.compile(rb'(name="csrfmiddlewaretoken" value=")[A-Za-z0-9]+(")')
_PLACE = b"wijkverhaal-own-token"
_MADE = re.compile(rb'(name="csrfmiddlewaretoken" value=")' + _PLACE + rb'(")')
View = Callable[..., HttpResponse]


class KeptPages:
    """The pages asked for last, up to a number of bytes."""

    def __init__(self, most: int = _MOST_BYTES) -> None:
        self._most = most
        self._pages: OrderedDict[Hashable, bytes] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def get(self, key: Hashable) -> bytes | None:
        with self._lock:
            if key in self._pages:
                self._pages.move_to_end(key)
            return self._pages.get(key)

    def keep(self, key: Hashable, page: bytes) -> None:
        with self._lock:
            self._bytes += len(page) - len(self._pages.pop(key, b""))
            self._pages[key] = page
            while self._bytes > self._most:
                self._bytes -= len(self._pages.popitem(last=False)[1])


_pages = KeptPages()


def kept_page(view: View, with_beside: bool = False) -> View:
    """Answer with the page as it was made before, for somebody with the same roles and language.

    With `with_beside` it is the page of a wijk, on which other apps tell what does change.

    Only pages of which the address says everything but the year are kept: what somebody types to search
    is theirs, and would push the others out.
    """

    @wraps(view)
    def answer(request: HttpRequest, run_id: str, *arguments: Any, **named: Any) -> HttpResponse:
        if request.method != "GET" or not set(request.GET) <= {"jaar"}:
            return view(request, run_id, *arguments, **named)
        library.entry_of(run_id)
        changing = (_questions(), beside.stamps(named["code"]) if with_beside else ())
        key = (request.get_full_path(), current_language(), roles_of(request), changing)
        kept = _pages.get(key)
        if kept is not None:
            return _page(request, kept)
        made = view(request, run_id, *arguments, **named)
        if made.status_code == 200:
            _pages.keep(key, _TOKEN.sub(rb"\1" + _PLACE + rb"\2", made.content))
        return made

    return answer


def _page(request: HttpRequest, kept: bytes) -> HttpResponse:
    token = get_token(request).encode("ascii")
    response = HttpResponse(_MADE.sub(rb"\g<1>" + token + rb"\g<2>", kept))
    add_never_cache_headers(response)
    return response


def _questions() -> int:
    """When an answer was last added to what a page tells beside its run."""
    try:
        return (settings.FILES.workspace.root / "questions").stat().st_mtime_ns
    except OSError:
        return 0
