# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Names become roles, numbers are found, and codings stay on their words. All names are invented."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkverhaal.stories.capital_hit import capital_hits
from wijkverhaal.stories.hit import Hit
from wijkverhaal.stories.hit_decision import decide, text_for_readers, undecided
from wijkverhaal.stories.identifier_rule import is_bsn
from wijkverhaal.stories.offset_map import OffsetMap
from wijkverhaal.stories.pseudonym import RosterEntry, find_hits, left_over, pseudonymise

ROSTER = [
    RosterEntry(("Linda van den Berk", "Linda"), "[moeder-A]"),
    RosterEntry(("Sem", "Semmie"), "[kind-A]"),
    RosterEntry(("Hans",), "[vader-A]"),
    RosterEntry(("De Klimboom", "Klimboom"), "[school-A1]"),
    RosterEntry(("José",), "[helper-A1]"),
]


def _replaced(text: str) -> str:
    return pseudonymise(text, find_hits(text, ROSTER))[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Linda van den Berk belde", "[moeder-A] belde"),
        ("linda zei niets", "[moeder-A] zei niets"),
        ("LINDA!", "[moeder-A]!"),
        ("Linda d’r fiets", "[moeder-A] d’r fiets"),
        ("Sems fiets, Sem’s fiets en Sem's fiets", "[kind-A]s fiets, [kind-A]’s fiets en [kind-A]'s fiets"),
        ("Hans' auto", "[vader-A]' auto"),
        ("Semmie en Sem", "[kind-A] en [kind-A]"),
        ("september, assembleren, semester", "september, assembleren, semester"),
        ("hij heet Semko", "hij heet Semko"),
        ("op De  Klimboom", "op [school-A1]"),
        ("op de\nKlimboom", "op [school-A1]"),
        (unicodedata.normalize("NFD", "José kwam"), "[helper-A1] kwam"),
        ("(Sem)", "([kind-A])"),
        ("Sem-Jan", "[kind-A]-Jan"),
        ("Semmetje en Hansje", "[kind-A] en [vader-A]"),
        ("Linda's", "[moeder-A]'s"),
        ("Lin\u00adda", "[moeder-A]"),
        ("hij heet Hansen", "hij heet Hansen"),
        ("Jose, JOSÉ en josé’s fiets", "[helper-A1], [helper-A1] en [helper-A1]’s fiets"),
        ("Linda-van den_Berk", "[moeder-A]"),
        ("Sem2 en Sem_", "[kind-A]2 en [kind-A]_"),
    ],
)
def test_the_roster(text: str, expected: str) -> None:
    assert _replaced(text) == expected


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("111222333", "bsn"),
        ("1112.22.333", "bsn"),
        ("06-12345678", "phone"),
        ("06 1234 5678", "phone"),
        ("+31 6 12345678", "phone"),
        ("0475-123456", "phone"),
        ("(0475) 123456", "phone"),
        ("iemand@voorbeeld.nl", "email"),
        ("6042 AB", "postcode"),
        ("6042AB", "postcode"),
        ("6042ab", "postcode"),
        ("Dorpsstraat 12a", "address"),
        ("06 - 12 34 56 78", "phone"),
        ("0475 - 12 34 56", "phone"),
        ("06/12345678", "phone"),
        ("+31(6)12345678", "phone"),
        ("+31 (0)6 12345678", "phone"),
        ("111-222-333", "bsn"),
        ("111.222.333", "bsn"),
        ("kerkstraat 12", "address"),
        ("dorpsstraat nummer 5", "address"),
        ("Laan van Meerdervoort 10", "address"),
        ("laan van meerdervoort 10", "address"),
        ("Kerkstraat 12-14", "address"),
        ("Kerkstraat 12 t/m 14", "address"),
        ("Élisabethlaan 4", "address"),
    ],
)
def test_rules(text: str, rule: str) -> None:
    (hit,) = find_hits(f"Het is {text}, zei ze.", [])
    assert (hit.rule, hit.text) == (rule, text)


@pytest.mark.parametrize(
    "text",
    [
        "123456789",
        "hij was 3 en in 2013 en 2014 ging het mis",
        "groep 4, 12 jaar",
        "in 2013 is hij verhuisd",
        "12 maart 2013",
        "000000000",
        "hij woonde op straat 3 weken",
        "we waren onderweg 3 uur",
        "in de hoofdstraat 30 keer",
        "12-05-2013",
        "01-02-2013 om 10:30",
    ],
)
def test_what_is_no_identifier(text: str) -> None:
    assert find_hits(text, []) == []


def test_the_eleven_proof() -> None:
    assert is_bsn("123456782")
    assert not is_bsn("123456789")
    assert is_bsn("10000008") == is_bsn("010000008")


def test_only_accepted_hits_are_replaced() -> None:
    text = "Sem en Linda"
    hits = find_hits(text, ROSTER)
    assert pseudonymise(text, hits[:1])[0] == "[kind-A] en Linda"


def test_codings_stay_on_their_words() -> None:
    text = "Linda zei dat Sem niet naar De Klimboom wilde."
    new, moved = pseudonymise(text, find_hits(text, ROSTER))
    start = text.index("niet naar")
    assert new[slice(*moved.to_new(start, start + 9))] == "niet naar"
    inside = text.index("Klimboom")
    assert new[slice(*moved.to_new(inside, inside + 3))] == "[school-A1]"
    assert moved.to_new(0, len(text)) == (0, len(new))
    assert moved.to_old(0, len(new)) == (0, len(text))


