# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A study to and from a project as other programs exchange it (`qda_project`).

Out goes the pseudonymised text only, unless somebody asks for names, with codings moved along to their words.
In come codes and codings, as records that an action can put in a study.
"""

from collections.abc import Iterable, Mapping
from uuid import NAMESPACE_URL, uuid5

from wijkverhaal.foundation.language import _, ngettext
from wijkverhaal.stories.offset_map import OffsetMap
from wijkverhaal.stories.pseudonym_register import PseudonymRegister
from wijkverhaal.stories.qda_project import Case, Code, QdaProject, Selection, Source, User
from wijkverhaal.stories.qda_project import Coding as QdaCoding
from wijkverhaal.stories.study.companion import Scope, companion_words, leaving_records
from wijkverhaal.stories.study.record import Coding, Factor, Family, Informant, Interview, Memo, Record
from wijkverhaal.stories.study.record_name import renamed
from wijkverhaal.stories.study.study import Study

_BY = ("coder", "author", "by")


def qda_project_of(
    study: Study,
    texts: Mapping[str, tuple[str, OffsetMap]],
    with_memos: bool = False,
    with_history: bool = False,
    register: PseudonymRegister | None = None,
) -> QdaProject:
    """The interviews in `texts` with their codings, the codebook, and the families as cases.

    Other programs know no coding that says that something was not so, no consent and no help history; those
    go in a part of our own (`companion`), and `findings` says what other programs will not see.

    Parameters
    ----------
    texts : mapping
        Per interview the text for readers, from `hit_decision.text_for_readers`.
    with_memos : bool
        Whether memos and summaries go along. They are in the researcher's own words: look at the file with
        `export_scan.check_leaving`.
    with_history : bool
        Whether the help histories go along, and how it went.
    register : PseudonymRegister, optional
        Its names in the researcher's own words become roles, and its dates move; None leaves all as it is.
    """
    records = leaving_records(study, texts, Scope(with_memos, with_history), register)
    people = _people(records, study)
    left = Study(study.id, study.title, study.keep_until, {one.id: one for one in records})
    sources = {name: _source(left, name, texts[name][0], people) for name in texts}
    cases = tuple(
        Case(
            _guid(study, family.id),
            family.label,
            sources=tuple(one.guid for name, one in sources.items() if left.family_of(name) == family.id),
            description=family.summary,
        )
        for family in left.all(Family)
    )
    memos = [one for one in left.all(Memo) if isinstance(left.records.get(one.about), Coding)]
    own = [renamed(one, lambda name: _guid(study, name), lambda name: people[name]) for one in records]
    return QdaProject(
        study.title,
        tuple(User(guid, f"coder {number}") for number, guid in enumerate(_coders(people, study), start=1)),
        tuple(_code(study, one) for one in study.all(Factor) if not one.parent),
        tuple(sources.values()),
        cases=cases,
        notes=tuple(Source(_guid(study, one.id), _("notitie"), one.text) for one in memos),
        findings=_findings(study, texts),
        companion=companion_words(own),
    )


def _people(records: Iterable[Record], study: Study) -> dict[str, str]:
    """The guid of everybody who coded, wrote or judged."""
    found = dict.fromkeys(
        getattr(one, name) for one in records for name in _BY if isinstance(getattr(one, name, None), str)
    )
    return {name: _guid(study, name) for name in found}


def _coders(people: Mapping[str, str], study: Study) -> list[str]:
    return [guid for name, guid in people.items() if name not in study.records]


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
            "{count} codering zegt dat iets er niet was; andere programma's kennen dat niet en laten haar"
            " weg.",
            "{count} coderingen zeggen dat iets er niet was; andere programma's kennen dat niet en laten ze"
            " weg.",
            left,
        ).format(count=left),
    )


def _source(study: Study, interview: str, text: str, people: Mapping[str, str]) -> Source:
    told = study.one(Interview, interview)
    informant = study.one(Informant, told.informant)
    family = study.one(Family, informant.family)
    notes: dict[str, list[str]] = {}
    for memo in study.all(Memo):
        notes.setdefault(memo.about, []).append(_guid(study, memo.id))
    selections = []
    for one in study.all(Coding):
        if one.interview == interview and one.present:
            coded = QdaCoding(_guid(study, one.id), _guid(study, one.factor), people[one.coder])
            guid = _guid(study, f"{one.id}/passage")
            noted = tuple(notes.get(one.id, ()))
            selections.append(Selection(guid, one.start, one.end, codings=(coded,), notes=noted))
    name = f"{family.label} - {informant.role}"
    return Source(_guid(study, interview), name, text, tuple(selections), told.held.isoformat())
