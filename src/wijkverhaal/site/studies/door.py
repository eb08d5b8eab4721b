# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door of a study: who is no member learns nothing, who has no role for a page neither."""

import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from wijkverhaal.foundation.errors import NotFoundError, WijkverhaalError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.accounts.models import Account
from wijkverhaal.site.page import page
from wijkverhaal.site.studies.keeping import storage, visit
from wijkverhaal.site.studies.keeping.open_study import OpenStudy
from wijkverhaal.site.studies.models import CODER, KEYHOLDER, READER, RESEARCHER, Member, StoredStudy
from wijkverhaal.stories.study.blind import own_view
from wijkverhaal.stories.study.study import Study

EVERY_ROLE = frozenset({KEYHOLDER, RESEARCHER, CODER, READER})
#: Who sees texts as they were told.
RAW = frozenset({RESEARCHER, CODER})
RESEARCHERS = frozenset({RESEARCHER})
KEYHOLDERS = frozenset({KEYHOLDER})
_REFUSED = 400
_SAID = "study-said"


@dataclass(frozen=True)
class Door:
    """An open study, what this visitor is in it, and what was just done."""

    opened: OpenStudy
    roles: frozenset[str]
    said: str = ""

    @property
    def id(self) -> str:
        return self.opened.id

    @property
    def actor(self) -> str:
        return self.opened.actor

    @property
    def researcher(self) -> bool:
        return RESEARCHER in self.roles

    def study(self, interviews: Iterable[str] | None = None) -> Study:
        """The study as this visitor may see it: a coder sees no codings of others."""
        study = storage.load_study(self.opened, interviews)
        return study if self.researcher else own_view(study, self.actor)

    def whole(self) -> Study:
        """All of it, for who removes what others hang on."""
        return storage.load_study(self.opened)


class BrokenError(Exception):
    """Something went wrong in a study: where, and never with what."""


View = Callable[..., HttpResponse]


def membership(request: HttpRequest, study_id: str) -> tuple[StoredStudy, frozenset[str]]:
    """The study and the roles of who asks; not there for who has none."""
    members = Member.objects.filter(study=study_id, account=request.user.pk).select_related("study")
    found = list(members)
    if not found:
        raise Http404
    return found[0].study, frozenset(one.role for one in found)


def study_page(allowed: frozenset[str], *methods: str) -> Callable[[View], View]:
    """A page of an open study, for who has one of these roles in it."""

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, study_id: str, **rest: Any) -> HttpResponse:
            stored, roles = membership(request, study_id)
            if not roles & allowed:
                raise Http404
            try:
                opened = visit.reopened(request, stored)
            except WijkverhaalError:  # shut, or without keys: the page to open it says which
                return visit.carry(request, HttpResponseRedirect(reverse("studies:unlock", args=[study_id])))
            said = request.session.pop(_SAID, "") if request.method == "GET" else ""
            return visit.carry(request, _answered(view, request, Door(opened, roles, said), rest))

        return require_http_methods([*(methods or ("GET", "HEAD"))])(answer)

    return decorate


def _answered(view: View, request: HttpRequest, door: Door, rest: dict[str, Any]) -> HttpResponse:
    try:
        return view(request, door, **rest)
    except NotFoundError as error:
        raise Http404(str(error)) from None
    except WijkverhaalError as error:
        return refused(request, door.id, str(error))
    except (Http404, PermissionDenied, SuspiciousOperation):
        raise
    except Exception as error:
        # the place in the code, never the message: it may hold something that somebody told
        places = "".join(traceback.format_tb(error.__traceback__))
        raise BrokenError(f"{type(error).__name__}\n{places}") from None


def refused(request: HttpRequest, study_id: str, sentence: str) -> HttpResponse:
    """A page that says why something was not done."""
    return page(request, "studies/refused.html", _REFUSED, sentence=sentence, study_id=study_id)


def to(name: str, *arguments: str, anchor: str = "") -> HttpResponseRedirect:
    """On to another page of a study."""
    return HttpResponseRedirect(reverse(f"studies:{name}", args=arguments) + anchor)


def back_or(
    request: HttpRequest, study_id: str, name: str, *arguments: str, anchor: str = ""
) -> HttpResponseRedirect:
    """Back to the page of this study that a form came from."""
    there = request.POST.get("terug", "")
    home = reverse("studies:study", args=[study_id])
    if there.startswith(home) and "\\" not in there and "//" not in there:
        return HttpResponseRedirect(there.partition("#")[0] + anchor if anchor else there)
    return to(name, *(arguments or (study_id,)), anchor=anchor)


def say_once(request: HttpRequest, sentence: str) -> None:
    """Say on the next page of a study what was done; never with anything that somebody told."""
    request.session[_SAID] = sentence


def people_names(actors: Iterable[str]) -> dict[str, str]:
    """The names of accounts by the number under which a study knows them."""
    wanted = set(actors)
    numbers = [int(one) for one in wanted if one.isdigit()]
    known = {str(one.pk): str(one.name) for one in Account.objects.filter(pk__in=numbers)}
    return {one: known.get(one, _("iemand") if one.isdigit() else one) for one in wanted}
