# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A document is refreshed without losing what people wrote."""

from hypothesis import given, settings
from hypothesis import strategies as st

from wijkverhaal.dialogue.three_way import Mark, merged

TEXT = st.lists(st.sampled_from("abcdefg"), max_size=8).map(tuple)


@settings(deadline=None)
@given(TEXT, TEXT)
def test_only_people_changed(base: tuple[str, ...], written: tuple[str, ...]) -> None:
    found = merged(base, written, base)
    assert (found.paragraphs, found.marks) == (written, ())


@settings(deadline=None)
@given(TEXT, TEXT)
def test_only_the_figures_changed(base: tuple[str, ...], generated: tuple[str, ...]) -> None:
    found = merged(base, base, generated)
    assert (found.paragraphs, found.marks) == (generated, ())


@settings(deadline=None)
@given(TEXT, TEXT, TEXT)
def test_nothing_that_people_wrote_is_lost(
    base: tuple[str, ...], written: tuple[str, ...], generated: tuple[str, ...]
) -> None:
    found = merged(base, written, generated)
    own = [one for one in written if one not in base]
    assert [one for one in own if one not in found.paragraphs] == []


@settings(deadline=None)
@given(TEXT, TEXT, TEXT)
def test_nothing_newly_generated_is_lost(
    base: tuple[str, ...], written: tuple[str, ...], generated: tuple[str, ...]
) -> None:
    """It stands in the text, or beside it in a mark."""
    found = merged(base, written, generated)
    told = {*found.paragraphs, *(one for mark in found.marks for one in mark.beneath)}
    assert {one for one in generated if one not in base} <= told


def test_both_changed_the_same_paragraph() -> None:
    found = merged(("a", "b", "c"), ("a", "mijn b", "c"), ("a", "nieuwe b", "c", "d"))
    assert found.paragraphs == ("a", "mijn b", "c", "d")
    assert found.marks == (Mark(("mijn b",), ("nieuwe b",)),)


def test_people_took_away_what_then_changed() -> None:
    found = merged(("a", "b"), ("a",), ("a", "b2"))
    assert found.paragraphs == ("a",)
    assert found.marks == (Mark((), ("b2",)),)


def test_an_added_paragraph_stays_between_changed_ones() -> None:
    found = merged(("a", "b"), ("a", "van mij", "b"), ("a2", "b2"))
    assert "van mij" in found.paragraphs