@given(st.lists(st.tuples(st.text("abc ", max_size=5), st.text("N", min_size=1, max_size=4)), max_size=5))
def test_every_kept_piece_is_found_again(pieces: list[tuple[str, str]]) -> None:
    text, hits = "", []
    for kept, name in pieces:
        text += kept
        hits.append(Hit(len(text), len(text) + len(name), name, "[rol]", "roster"))
        text += name
    text += "slot"
    new, moved = pseudonymise(text, hits)
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            if all(end <= hit.start or hit.end <= start for hit in hits):
                there = moved.to_new(start, end)
                assert new[slice(*there)] == text[start:end]
                assert moved.to_old(*there) == (start, end)


def test_nothing_replaced_is_nothing_moved() -> None:
    assert OffsetMap().to_new(3, 7) == (3, 7)


def test_what_is_left_over_also_in_a_file_name() -> None:
    assert [hit.text for hit in left_over("interview_linda_2021.docx", ROSTER)] == ["linda"]
    assert left_over("[moeder-A] zei niets", ROSTER) == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("JOSE", "JOSE"),
        (unicodedata.normalize("NFD", "josé"), unicodedata.normalize("NFD", "josé")),
        ("klas_de-klimboom.csv", "de-klimboom"),
        ("De  \n Klimboom", "De  \n Klimboom"),
        ("Sems", "Sem"),
        ("Lin\u200bda", "Lin\u200bda"),
        ("linda2", "linda"),
        ("lindaatje", ""),
        ("september", ""),
    ],
)
def test_what_is_left_over_however_it_is_written(text: str, left: str) -> None:
    assert left in [hit.text for hit in left_over(text, ROSTER)] or not left
    assert bool(left_over(text, ROSTER)) == bool(left)


@pytest.mark.parametrize("text", ["loes@klompenwerf.example", "Loeslaan 12b"])
def test_an_address_with_a_name_in_it_goes_whole(text: str) -> None:
    (hit,) = find_hits(f"Het is {text}, zei ze.", [RosterEntry(("Loes", "Loeslaan"), "[moeder-A]")])
    assert hit.text == text


@pytest.mark.parametrize(
    ("term", "text"),
    [("Noor-Sophie", "Noor Sophie"), ("Noor Sophie", "noor-sophie"), ("Zoë", "Zoe"), ("Zoe", "ZOË")],
)
def test_a_name_is_found_however_the_register_writes_it(term: str, text: str) -> None:
    (hit,) = find_hits(f"Dat was {text}, zei ze.", [RosterEntry((term,), "[kind-A]")])
    assert hit.text == text


_NAMES = ("José", "Noor-Sophie", "Zoë", "Sem", "d'Arco", "Jan Pieter", "Pieter Bos", "Bos", "Van der Veen")
_ROSTER = [RosterEntry((name,), f"[rol-A{number}]") for number, name in enumerate(_NAMES)]


@st.composite
def told(draw: st.DrawFn) -> str:
    """A text full of names, each written in one of the ways in which people write it."""
    ways = [
        str,
        str.upper,
        str.lower,
        lambda name: unicodedata.normalize("NFD", name),
        lambda name: "".join(one for one in unicodedata.normalize("NFD", name) if one.isascii()),
        lambda name: name.replace("-", " ").replace(" ", "  \n"),
        lambda name: name.replace(" ", "-"),
        lambda name: f"{name}s",
        lambda name: f"{name}’s",
        lambda name: f"{name}'",
        lambda name: "\u00ad".join(name),
        lambda name: f"{name}_2",
    ]
    pieces = draw(
        st.lists(
            st.one_of(
                st.builds(lambda name, way: way(name), st.sampled_from(_NAMES), st.sampled_from(ways)),
                st.sampled_from(
                    ["zei", "toen", "semester", "bosrand", ".", "12", "kerkstraat 3", "06-12345678"]
                ),
            ),
            max_size=12,
        )
    )
    return draw(st.sampled_from([" ", "-", ", ", "\n", "’"])).join(pieces)


@given(told())
def test_what_would_be_left_over_is_a_hit(text: str) -> None:
    hits = find_hits(text, _ROSTER)
    for left in left_over(text, _ROSTER):
        assert any(hit.start < left.end and left.start < hit.end for hit in hits)
    assert left_over(pseudonymise(text, hits)[0], _ROSTER) == []


@given(told(), st.integers(0, 2**12))
def test_no_name_is_in_a_text_that_is_ready(text: str, chance: int) -> None:
    """Whatever was let stand before: once nothing is open, no name of the register is left."""
    words = [*capital_hits(text), *find_hits(text, [])]
    before = [
        decide(hit, bool(chance >> place & 1), "anna")
        for place, hit in enumerate(words)
        if chance >> place & 2
    ]
    hits = find_hits(text, _ROSTER)
    after = [decide(hit, True, "anna") for hit in undecided(hits, before)]
    assert left_over(text_for_readers(text, hits, [*before, *after])[0], _ROSTER) == []
