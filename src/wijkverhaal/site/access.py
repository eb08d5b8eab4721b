# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may see which page: one table, and the guard that holds everybody to it."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from wijkverhaal.site.accounts.refusal import kept_from_page
from wijkverhaal.site.roles import (
    ACCOUNT_ROLES,
    ADMINISTRATOR,
    ANALYST,
    FACILITATOR,
    READER,
    RESEARCHER,
    STRANGER,
)

_EVERYBODY = frozenset({STRANGER, *ACCOUNT_ROLES})
#: Everybody with an account: each of them reads.
_WITHIN = frozenset({READER})
_ANALYSTS = frozenset({ANALYST})
_RESEARCHERS = frozenset({RESEARCHER})
_FACILITATORS = frozenset({FACILITATOR})
_ADMINISTRATORS = frozenset({ADMINISTRATOR})

#: Every page by the name of its address. A page that is not here is for nobody.
ACCESS: dict[str, frozenset[str]] = {
    "language": _EVERYBODY,
    "house-style": _EVERYBODY,
    "accounts:login": _EVERYBODY,
    "accounts:second-step": _EVERYBODY,
    "accounts:organisation": _EVERYBODY,
    "accounts:organisation-back": _EVERYBODY,
    "accounts:logout": _WITHIN,
    "accounts:own": _WITHIN,
    "accounts:password": _WITHIN,
    "accounts:second-factor": _WITHIN,
    "accounts:renew": _WITHIN,
    "accounts:recovery-codes": _WITHIN,
    "accounts:make-token": _WITHIN,
    "accounts:revoke-token": _WITHIN,
    "accounts:people": _ADMINISTRATORS,
    "accounts:invite": _ADMINISTRATORS,
    "accounts:account": _ADMINISTRATORS,
    "accounts:roles": _ADMINISTRATORS,
    "accounts:close": _ADMINISTRATORS,
    "accounts:reopen": _ADMINISTRATORS,
    "accounts:new-link": _ADMINISTRATORS,
    "accounts:forget-second-factor": _ADMINISTRATORS,
    "log:events": _ADMINISTRATORS,
    "log:download": _ADMINISTRATORS,
    "runs:start": _WITHIN,
    "runs:run": _WITHIN,
    "runs:search": _WITHIN,
    "runs:gemeente": _WITHIN,
    "runs:wijk": _WITHIN,
    "runs:region": _WITHIN,
    "runs:what-if": _WITHIN,
    "runs:neighbourhood": _WITHIN,
    "runs:compare": _WITHIN,
    "runs:method": _WITHIN,
    "runs:downloads": _WITHIN,
    "runs:download": _WITHIN,
    "runs:gemeente-files": _WITHIN,
    "runs:gemeente-csv": _WITHIN,
    "runs:gemeente-workbook": _WITHIN,
    "runs:gemeente-pdf": _WITHIN,
    "runs:wijk-pdf": _WITHIN,
    "jobs:overview": _ANALYSTS,
    "jobs:upload": _ANALYSTS,
    "jobs:estimate": _ANALYSTS,
    "jobs:question": _ANALYSTS,
    "jobs:job": _ANALYSTS,
    "jobs:standing": _ANALYSTS,
    "jobs:cancel": _ANALYSTS,
    "jobs:again": _ANALYSTS,
    "jobs:read-in": _ANALYSTS,
    "jobs:look-again": _ANALYSTS,
    "jobs:throw-away": _ANALYSTS,
    "jobs:remove-source": _ANALYSTS,
    "jobs:remove-run": _ANALYSTS,
    "jobs:show-run": _ANALYSTS,
    "jobs:compare": _ANALYSTS,
    "jobs:compare-csv": _ANALYSTS,
    "about:algorithm-register": _WITHIN,
    "about:algorithm-register-file": _WITHIN,
    "api:runs": _WITHIN,
    "api:run": _WITHIN,
    "api:gemeenten": _WITHIN,
    "api:wijken": _WITHIN,
    "api:wijk": _WITHIN,
    "api:explanation": _WITHIN,
    "api:comparable": _WITHIN,
    "api:weights": _WITHIN,
    "studies:list": _WITHIN,
    "studies:make": _RESEARCHERS,
    "studies:study": _WITHIN,
    "studies:unlock": _WITHIN,
    "studies:lock": _WITHIN,
    "studies:members": _WITHIN,
    "studies:admit": _WITHIN,
    "studies:new-code": _WITHIN,
    "studies:passphrase": _WITHIN,
    "studies:add-family": _WITHIN,
    "studies:family": _WITHIN,
    "studies:remove": _WITHIN,
    "studies:upload": _WITHIN,
    "studies:withdraw": _WITHIN,
    "studies:draft": _WITHIN,
    "studies:register": _WITHIN,
    "studies:keys": _WITHIN,
    "studies:key-copy": _WITHIN,
    "studies:take-key": _WITHIN,
    "studies:destroy-register": _WITHIN,
    "studies:restore": _WITHIN,
    "studies:export": _WITHIN,
    "studies:send-project": _WITHIN,
    "studies:project": _WITHIN,
    "studies:text": _WITHIN,
    "studies:read": _WITHIN,
    "studies:hits": _WITHIN,
    "studies:propose": _WITHIN,
    "studies:code": _WITHIN,
    "studies:change-coding": _WITHIN,
    "studies:finish": _WITHIN,
    "studies:undo": _WITHIN,
    "studies:redo": _WITHIN,
    "studies:codebook": _WITHIN,
    "studies:add-factor": _WITHIN,
    "studies:factor": _WITHIN,
    "studies:search": _WITHIN,
    "studies:agreement": _WITHIN,
    "studies:memos": _WITHIN,
    "studies:add-memo": _WITHIN,
    "studies:memo": _WITHIN,
    "studies:history": _WITHIN,
    "studies:add-event": _WITHIN,
    "studies:add-statement": _WITHIN,
    "studies:choose": _WITHIN,
    "studies:untell": _WITHIN,
    "studies:matrix": _WITHIN,
    "studies:waits": _WITHIN,
    "studies:compare": _WITHIN,
    "studies:quotations": _WITHIN,
    "studies:judge": _WITHIN,
    "studies:release": _WITHIN,
    "studies:release-history": _WITHIN,
    "studies:quotations-csv": _WITHIN,
    "studies:log": _WITHIN,
    "studies:erase": _WITHIN,
    "wijken:reminders": _FACILITATORS,
    "wijken:wijk": _WITHIN,
    "wijken:quotations": _FACILITATORS,
    "wijken:make-hypothesis": _FACILITATORS,
    "wijken:hypothesis": _WITHIN,
    "wijken:judge": _FACILITATORS,
    "wijken:remove-hypothesis": _FACILITATORS,
    "wijken:rewrite-hypothesis": _FACILITATORS,
    "wijken:hang": _FACILITATORS,
    "wijken:take-off": _FACILITATORS,
    "wijken:make-agreement": _FACILITATORS,
    "wijken:change-agreement": _FACILITATORS,
    "wijken:reflect": _FACILITATORS,
    "wijken:remove-agreement": _FACILITATORS,
    "wijken:rewrite-agreement": _FACILITATORS,
    "wijken:document": _WITHIN,
    "wijken:edit-document": _FACILITATORS,
    "wijken:refresh-document": _FACILITATORS,
    "wijken:document-versions": _FACILITATORS,
    "wijken:document-word": _WITHIN,
    "wijken:document-pdf": _WITHIN,
    "wijken:document-html": _WITHIN,
    "conversations:list": _FACILITATORS,
    "conversations:make": _FACILITATORS,
    "conversations:conversation": _FACILITATORS,
    "conversations:prepare": _FACILITATORS,
    "conversations:earlier": _FACILITATORS,
    "conversations:facilitator": _FACILITATORS,
    "conversations:leidraad": _FACILITATORS,
    "conversations:invite": _FACILITATORS,
    "conversations:revoke": _FACILITATORS,
    "conversations:steer": _FACILITATORS,
    "conversations:steer-standing": _FACILITATORS,
    "conversations:move": _FACILITATORS,
    "conversations:merge": _FACILITATORS,
    "conversations:moderate": _FACILITATORS,
    "conversations:explain": _FACILITATORS,
    "conversations:agree": _FACILITATORS,
    "conversations:screen": _FACILITATORS,
    "conversations:screen-standing": _FACILITATORS,
    "conversations:screen-code": _FACILITATORS,
    "conversations:report": _FACILITATORS,
    "conversations:erase": _FACILITATORS,
    "conversations:survey": _FACILITATORS,
    "conversations:survey-partners": _FACILITATORS,
    "conversations:survey-state": _FACILITATORS,
    "conversations:survey-csv": _FACILITATORS,
    "conversations:read-survey-in": _ANALYSTS,
    # who takes part has no account: the door of each conversation asks for its own cookie
    "conversations:door": _EVERYBODY,
    "conversations:name": _EVERYBODY,
    "conversations:table": _EVERYBODY,
    "conversations:standing": _EVERYBODY,
    "conversations:send": _EVERYBODY,
    "conversations:take-back": _EVERYBODY,
    "conversations:withdraw": _EVERYBODY,
    "conversations:answer-survey": _EVERYBODY,
    "about:accessibility": _EVERYBODY,
    "about:privacy": _EVERYBODY,
    "api:guide": _EVERYBODY,
    "api:openapi": _EVERYBODY,
}


class AccessMiddleware:
    """Lets nobody through to a page that the table does not give them."""

    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        allowed = ACCESS.get(request.resolver_match.view_name, frozenset())
        if allowed & roles_of(request):
            return None
        if allowed and not request.user.is_authenticated:
            query = urlencode({"verder": request.get_full_path()})
            return HttpResponseRedirect(f"{reverse(settings.LOGIN_URL)}?{query}")
        if request.user.is_authenticated:
            kept_from_page(request.user, request.resolver_match.view_name)
        raise PermissionDenied


def roles_of(request: HttpRequest) -> frozenset[str]:
    """The roles of who asks. Without an account that is a stranger, also at the table of a conversation:
    there the cookie of that one conversation decides (`conversations/participant_door.py`).
    """
    if request.user.is_authenticated:
        return request.user.roles
    return frozenset({STRANGER})
