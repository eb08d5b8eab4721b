# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a person has to say of each interview before a project of elsewhere comes in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.intake.speaker import speaker_labels
from wijkverhaal.stories.project_source import FOLDER, held_on
from wijkverhaal.stories.qda_project import QdaProject, Source
from wijkverhaal.stories.study.companion import companion_records
from wijkverhaal.stories.study.record import Consent, Family, Informant, Interview, Record


@dataclass(frozen=True)
class Allowed:
    """The consent of one informant, as `record.Consent`."""

    given_by: str
    given: date
    purpose: str
    until: date | None = None
    quotations: bool = False


@dataclass(frozen=True)
class Telling:
    """Who tells in one source, about whom, and what they allowed.

    Attributes
    ----------
    source : str
        The guid of the source.
    file_name : str
        What the source is called in its file; it may be a name, so it is not kept.
    taken : bool
        Whether it comes in at all.
    family, role : str
        The label of the family, and who tells.
    held : date or None
    allowed : Allowed or None
    speakers : tuple of str
        The labels of who speaks in the text.
    """

    source: str
    file_name: str
    taken: bool = True
    family: str = ""
    role: str = ""
    held: date | None = None
    allowed: Allowed | None = None
    speakers: tuple[str, ...] = ()

    @property
    def lacks(self) -> str:
        """What still has to be said, in a sentence; empty where nothing is."""
        if not self.taken:
            return ""
        if not self.family or not self.role:
            return _("Zeg bij {name} welk gezin het is en wie er vertelt.").format(name=self.file_name)
        if self.held is None:
            return _("Zeg bij {name} op welke dag het gesprek was.").format(name=self.file_name)
        if self.allowed is None:
            return _("Zeg bij {name} wie toestemming gaf, wanneer en waarvoor.").format(name=self.file_name)
        return ""


def tellings_of(project: QdaProject) -> list[Telling]:
    """What the project itself says of each source with a text, for a person to look at.

    Of another program only the case is believed: the name of a source is that of a file, not a role. A file
    that Wijkverhaal wrote knows what everybody allowed.
    """
    known = {one.id: one for one in companion_records(project) or ()}
    families = {source: case.name for case in project.cases for source in case.sources}
    return [
        _telling(one, families.get(one.guid, ""), known, project.origin == FOLDER)
        for one in project.sources
        if one.text and one.text.strip()
    ]


def consent_of(records: Iterable[Record], informant: str) -> Allowed | None:
    """What an informant allowed last, by these records; None where they do not say."""
    own = [one for one in records if isinstance(one, Consent) and one.informant == informant]
    last = max(own, key=lambda one: one.given, default=None)
    if last is None:
        return None
    return Allowed(last.given_by, last.given, last.purpose, last.until, last.quotations)


def check_tellings(tellings: list[Telling]) -> None:
    """Refuse as long as something has to be said.

    Raises
    ------
    InputError
        With the first that lacks.
    """
    lacking = next((one.lacks for one in tellings if one.lacks), "")
    if lacking:
        raise InputError(lacking)


def _telling(source: Source, family: str, known: dict[str, Record], is_folder: bool) -> Telling:
    interview = known.get(source.guid)
    role, held, allowed = source.name if is_folder else "", held_on(source), None
    if isinstance(interview, Interview):
        who = known.get(interview.informant)
        here = known.get(who.family) if isinstance(who, Informant) else None
        role = who.role if isinstance(who, Informant) else ""
        family = here.label if isinstance(here, Family) else family
        held, allowed = interview.held, consent_of(known.values(), interview.informant)
    speakers = tuple(one.label for one in speaker_labels(source.text or "") if one.likely)
    return Telling(source.guid, source.name, True, family, role, held, allowed, speakers)
