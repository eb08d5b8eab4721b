# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The fictional study: complete, fresh, its quotations in place, its names in the roster, in the wheel."""

import re
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files
from itertools import chain
from pathlib import Path

import pytest

from wijkverhaal.simulation.study.fictional_family import Family, Informant
from wijkverhaal.simulation.study.fictional_study import FICTIONAL_LINE, fictional_study, place_of
from wijkverhaal.stories.pseudonym import RosterEntry, find_hits, left_over, pseudonymise

STUDY = fictional_study()
FAMILIES = {family.key: family for family in STUDY.families}
INFORMANTS = [informant for family in STUDY.families for informant in family.informants]

#: Words with a capital that are no names of this study: languages, countries, feasts, illnesses, letters.
_CAPITALS = (
    "A4'tje Amerikaans Arabisch Bijbelverhalen EMDR Frans God Heer M MS Nederland Nederlands Pasen Polen"
    " Portugal R Sint-Maarten Suriname TOS"
)
#: Ordinary words that begin a sentence here and stand nowhere in the middle of one.
_BEGINNINGS = (
    "Aanmelden Aardige Beide Behandelplekken Betrapt Bewust Bloednerveus Blote Citaat Duw Eenenzestig Engels"
    " Exposure Eén Gebruikelijk Goedemorgen Grapje Ha Hilarisch Individueel Inentingen Instroom Jawel"
    " Jazeker Kaarten Medisch Menselijk Mislukt Mmm Nadat Negentien Nul Orthopeed Reistijd Rouwbegeleiding"
    " Ruim Schelden Selectief Slechter Slotgesprek Telefonisch Tja Toeval Verlengen Verstuurd Vóór Welkom"
    " Wiskunde Wisselend"
)
CAPITALS, BEGINNINGS = set(_CAPITALS.split()), set(_BEGINNINGS.split())
_CAPITAL = re.compile(r"(?<![\w'’-])[A-ZÀ-Þ][\w'’]*(?:-[\w'’]+)*")
_LOWER = re.compile(r"(?<![\w'’-])[a-zà-ÿ][\w'’-]*")
_BEGINS = re.compile(r"(?:^|\n|[.?!:]\s|[.?!][\"”]\s|[\"“])$")
_LABEL = re.compile(r"(?m)^[^\s:]+: ")


def _spoken(informant: Informant) -> str:
    """What was said, without the first line and the labels."""
    return _LABEL.sub("", informant.text.removeprefix(FICTIONAL_LINE).strip())


def _roster(family: Family) -> list[RosterEntry]:
    return [RosterEntry(name.terms, name.pseudonym) for name in family.names]


def _quotes(family: Family) -> Iterator[tuple[str, str]]:
    """The interview and the passage of everything that quotes."""
    yield from ((one.interview, one.quote) for one in family.codings)
    yield from ((one.informant, one.quote) for one in family.accounts)
    yield from ((one.by, one.quote) for one in family.outcomes if one.quote)


def test_ten_families_and_thirty_interviews() -> None:
    assert list(FAMILIES) == list("ABCDEFGHIJ")
    assert len({informant.id for informant in INFORMANTS}) == len(INFORMANTS) == 30
    assert all(2 <= len(family.informants) <= 4 for family in STUDY.families)
    folder = files("wijkverhaal.simulation.study") / "interviews"
    assert {path.name for path in folder.iterdir()} == {one.file_name for one in INFORMANTS}


@pytest.mark.parametrize("informant", INFORMANTS, ids=lambda one: one.id)
def test_an_interview(informant: Informant) -> None:
    first, blank, *turns = informant.text.removesuffix("\n").split("\n")
    assert (first, blank) == (FICTIONAL_LINE, "")
    assert "\r" not in informant.text
    assert {turn.split(": ", 1)[0] for turn in turns} == {"I", informant.label}
    told = [turn.split(": ", 1)[1] for turn in turns if turn.startswith(f"{informant.label}: ")]
    assert len(" ".join(told).split()) >= 600


@pytest.mark.parametrize("family", STUDY.families, ids=lambda one: one.key)
def test_every_quotation_stands_in_its_interview_once(family: Family) -> None:
    texts = {informant.id: informant.text for informant in family.informants}
    for interview, quote in _quotes(family):
        assert texts[interview].count(quote) == 1, quote
        start, end = place_of(quote, texts[interview])
        assert texts[interview][start:end] == quote
        assert "\n" not in quote
    assert all(told.said in told.quote for told in family.accounts)


