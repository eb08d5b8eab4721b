# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A study to and from a project as other programs exchange it (`qda_project`).

Out goes the pseudonymised text only, with codings moved along to their words. In come codes and codings,
as records that an action can put in a study.
"""

from collections.abc import Iterable, Mapping
from uuid import NAMESPACE_URL, uuid5

from wijkverhaal.foundation.language import _, ngettext
from wijkverhaal.stories.offset_map import OffsetMap
from wijkverhaal.stories.qda_project import Case, Code, QdaProject, Selection, Source, User
from wijkverhaal.stories.qda_project import Coding as QdaCoding
from wijkverhaal.stories.study.record import Coding, Factor, Family, Informant, Interview, Memo
from wijkverhaal.stories.study.study import Study


def qda_project_of(
    study: Study, texts: Mapping[str, tuple[str, OffsetMap]], with_memos: bool = False
) -> QdaProject:
    """The interviews in `texts` with their codings, the codebook, and the families as cases.

    Other programs know no coding that says that something was not so; those stay behind, and `findings`
    says how many.

    Parameters
    ----------
    texts : mapping
        Per interview the text for readers, from `hit_decision.text_for_readers`.
    with_memos : bool
        Whether memos on codings go along. They are in the researcher's own words: look at the file with
        `export_scan.check_leaving`.
    """
    sources = {name: _source(study, name, with_memos, *text) for name, text in texts.items()}
    coders = dict.fromkeys(one.coder for one in study.all(Coding) if one.interview in texts)
    cases = tuple(
        Case(
            _guid(study, family.id),
            family.label,
            sources=tuple(one.guid for name, one in sources.items() if study.family_of(name) == family.id),
            description=family.summary,
        )
        for family in study.all(Family)
    )
    memos = [
        one for one in study.all(Memo) if with_memos and isinstance(study.records.get(one.about), Coding)
    ]
    return QdaProject(
        study.title,
        tuple(User(_guid(study, coder), f"coder {number}") for number, coder in enumerate(coders, start=1)),
        tuple(_code(study, one) for one in study.all(Factor) if not one.parent),
        tuple(sources.values()),
        cases=cases,
        notes=tuple(Source(_guid(study, one.id), _("notitie"), one.text) for one in memos),
        findings=_findings(study, texts),
    )


def factors_of(codes: Iterable[Code], prefix: str = "", parent: str = "") -> list[Factor]:
    """The codes of another program as factors, parents before what is under them.

    Parameters
    ----------
    prefix : str
        Put before every id, so that they are unique in the study.
    """
    found: list[Factor] = []
    for place, code in enumerate(codes, start=1):
        own = prefix + code.guid
        found.append(Factor(own, code.name, code.description, parent=parent, place=place))
        found += factors_of(code.children, prefix, own)
    return found


def codings_of(source: Source, interview: str, coder: str = "", prefix: str = "") -> list[Coding]:
    """The codings of a source of another program, on an interview with the same text.

    Parameters
    ----------
    interview : str
        The id of the interview, whose frozen text is `source.text`.
    coder : str
        Who coded, where the file does not say.
    """
    return [
        Coding(
            f"{prefix}{one.guid or selection.guid}/{number}",
            interview,
            prefix + one.code,
            one.user or selection.user or coder,
            selection.start,
            selection.end,
        )
        for selection in source.selections
        for number, one in enumerate(selection.codings)
        if selection.start < selection.end
    ]


def _guid(study: Study, record: str) -> str:
    """Always the same for the same record, and telling nothing of it."""
    return str(uuid5(NAMESPACE_URL, f"wijkverhaal:{study.id}:{record}"))


def _code(study: Study, factor: Factor) -> Code:
    under = [one for one in study.all(Factor) if one.parent == factor.id]
    words = "\n".join([factor.definition, *factor.examples]).strip()
    children = tuple(_code(study, one) for one in sorted(under, key=lambda one: one.place))
    return Code(_guid(study, factor.id), factor.name, words, children=children)


def _findings(study: Study, texts: Mapping[str, tuple[str, OffsetMap]]) -> tuple[str, ...]:
    left = sum(not one.present for one in study.all(Coding) if one.interview in texts)
    if not left:
        return ()
    return (
        ngettext(
            "{count} codering zegt dat iets er niet was en gaat niet mee, want andere programma's kennen dat"
            " niet.",
            "{count} coderingen zeggen dat iets er niet was en gaan niet mee, want andere programma's kennen"
            " dat niet.",
            left,
        ).format(count=left),
    )


def _source(study: Study, interview: str, with_memos: bool, text: str, moved: OffsetMap) -> Source:
    informant = study.one(Informant, study.one(Interview, interview).informant)
    family = study.one(Family, informant.family)
    notes: dict[str, list[str]] = {}
    for memo in study.all(Memo) if with_memos else ():
        notes.setdefault(memo.about, []).append(_guid(study, memo.id))
    selections = []
    for one in study.all(Coding):
        if one.interview == interview and one.present:
            coded = QdaCoding(_guid(study, one.id), _guid(study, one.factor), _guid(study, one.coder))
            place, guid = moved.to_new(one.start, one.end), _guid(study, f"{one.id}/passage")
            selections.append(Selection(guid, *place, codings=(coded,), notes=tuple(notes.get(one.id, ()))))
    name = f"{family.label} - {informant.role}"
    return Source(_guid(study, interview), name, text, tuple(selections))
