# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A family of the fictional study as records: who told, with which consent, what happened, what was coded."""

from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5

from wijkverhaal.simulation.study.fictional_family import Family, Informant, Telling, Verdict
from wijkverhaal.simulation.study.fictional_study import FictionalStudy, place_of
from wijkverhaal.stories.intake.frozen_text import freeze
from wijkverhaal.stories.study import record as records
from wijkverhaal.stories.study.history import statement
from wijkverhaal.stories.study.record import Record
from wijkverhaal.stories.time_expression import read_time

#: So many characters after an event was told, a passage still tells of it.
_NEARBY = 300
_GIVEN_BY = {"guardian": "voogd", "parents": "ouders"}


def record_id(kind: str, name: str) -> str:
    """The id of a record: always the same, and telling nothing."""
    return uuid5(NAMESPACE_URL, f"wijkverhaal:fictional:{kind}:{name}").hex


def family_records(family: Family, study: FictionalStudy, mark: str) -> Iterator[Record]:
    """The records of a family, each after what it needs.

    Parameters
    ----------
    mark : str
        Stands in the name of the family, so that all that leaves says that it is fictional.
    """
    own = record_id("family", family.key)
    yield records.Family(own, f"gezin {family.key} ({mark})", f"{mark}. {family.about}")
    yield records.Child(record_id("child", family.key), own, family.child, family.born)
    for informant in family.informants:
        yield from _informant(informant, own, study.roles[informant.role])
    for event in family.events:
        kind = study.kinds.get(event.kind, event.kind)
        place = (kind, event.name, event.domain, event.organisation)
        yield records.ToldEvent(record_id("event", event.id), own, *place)
    yield from _statements(family)
    yield from _codings(family)
    yield from _finished(family)
    for number, choice in enumerate(family.choices, start=1):
        aside = tuple(record_id("statement", one) for one in choice.set_aside)
        name = record_id("following", f"{family.key}:{number}")
        yield records.Following(name, own, aside, choice.reason, choice.by)
    for verdict in family.outcomes:
        yield _outcome(verdict, family, own)


def _informant(informant: Informant, family: str, role: str) -> Iterator[Record]:
    own, consent = record_id("informant", informant.id), informant.consent
    yield records.Informant(own, family, role)
    yield records.Consent(
        record_id("consent", informant.id),
        own,
        _GIVEN_BY.get(consent.by, role),
        consent.given,
        "onderzoek",
        consent.until,
        "quotation" in consent.purposes,
    )
    text = freeze(informant.text)
    yield records.Interview(
        record_id("interview", informant.id), own, informant.interviewed, text.sha256, len(text.text)
    )


def _statements(family: Family) -> Iterator[Record]:
    texts = {one.id: one.text for one in family.informants}
    names = {event.name.lower(): record_id("event", event.id) for event in family.events if event.name}
    for told in family.accounts:
        yield _statement(told, texts[told.informant], names)


def _statement(told: Telling, text: str, names: dict[str, str]) -> records.Statement:
    start, end = place_of(told.quote, text)
    return statement(
        record_id("statement", told.id),
        record_id("informant", told.informant),
        record_id("event", told.event),
        read_time(told.said, names) if told.said else None,
        told.said,
        interview=record_id("interview", told.informant),
        start=start,
        end=end,
    )


def _codings(family: Family) -> Iterator[Record]:
    """Each coding and whether it makes somebody recognisable."""
    texts = {one.id: one.text for one in family.informants}
    for number, coding in enumerate(family.codings, start=1):
        name = record_id("coding", f"{family.key}:{number}")
        start, end = place_of(coding.quote, texts[coding.interview])
        yield records.Coding(
            name,
            record_id("interview", coding.interview),
            record_id("factor", coding.factor),
            coding.coder,
            start,
            end,
            coding.state != "absent",
            event=_event_before(family, coding.interview, start),
        )
        judgement = record_id("judgement", f"{family.key}:{number}")
        yield records.Judgement(judgement, name, coding.recognisable, coding.coder)


def _finished(family: Family) -> Iterator[Record]:
    """Every coder is done with the interviews in which they coded."""
    for coder, informant in dict.fromkeys((one.coder, one.interview) for one in family.codings):
        name = record_id("finished", f"{coder}:{informant}")
        yield records.Finished(name, record_id("interview", informant), coder)


def _event_before(family: Family, informant: str, start: int) -> str:
    """The event that somebody was telling of just before; none where that was long ago."""
    text = next(one.text for one in family.informants if one.id == informant)
    told = [(*place_of(one.quote, text), one.event) for one in family.accounts if one.informant == informant]
    _begun, ended, event = max((one for one in told if one[0] <= start), default=(0, -_NEARBY, ""))
    return record_id("event", event) if event and start - ended < _NEARBY else ""


def _outcome(verdict: Verdict, family: Family, own: str) -> Record:
    """A verdict, by the informant whose words they are or by the researcher."""
    telling = {one.id: one for one in family.informants}
    words = verdict.reason or verdict.quote
    teller = telling.get(verdict.by)
    by = record_id("informant", verdict.by) if teller else verdict.by
    name = record_id("outcome", f"{family.key}:{verdict.by}")
    good = {"helped": True, "partly": None}.get(verdict.value, False)
    return records.Outcome(name, own, good, by, words)
