# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""English is whole: every text has its translation, and a reader meets one language at a time."""

import re
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from wijkverhaal.cli.main import run
from wijkverhaal.expectation.run import find_run
from wijkverhaal.figures.catalogue import indicators_of
from wijkverhaal.figures.intake import import_files
from wijkverhaal.foundation import language
from wijkverhaal.foundation.language import _, mark, ngettext, number, percentage, speaking, use_language
from wijkverhaal.foundation.workspace import open_workspace
from wijkverhaal.publication.export import export_run
from wijkverhaal.simulation.country import simulate_country
from wijkverhaal.simulation.published_files import publish
from wijkverhaal.simulation.settings import CountrySettings

SCRIPTS = Path(__file__).parents[2] / "scripts"
PACKAGE = Path(str(files("wijkverhaal")))
PLACEHOLDER = re.compile(r"\{[^{}]*\}")
#: Words that head the lines of the terminal and the page.
DUTCH = re.compile(
    r"\b(Berekening|Verder|Spreiding|Jeugdigen|Gepubliceerd|Verwacht|Werkelijk|Verschil|Kans|Uitleg|Samen"
    r"|Bron|Gebruik|Opties|Gegevens|Herkomst|Leeftijd|Huishouden|Inkomen|jaar|wijken met|Meer hierover)\b"
)
ENGLISH = re.compile(
    r"\b(Run|Next|Spread|Youths|Published|Expected|Actual|Difference|Chance|Explanation|Together|Source"
    r"|Usage|Options|Arguments|Origin|Age|Household|Income|More about)\b"
)


@pytest.fixture(autouse=True)
def _dutch() -> Iterator[None]:
    with speaking("nl"):
        yield


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with (PACKAGE / "locale/en/LC_MESSAGES/wijkverhaal.po").open("rb") as text:
        return read_po(text, locale="en")


