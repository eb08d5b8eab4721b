# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A study as a file for another program: without names, and looked through for every name of the register."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _, ngettext
from wijkverhaal.site.studies.keeping import storage
from wijkverhaal.site.studies.keeping.open_study import OpenStudy
from wijkverhaal.site.studies.leaving.export_texts import LeavingTexts, leaving_texts
from wijkverhaal.stories.leaving.export_scan import check_leaving
from wijkverhaal.stories.leaving.quotation import leaving, quotations
from wijkverhaal.stories.leaving.quotation_table import quotation_csv
from wijkverhaal.stories.offset_map import OffsetMap
from wijkverhaal.stories.pseudonym_register import PseudonymRegister
from wijkverhaal.stories.refi_write import qdc_bytes, qdpx_bytes
from wijkverhaal.stories.study.exchange import qda_project_of
from wijkverhaal.stories.study.study import Study

#: What can be asked for.
KINDS = ("qdpx", "qdc", "csv")


@dataclass(frozen=True)
class ExportFile:
    """A file that may leave, and what stays behind and why.

    Attributes
    ----------
    name : str
    content : bytes
    lines : tuple of str
    """

    name: str
    content: bytes
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Wish:
    """What somebody asks for.

    Attributes
    ----------
    kind : str
        Of `KINDS`.
    memos, history : bool
        In a .qdpx also memos and summaries; also the help histories and how it went.
    ordinary : collection of str
        Words that somebody looked at and that are no name where they stand in small letters.
    name : str
        The name of the file; it is looked through as well.
    """

    kind: str
    memos: bool = False
    history: bool = False
    ordinary: Collection[str] = ()
    name: str = ""


def export_file(
    opened: OpenStudy, study: Study, register: PseudonymRegister, today: date, wish: Wish
) -> ExportFile:
    """The file, if no name of the register is left in it.

    Raises
    ------
    InputError
        When a name is left: with its role, never with the name.
    """
    texts = leaving_texts(opened, study, today)
    made = _quotations(study, texts, today) if wish.kind == "csv" else _project(study, texts, register, wish)
    name = wish.name or made.name
    check_leaving({name: made.content}, register.everybody(), [one.lower() for one in wish.ordinary])
    return ExportFile(name, made.content, made.lines)


def raw_file(opened: OpenStudy, study: Study) -> ExportFile:
    """Everything with the names in it: for who may see them, and never looked through."""
    texts = {name: (text, OffsetMap()) for name, text in storage.interview_texts(opened, study).items()}
    project = qda_project_of(study, texts, with_memos=True, with_history=True)
    return ExportFile("onderzoek-met-namen.qdpx", qdpx_bytes(project), project.findings)


def ordinary_words(written: str) -> tuple[str, ...]:
    """The words of a field, with commas or blanks between."""
    return tuple(written.replace(",", " ").split())


def _project(study: Study, texts: LeavingTexts, register: PseudonymRegister, wish: Wish) -> ExportFile:
    project = qda_project_of(study, texts.texts, wish.memos, wish.history, register)
    if wish.kind == "qdc":
        return ExportFile("factoren.qdc", qdc_bytes(project.codes))
    if wish.kind != "qdpx":
        raise InputError(_("Kies wat u wilt ophalen."))
    return ExportFile("onderzoek.qdpx", qdpx_bytes(project), (*project.findings, *_staying(texts)))


def _quotations(study: Study, texts: LeavingTexts, today: date) -> ExportFile:
    found = quotations(study, texts.texts, today)
    going = leaving(found)
    said = ngettext(
        "{count} citaat gaat mee; {stay} blijven hier, want herkenbaar of niet beoordeeld.",
        "{count} citaten gaan mee; {stay} blijven hier, want herkenbaar of niet beoordeeld.",
        len(going),
    ).format(count=len(going), stay=sum(not one.may_leave for one in found))
    return ExportFile("citaten.csv", quotation_csv(found), (said, *_staying(texts)))


def _staying(texts: LeavingTexts) -> list[str]:
    lines = []
    if texts.not_quotable:
        lines.append(
            ngettext(
                "{count} gesprek blijft hier: deze persoon gaf geen toestemming voor citeren.",
                "{count} gesprekken blijven hier: deze personen gaven geen toestemming voor citeren.",
                texts.not_quotable,
            ).format(count=texts.not_quotable)
        )
    if texts.undecided:
        lines.append(
            ngettext(
                "{count} gesprek blijft hier: over een naam erin is nog niet besloten.",
                "{count} gesprekken blijven hier: over een naam erin is nog niet besloten.",
                texts.undecided,
            ).format(count=texts.undecided)
        )
    return lines
