# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A study that stays open for one visitor: half of the lock in their cookie, half in their session."""

import json
from datetime import datetime

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from wijkverhaal.site.studies.keeping import key_store
from wijkverhaal.site.studies.keeping.open_study import OpenStudy
from wijkverhaal.site.studies.models import StoredStudy
from wijkverhaal.stories.vault.cipher import bound_to, derived_key, seal, unseal
from wijkverhaal.stories.vault.key_json import from_words, sealed_words
from wijkverhaal.stories.vault.refusal import LockedError, TamperedError
from wijkverhaal.stories.vault.session_lock import IDLE, LONGEST, keep_open, new_secret, still_open

_OPEN, _REGISTER, _READ = "studies-open", "studies-register", "studies-read"
_SALT = "wijkverhaal.studies"


def cookie_name() -> str:
    """The name of the cookie with the visitor's half."""
    return f"{settings.COOKIE_PREFIX}wijkverhaal-verhalen"


def secret_of(request: HttpRequest) -> str:
    """The visitor's half; a new one where there is none, set by `carry`."""
    made = getattr(request, "studies_secret", None)
    if made is None:
        made = request.get_signed_cookie(cookie_name(), default="", salt=_SALT)
        if not made:
            made = new_secret()
            request.studies_secret_is_new = True
        request.studies_secret = made
    return str(made)


def carry(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Give the visitor their half, where it is new; nothing of a study is kept by a browser."""
    if getattr(request, "studies_secret_is_new", False):
        response.set_signed_cookie(
            cookie_name(),
            request.studies_secret,
            salt=_SALT,
            httponly=True,
            secure=bool(settings.SESSION_COOKIE_SECURE),
            samesite="Strict",
        )
    response["Cache-Control"] = "no-store, private, max-age=0"
    return response


def keep(request: HttpRequest, opened: OpenStudy) -> None:
    """Keep a study open for this visitor."""
    stored = keep_open(secret_of(request), opened.study_key, _visitor(request), timezone.now())
    _put(request, _OPEN, opened.id, stored)


def reopened(request: HttpRequest, stored: StoredStudy) -> OpenStudy:
    """The study as this visitor left it open.

    Raises
    ------
    LockedError
        When it is shut, too long ago, or its key was renewed.
    """
    kept = request.session.get(_OPEN, {}).get(stored.id)
    if not kept:
        raise LockedError
    file = key_store.load_keys(stored)
    try:
        found = still_open(secret_of(request), kept, file, _visitor(request), timezone.now())
    except LockedError:
        shut(request, stored.id)
        raise
    _put(request, _OPEN, stored.id, found.stored)
    return OpenStudy(stored, file, found.study_key, str(request.user.pk))


def shut(request: HttpRequest, study: str) -> None:
    """Lock a study and its register for this visitor."""
    for name in (_OPEN, _REGISTER, _READ):
        _put(request, name, study, None)


def forget_everywhere(study: str) -> None:
    """Let no visit of anybody hold anything of a study that is erased."""
    for row in Session.objects.filter(expire_date__gt=timezone.now()):
        kept = row.get_decoded()
        left = {name: kept[name] for name in (_OPEN, _REGISTER, _READ) if study in kept.get(name, {})}
        if left:
            visit = SessionStore(row.session_key)
            for name, value in left.items():
                visit[name] = {one: what for one, what in value.items() if one != study}
            visit.save(must_create=False)


def first_read(request: HttpRequest, study: str, interview: str) -> bool:
    """Whether this is the first time in this visit that a raw text is opened; that goes on the chain."""
    read = request.session.get(_READ, {}).get(study) or []
    if interview in read:
        return False
    _put(request, _READ, study, [*read, interview])
    return True


def keep_register(request: HttpRequest, study: str, passphrase: str) -> None:
    """Keep the passphrase of the register, sealed with the visitor's half, as long as a study stays open."""
    now = timezone.now().isoformat()
    _keep_register(request, study, passphrase, now, now)


def _keep_register(request: HttpRequest, study: str, passphrase: str, since: str, used: str) -> None:
    place = bound_to("register session", study, _visitor(request), since, used)
    sealed = seal(_register_key(request), passphrase.encode("utf-8", "surrogatepass"), place)
    kept = json.dumps({"since": since, "used": used, "sealed": sealed_words(sealed)})
    _put(request, _REGISTER, study, kept)


def register_passphrase(request: HttpRequest, study: str) -> str | None:
    """The passphrase of the register as long as it is open for this visitor."""
    kept = request.session.get(_REGISTER, {}).get(study)
    if not kept:
        return None
    read = json.loads(kept)
    since, used = str(read["since"]), str(read["used"])
    now = timezone.now()
    place = bound_to("register session", study, _visitor(request), since, used)
    late = now - datetime.fromisoformat(used) > IDLE or now - datetime.fromisoformat(since) > LONGEST
    try:
        if late:
            raise TamperedError(study)
        opened = unseal(_register_key(request), from_words(read["sealed"]), place)
    except TamperedError:
        _put(request, _REGISTER, study, None)
        return None
    passphrase = opened.decode("utf-8", "surrogatepass")
    _keep_register(request, study, passphrase, since, now.isoformat())
    return passphrase


def draft_key(request: HttpRequest) -> bytes:
    """A key for a text that waits for a yes: without the cookie of this visitor nobody reads it."""
    return derived_key(secret_of(request).encode(), b"wijkverhaal draft")


def _register_key(request: HttpRequest) -> bytes:
    return derived_key(secret_of(request).encode(), b"wijkverhaal register session")


def _visitor(request: HttpRequest) -> str:
    return f"{request.user.pk}:{request.session.session_key}"


def _put(request: HttpRequest, name: str, study: str, value: object) -> None:
    left = {one: kept for one, kept in request.session.get(name, {}).items() if one != study}
    request.session[name] = {**left, study: value} if value is not None else left
