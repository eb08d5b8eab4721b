# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Language: Dutch unless asked otherwise, and numbers as the reader writes them."""

import threading
from collections.abc import Iterator

import pytest

from wijkverhaal.foundation.language import (
    LANGUAGES,
    _,
    current_language,
    ngettext,
    number,
    percentage,
    use_language,
)


@pytest.fixture(autouse=True)
def _dutch() -> Iterator[None]:
    use_language("nl")
    yield
    use_language("nl")


def test_dutch_is_what_stands_in_the_code() -> None:
    assert current_language() == "nl"
    assert _("Nog niet verklaard") == "Nog niet verklaard"
    assert [ngettext("{count} wijk", "{count} wijken", n).format(count=n) for n in (1, 2)] == [
        "1 wijk",
        "2 wijken",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_without_translation_stays_dutch(language: str) -> None:
    use_language(language)
    assert _("Deze zin staat in geen enkele catalogus.") == "Deze zin staat in geen enkele catalogus."
    assert ngettext("een zinnetje zonder", "zinnetjes zonder", 2) == "zinnetjes zonder"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match=r"'fy'.*nl, en"):
        use_language("fy")
    assert current_language() == "nl"


def test_the_language_of_one_reader_is_not_that_of_another() -> None:
    found: list[str] = []
    use_language("en")
    other = threading.Thread(target=lambda: found.append(current_language()))
    other.start()
    other.join()
    assert (current_language(), found) == ("en", ["nl"])


@pytest.mark.parametrize(
    ("value", "decimals", "dutch", "english"),
    [
        (1234.56, 1, "1.234,6", "1,234.6"),
        (-0.04, 1, "0,0", "0.0"),
        (-2.5, 1, "-2,5", "-2.5"),
        (3340, 0, "3.340", "3,340"),
        (8.0, 2, "8,00", "8.00"),
        (0.95, 0, "1", "1"),
    ],
)
def test_numbers_as_the_reader_writes_them(value: float, decimals: int, dutch: str, english: str) -> None:
    assert number(value, decimals) == dutch
    use_language("en")
    assert number(value, decimals) == english


def test_percentages() -> None:
    assert percentage(8.94) == "8,9%"
    assert percentage(8.94, 0) == "9%"
    assert percentage(None) == percentage(float("nan")) == "–"
