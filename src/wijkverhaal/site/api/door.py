# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door of the API: who comes in, and that every refusal is told as a problem, never as a page."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from wijkverhaal.foundation.language import speaking
from wijkverhaal.site.api.pace import Pace
from wijkverhaal.site.api.problem import PROBLEM, problem
from wijkverhaal.site.api.version import API_VERSION, ROOT
from wijkverhaal.site.client_address import client_address

_READING = ("GET", "HEAD", "OPTIONS")
_ALLOW = ", ".join(_READING)
_BEARER = "bearer "
_pace = Pace()


class ApiDoor:
    """Middleware: everything under the root of the API answers in JSON, in Dutch, with a version."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(ROOT):
            return self.get_response(request)
        with speaking("nl"):
            answer = self._answer(request)
        answer.headers["API-Version"] = API_VERSION
        answer.headers["Content-Language"] = "nl"
        answer.headers.setdefault("Cache-Control", "no-store")
        return answer

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        """Let in who holds a token; without one the session of the site counts."""
        if not request.path.startswith(ROOT):
            return None
        token = _token(request)
        account = _account_of(token) if token else None
        if account is not None:
            request.user = account
        known = account is not None or (token is None and request.user.is_authenticated)
        wait = _pace.wait(f"account {request.user.pk}" if known else _place(request))
        if wait:
            return problem(429, headers={"Retry-After": str(wait)})
        return None if token is None or known else _unknown()

    def _answer(self, request: HttpRequest) -> HttpResponse:
        if request.method == "OPTIONS":
            return HttpResponse(status=204, headers={"Allow": _ALLOW})
        if request.method not in _READING:
            return problem(405, headers={"Allow": _ALLOW})
        if not request.accepts("application/json"):
            return problem(406)
        return _told(self.get_response(request))


def _told(answer: HttpResponse) -> HttpResponse:
    """What went wrong as a problem, whoever noticed it; the way to the login page is none here."""
    if answer.status_code in (301, 302, 303, 307, 308):
        return _unknown()
    if answer.status_code < 400 or answer.headers.get("Content-Type", "").startswith(PROBLEM):
        return answer
    kept = {name: answer.headers[name] for name in ("Retry-After", "Allow") if name in answer.headers}
    return _unknown() if answer.status_code == 401 else problem(answer.status_code, headers=kept)


def _unknown() -> HttpResponse:
    return problem(401, headers={"WWW-Authenticate": 'Bearer realm="wijkverhaal"'})


def _token(request: HttpRequest) -> str | None:
    """The token that came along; None where there is none, empty where it is of another kind."""
    sent = request.headers.get("Authorization")
    if sent is None:
        return None
    return sent[len(_BEARER) :].strip() if sent.lower().startswith(_BEARER) else ""


def _account_of(token: str) -> Any:
    try:
        from wijkverhaal.site.accounts.api_token import account_of
    except ImportError:
        return None
    return account_of(token)


def _place(request: HttpRequest) -> str:
    return f"place {client_address(request)}"