def strings(value: str | tuple[str, ...] | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def translations(catalogue: Catalog) -> list[tuple[list[str], list[str]]]:
    return [(strings(one.id), strings(one.string)) for one in catalogue if one.id]


def test_the_catalogue_holds_exactly_the_texts_of_the_code(
    catalogue: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(SCRIPTS))
    sys.modules.pop("update_messages", None)
    import update_messages

    found = {strings(message)[0] for _file, message in update_messages.texts(PACKAGE)}
    known = {ids[0] for ids, _texts in translations(catalogue)}
    assert len(found) > 300
    assert {"the code only": found - known, "the catalogue only": known - found} == {
        "the code only": set(),
        "the catalogue only": set(),
    }
    assert update_messages.untranslated(catalogue) == []
    assert update_messages.updated(catalogue, PACKAGE).get("geheim").string == "secret"


def test_every_text_has_its_english(catalogue: Catalog) -> None:
    assert [ids[0] for ids, texts in translations(catalogue) if not all(texts)] == []


def test_a_translation_fills_in_the_same_places(catalogue: Catalog) -> None:
    wrong = [
        ids[0]
        for ids, texts in translations(catalogue)
        for text in texts
        if sorted(PLACEHOLDER.findall(text)) != sorted(PLACEHOLDER.findall(ids[-1]))
    ]
    assert wrong == []


def test_nothing_is_uncertain_obsolete_or_private(catalogue: Catalog) -> None:
    assert [one.id for one in catalogue if one.id and one.fuzzy] == []
    assert list(catalogue.obsolete) == []
    text = (PACKAGE / "locale/en/LC_MESSAGES/wijkverhaal.po").read_text("utf-8")
    assert re.findall(r"[\w.+-]+@[\w-]+\.\w+", text) == []  # a mail address
    for private in ("Last-Translator", "POT-Creation-Date", "/home/", "#~"):
        assert private not in text
    assert re.findall(r"^#: .*:\d+$", text, flags=re.M) == []


def test_the_words_of_the_field_stay(catalogue: Catalog) -> None:
    wrong = [
        ids[0]
        for ids, texts in translations(catalogue)
        if re.search(r"\b(neighbou?rhood|district|municipalit|borough|council)", " ".join(texts), re.I)
    ]
    assert wrong == []


def test_the_compiled_catalogue_is_used() -> None:
    assert (PACKAGE / "locale/en/LC_MESSAGES/wijkverhaal.mo").is_file()
    assert _("geheim") == "geheim"
    use_language("en")
    assert _("geheim") == "secret"
    assert ngettext("{count} rij", "{count} rijen", 1) == "{count} row"
    assert ngettext("{count} rij", "{count} rijen", 2) == "{count} rows"
    assert _(mark("huishoudens")) == "households"
    assert _("") == ""


def test_units_and_denominators_follow_the_language(catalogue: Catalog) -> None:
    same = {"", "%", "km"}
    words = {
        word for family in ("kwb", "scp") for i in indicators_of(family) for word in (i.unit, i.denominator)
    }
    assert {word for word in words - same if word not in catalogue} == set()
    household_size = next(i for i in indicators_of("kwb") if i.id == "household_size")
    one_parent = next(i for i in indicators_of("scp") if i.id == "perc_1ouder")
    assert (household_size.unit_text, one_parent.denominator_text) == ("personen", "huishoudens met kinderen")
    use_language("en")
    assert (household_size.unit_text, one_parent.denominator_text) == ("persons", "households with children")


def test_numbers_are_written_as_the_reader_writes_them() -> None:
    assert (number(12345.67), percentage(8.94)) == ("12.345,7", "8,9%")
    use_language("en")
    assert (number(12345.67), percentage(8.94)) == ("12,345.7", "8.9%")
    assert percentage(None) == "–"


def test_a_language_is_left_again_also_after_an_error() -> None:
    with pytest.raises(RuntimeError), speaking("en"):
        raise RuntimeError
    assert language.current_language() == "nl"


def test_another_language_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ValueError, match="unknown language"):
        use_language("fr")
    for arguments in (["--lang", "fr", "show"], ["--lang=fr"], ["show", "--lang"]):
        assert run(arguments) == 2
        assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "english", "dutch"),
    [
        (["shw"], "This command cannot be understood", "Deze opdracht is niet te begrijpen"),
        (["show"], "Something is missing: CODE", "Er ontbreekt iets: CODE"),
        (["import"], "Something is missing: FILE...", "Er ontbreekt iets: BESTAND..."),
        (["show", "--colour"], "The option --colour does not exist", "De optie --colour bestaat niet"),
        (
            ["validate", "--folds", "x"],
            "The value of --folds is not right",
            "De waarde van --folds klopt niet",
        ),
        (["estimate", "--year", "nu"], "'nu' is no year", "'nu' is geen jaar"),
    ],
)
def test_errors_are_in_the_language_asked_for(
    arguments: list[str],
    english: str,
    dutch: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("WIJKVERHAAL_HOME", str(tmp_path))
    for chosen, sentence in (("en", english), ("nl", dutch), ("en", english)):
        status = run(["--lang", chosen, *arguments])
        written = capsys.readouterr().err
        assert status != 0
        assert written.startswith(sentence)
        assert len(written.splitlines()) == 1


def test_the_help_is_in_one_language(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ([], ["demo"], ["import"], ["estimate"], ["show"], ["export"], ["validate"]):
        for chosen, own, other in (("en", ENGLISH, DUTCH), ("nl", DUTCH, ENGLISH)):
            assert run(["--lang", chosen, *command, "--help"]) == 0
            page = capsys.readouterr().out
            assert own.search(page)
            assert other.findall(page) == []
    run(["--lang", "en", "import", "--help"])
    page = capsys.readouterr().out
    assert "Show this message and exit." in page
    assert re.search(r"\b(het|een|de|waar|laat|bestand)\b", page, re.I) is None


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small fictional country, imported."""
    folder = tmp_path_factory.mktemp("workspace")
    published = tmp_path_factory.mktemp("published")
    country = simulate_country(CountrySettings(gemeenten=12, wijken=90, regions=3, years=(2022,)), seed=3)
    names = [path.name for path in publish(country, published)]
    home = open_workspace(folder)
    home.prepare(fictional=True)
    import_files(home, [published / name for name in names])
    return folder


@pytest.mark.parametrize(("estimated_in", "other"), [("nl", "en"), ("en", "nl")])
def test_a_run_is_read_in_either_language(
    estimated_in: str, other: str, workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    foreign = {"nl": ENGLISH, "en": DUTCH}
    place = ["--workspace", str(workspace)]
    assert run(["--lang", estimated_in, "estimate", *place]) == 0
    summary = capsys.readouterr().out
    assert foreign[estimated_in].findall(summary) == []
    found = find_run(open_workspace(workspace), "latest").folder
    with speaking(other):
        export_run(found, tmp_path)
    page = (tmp_path / "report.html").read_text("utf-8")
    model = (tmp_path / "model.json").read_text("utf-8")
    for chosen in (estimated_in, other):
        code = re.findall(r"WK\d{6}", (tmp_path / "areas.csv").read_text("utf-8"))[0]
        assert run(["--lang", chosen, "show", code, *place]) == 0
        shown = capsys.readouterr().out
        assert foreign["en" if chosen == "nl" else "nl"].search(shown)
        assert foreign[chosen].findall(shown) == []
    headings = re.findall(r"<(?:h[1-4]|summary|caption|th scope=\"\w+\"|td|li|dt)[^>]*>([^<]+)", page)
    assert len(headings) > 100
    assert [text for text in headings if foreign[other].search(text)] == []
    dutch = (
        "Grenzen van wijken",
        "Spreiding tussen wijken binnen een gemeente",
        "Gemeenten, jeugdregio's en wijken wijken af",
    )
    english = (
        "Boundaries of wijken",
        "Spread between wijken within a gemeente",
        "Gemeenten, jeugdregio's and wijken deviate",
    )
    for text in {"nl": dutch, "en": english}[other]:
        assert text in model
    for text in {"nl": dutch, "en": english}[estimated_in]:
        assert text not in model
        assert text not in page