def test_no_two_interviews_share_eight_words() -> None:
    said_in: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for informant in INFORMANTS:
        words = re.findall(r"\w+", _spoken(informant).lower())
        for begin in range(len(words) - 7):
            said_in[tuple(words[begin : begin + 8])].add(informant.id)
    assert [" ".join(words) for words, where in said_in.items() if len(where) > 1] == []


@pytest.mark.parametrize("family", STUDY.families, ids=lambda one: one.key)
def test_the_names_are_those_of_the_roster(family: Family) -> None:
    text = "\n".join(_spoken(informant) for informant in family.informants)
    missing = [
        term for name in family.names for term in name.terms if not re.search(rf"\b{re.escape(term)}", text)
    ]
    assert missing == []
    ordinary = set(_LOWER.findall("\n".join(_spoken(informant) for informant in INFORMANTS)))
    left, _map = pseudonymise(text, find_hits(text, _roster(family), rules=()))
    for found in _CAPITAL.finditer(re.sub(r"\[[^\]]+\]", lambda role: "_" * len(role[0]), left)):
        begins = _BEGINS.search(left[: found.start()]) is not None
        known = found[0] in CAPITALS | BEGINNINGS or found[0].lower() in ordinary
        assert known if begins else found[0] in CAPITALS, found[0]


def test_words_that_may_begin_a_sentence_are_no_names() -> None:
    names = {term for family in STUDY.families for name in family.names for term in name.terms}
    assert not names & (CAPITALS | BEGINNINGS)


@pytest.mark.parametrize("family", STUDY.families, ids=lambda one: one.key)
def test_pseudonyms_take_every_name_away(family: Family) -> None:
    roster = _roster(family)
    assert {one.pseudonym for one in family.informants} <= {entry.pseudonym for entry in roster}
    for informant in family.informants:
        hits = find_hits(informant.text, roster)
        assert {hit.rule for hit in hits} <= {"roster"}
        assert left_over(pseudonymise(informant.text, hits)[0], roster) == []
    about = [family.child, family.about, family.household, *(one.reason for one in family.outcomes)]
    about += [word for event in family.events for word in (event.name, event.organisation)]
    assert left_over("\n".join([*about, *(one.reason for one in family.choices)]), roster) == []


def test_the_factors() -> None:
    groups = {factor.key for factor in STUDY.factors if not factor.parent}
    leaves = [factor for factor in STUDY.factors if factor.parent]
    assert 18 <= len(leaves) <= 25
    assert {factor.parent for factor in leaves} == groups
    assert {factor.direction for factor in leaves} == {"helping", "hindering"}
    everything = "\n".join(informant.text for informant in INFORMANTS)
    names = [entry for family in STUDY.families for entry in _roster(family)]
    for factor in leaves:
        assert factor.example in everything
        assert left_over(factor.example, names) == []
        families = [one for one in STUDY.families if factor.key in {c.factor for c in one.codings}]
        assert len(families) >= 2, factor.key


def test_the_codings() -> None:
    codings = list(chain.from_iterable(family.codings for family in STUDY.families))
    assert {one.factor for one in codings} == {factor.key for factor in STUDY.factors if factor.parent}
    assert {one.state for one in codings} == {"present", "absent"}
    first = [one for one in codings if one.coder == "Onderzoeker 1"]
    second = [one for one in codings if one.coder == "Onderzoeker 2"]
    assert len(first) >= 300
    assert {one.interview for one in first} == {informant.id for informant in INFORMANTS}
    assert len({one.interview for one in second}) == 6
    alike = {(one.interview, one.factor, one.quote) for one in first}
    agreed = [(one.interview, one.factor, one.quote) in alike for one in second]
    assert 0.6 < sum(agreed) / len(agreed) < 1
    assert len(first) + len(second) == len(codings) == len(set(codings))


def test_the_wheel_holds_the_study() -> None:
    wheel = pytest.importorskip("hatchling.builders.wheel")
    root = Path(__file__).parents[2]
    packed = {
        Path(one.distribution_path).as_posix()
        for one in wheel.WheelBuilder(str(root)).recurse_included_files()
    }
    folder = "wijkverhaal/simulation/study"
    assert f"{folder}/study.toml" in packed
    assert {f"{folder}/interviews/{one.file_name}" for one in INFORMANTS} <= packed
