# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The form of a run: the model's usual choices, a sentence per wrong field, and nothing silently changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from wijkverhaal.expectation.estimate import Request
from wijkverhaal.foundation.workspace import Workspace

from .conftest import USUAL, newest

if TYPE_CHECKING:
    from django.test import Client

ADDRESS = "/werk/berekenen/"


def test_nothing_changed_is_what_the_command_line_does(home: Workspace, analyst: Client) -> None:
    from wijkverhaal.site.jobs.tasks import request_of

    analyst.post(ADDRESS, {name: value for name, value in USUAL.items() if name != "jaar"})
    assert request_of(newest().parameters) == Request()


def test_every_choice_arrives(home: Workspace, analyst: Client) -> None:
    from wijkverhaal.site.jobs.tasks import request_of

    chosen = {
        "uitkomst": "jeugdzorg",
        "jaar": ["2022", "2021"],
        "zonder-herkomst": "ja",
        "fdr": "2,5",
        "kleinste": "0",
        "startgetal": "42",
    }
    analyst.post(ADDRESS, chosen)
    asked = request_of(newest().parameters)
    assert asked.years == (2021, 2022)
    settings = asked.settings
    assert settings.without_groups == {"origin"}
    assert (settings.levels, settings.neighbours, settings.together, settings.seed) == (
        False,
        False,
        False,
        42,
    )
    assert (asked.rule.false_discovery_rate, asked.rule.smallest) == (0.025, 0.0)
    page = analyst.get(f"/werk/opdracht/{newest().pk}/").text
    assert "2021, 2022" in page


@pytest.mark.parametrize(
    ("field", "value", "place", "words"),
    [
        ("uitkomst", "jeugdhulp", "uitkomst", "waarover er cijfers zijn"),
        ("jaar", "1999", "jaar", "Over 1999 zijn er geen cijfers"),
        ("fdr", "0", "fdr", "meer dan 0"),
        ("fdr", "nan", "fdr", "meer dan 0"),
        ("fdr", "51", "fdr", "hoogstens 50"),
        ("kleinste", "veel", "kleinste", "minder dan 100"),
        ("kleinste", "100", "kleinste", "minder dan 100"),
        ("startgetal", "-1", "startgetal", "een heel getal"),
        ("startgetal", "9999999999", "startgetal", "een heel getal"),
        ("scp", "ja", "scp", "nog niet ingelezen"),
    ],
)
def test_a_wrong_field_is_told_beside_it(
    field: str, value: str, place: str, words: str, home: Workspace, analyst: Client
) -> None:
    from wijkverhaal.site.jobs.models import Job

    answer = analyst.post(ADDRESS, USUAL | {field: value})
    assert answer.status_code == 400
    assert words in answer.text
    assert f'id="{place}-fout"' in answer.text
    assert f'aria-describedby="{place}-uitleg {place}-fout"' in answer.text
    assert not Job.objects.exists()


def test_without_figures_there_is_nothing_to_choose(empty: Workspace, analyst: Client) -> None:
    page = analyst.get(ADDRESS).text
    assert "nog geen cijfers over jeugdzorg" in page
    assert "<button>Start" not in page
