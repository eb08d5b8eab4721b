# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Days that can be, and those that cannot."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.stories.qda_project import QdaProject, Source
from wijkverhaal.stories.study.possible_day import check_born, check_consent, check_held
from wijkverhaal.stories.study.project_records import project_records
from wijkverhaal.stories.study.record import Interview
from wijkverhaal.stories.study.telling import Allowed, Telling

TODAY = date(2026, 6, 1)


def test_what_is_today_or_was_before_can_be() -> None:
    check_consent(TODAY, TODAY, TODAY)
    check_consent(date(2025, 1, 1), None, TODAY)
    check_consent(date(2025, 1, 1), date(2040, 1, 1), TODAY)
    check_born(TODAY, TODAY)
    check_held(TODAY, TODAY)


def test_what_still_has_to_come_cannot_have_been() -> None:
    later = date(2040, 1, 1)
    with pytest.raises(InputError, match="niet op 2040-01-01 geboren"):
        check_born(later, TODAY)
    with pytest.raises(InputError, match="niet op 2040-01-01 gehouden"):
        check_held(later, TODAY)
    with pytest.raises(InputError, match="niet op 2040-01-01 gegeven"):
        check_consent(later, None, TODAY)


def test_a_consent_does_not_end_before_it_begins() -> None:
    with pytest.raises(InputError, match="van 2025-01-01 kan niet tot 2020-01-01 gelden"):
        check_consent(date(2025, 1, 1), date(2020, 1, 1), TODAY)


def test_a_project_of_elsewhere_brings_no_days_to_come() -> None:
    """Of a project that was written here the days may have been moved, so there only consent is looked at."""
    source = Source("s", "gesprek", "Moeder: Goed.\n" * 9)
    told = Telling("s", "gesprek", True, "A", "moeder", date(2025, 1, 1), Allowed("zelf", TODAY, "onderzoek"))
    now = datetime(2026, 6, 1, tzinfo=UTC)
    later = date(2040, 1, 1)
    for wrong in (replace(told, held=later), replace(told, allowed=Allowed("zelf", later, "onderzoek"))):
        with pytest.raises(InputError, match="2040-01-01"):
            project_records(QdaProject("x", sources=(source,)), [wrong], "anna", now, lambda: uuid4().hex)
    found = project_records(QdaProject("x", sources=(source,)), [told], "anna", now, lambda: uuid4().hex)
    assert any(isinstance(one, Interview) for one in found.records)
