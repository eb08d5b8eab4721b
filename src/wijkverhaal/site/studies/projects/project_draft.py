# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A project of another program that waits for a yes: read apart, then sealed like a draft of an interview."""

import json
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.utils import timezone

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _, current_language
from wijkverhaal.site.studies.keeping import filling, storage
from wijkverhaal.site.studies.keeping.open_study import OpenStudy
from wijkverhaal.site.studies.models import Draft
from wijkverhaal.stories.apart import run_apart
from wijkverhaal.stories.qda_json import project_json, read_project_json
from wijkverhaal.stories.qda_project import QdaProject
from wijkverhaal.stories.study.project_records import project_records
from wijkverhaal.stories.study.telling import Allowed, Telling, tellings_of
from wijkverhaal.stories.vault.cipher import bound_to, seal, unseal

#: Of a project file, in bytes: enough for texts, not for sound and pictures.
LIMIT = 100_000_000
_SECONDS = 180
_READER = "wijkverhaal.site.studies.projects.project_reader"


@dataclass(frozen=True)
class ProjectDraft:
    """A project with what a person said of it so far.

    Attributes
    ----------
    project : QdaProject
    tellings : tuple of Telling
    coders : dict of str to str
        Who a coder of the project is here: the number of an account, by the name in the project.
    """

    project: QdaProject
    tellings: tuple[Telling, ...]
    coders: dict[str, str] = field(default_factory=dict)


def read_apart(name: str, content: bytes, project: int | None) -> ProjectDraft:
    """What is in a file, read in a process of its own that gets little memory and time.

    Raises
    ------
    InputError
    """
    asked = {"name": name[-100:], "language": current_language(), "project": project}
    try:
        found = run_apart(_READER, json.dumps(asked).encode() + b"\n" + content, _SECONDS)
    except (TimeoutError, ValueError):
        raise InputError(
            _("Dit bestand is niet te lezen, of te groot; exporteer het opnieuw zonder beeld en geluid.")
        ) from None
    if "refused" in found:
        raise InputError(str(found["refused"]))
    read = read_project_json(found["project"])
    return ProjectDraft(read, tuple(tellings_of(read)))


def keep(opened: OpenStudy, key: bytes, draft: ProjectDraft, name: str = "") -> str:
    """Seal a project that waits; its id. With a name it takes the place of the one before."""
    name = name or storage.new_id()
    whole = {
        "project": project_json(draft.project),
        "tellings": [_telling_json(one) for one in draft.tellings],
        "coders": draft.coders,
    }
    content = json.dumps(whole, ensure_ascii=False).encode("utf-8", "surrogatepass")
    Draft.objects.update_or_create(
        study=opened.stored, draft=name, defaults={"sealed": seal(key, content, _place(opened, name))}
    )
    return name


def draft_of(opened: OpenStudy, key: bytes, name: str) -> ProjectDraft:
    """The project again; only the visitor who sent it can open it.

    Raises
    ------
    InputError
        When it is gone, or waits for somebody else.
    """
    row = Draft.objects.filter(study=opened.stored, draft=name).first()
    if row is None:
        raise InputError(_("Dit concept is er niet meer; stuur het bestand opnieuw."))
    content = unseal(key, bytes(row.sealed), _place(opened, name), "draft")
    read: dict[str, Any] = json.loads(content.decode("utf-8", "surrogatepass"))
    tellings = tuple(_read_telling(one) for one in read["tellings"])
    return ProjectDraft(read_project_json(read["project"]), tellings, dict(read["coders"]))


def take_in(opened: OpenStudy, draft: ProjectDraft) -> OpenStudy:
    """Put all of it in the study: all or nothing.

    Raises
    ------
    InputError
        When something of an interview has still to be said.
    """
    found = project_records(
        draft.project,
        draft.tellings,
        opened.actor,
        timezone.now(),
        storage.new_id,
        storage.load_study(opened),
        draft.coders,
    )
    opened, _study = filling.fill(opened, found.records, found.texts, found.speakers)
    storage.note(opened, "imported")
    return opened


def with_allowed(draft: ProjectDraft, source: str, allowed: Allowed) -> ProjectDraft:
    """The same consent for one source, or (with no source) for all that have none yet."""
    return replace(
        draft,
        tellings=tuple(
            replace(one, allowed=allowed)
            if one.source == source or (not source and one.allowed is None)
            else one
            for one in draft.tellings
        ),
    )


def _telling_json(one: Telling) -> dict[str, Any]:
    allowed = one.allowed
    return {
        "source": one.source,
        "file_name": one.file_name,
        "taken": one.taken,
        "family": one.family,
        "role": one.role,
        "held": one.held.isoformat() if one.held else "",
        "speakers": list(one.speakers),
        "allowed": allowed
        and [
            allowed.given_by,
            allowed.given.isoformat(),
            allowed.purpose,
            allowed.until.isoformat() if allowed.until else "",
            allowed.quotations,
        ],
    }


def _read_telling(read: dict[str, Any]) -> Telling:
    allowed = None
    if read["allowed"]:
        given_by, given, purpose, until, quotations = read["allowed"]
        allowed = Allowed(
            given_by,
            date.fromisoformat(given),
            purpose,
            date.fromisoformat(until) if until else None,
            quotations,
        )
    held = date.fromisoformat(read["held"]) if read["held"] else None
    return Telling(
        read["source"],
        read["file_name"],
        read["taken"],
        read["family"],
        read["role"],
        held,
        allowed,
        tuple(read["speakers"]),
    )


def _place(opened: OpenStudy, name: str) -> bytes:
    return bound_to("project draft", opened.id, name)
