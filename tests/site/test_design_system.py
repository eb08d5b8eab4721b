# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The design system that the site carries: whole for what is used, from nowhere else, with its licences."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import wijkverhaal
from wijkverhaal.foundation.errors import InputError

from .conftest import Site

pytestmark = pytest.mark.any_database

SITE = Path(wijkverhaal.__file__).parent / "site"
NLDS = SITE / "static" / "nlds"


@pytest.fixture(scope="module")
def sheet() -> str:
    return (NLDS / "nlds.css").read_text("utf-8")


@pytest.fixture(scope="module")
def own() -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted((SITE / "static" / "site").glob("*.css")))


def test_every_component_in_a_template_has_its_style(sheet: str) -> None:
    texts = [path.read_text("utf-8") for path in SITE.rglob("jinja2/**/*.html")]
    used = {name for text in texts for name in re.findall(r"utrecht-[\w-]+", text)}
    assert len(used) >= 5
    # the class of the page itself says nothing, but is what the design system asks for
    assert {name for name in used if f".{name}" not in sheet} <= {"utrecht-document"}


def test_every_token_that_the_site_asks_for_is_there(sheet: str, own: str) -> None:
    asked = set(re.findall(r"var\((--basis-[\w-]+|--voorbeeld-[\w-]+)\)", own))
    given = set(re.findall(r"(--[\w-]+)\s*:", sheet + own))
    assert len(asked) >= 5
    assert asked - given == set()


def test_it_asks_nothing_of_elsewhere_and_is_pruned(sheet: str) -> None:
    assert "@import" not in sheet
    assert "url(" not in sheet
    assert "http" not in sheet
    assert "@layer nlds{" in sheet
    assert len(sheet) < 130_000
    assert ".utrecht-calendar" not in sheet


def test_its_licences_and_versions_go_with_it(sheet: str) -> None:
    told = sheet.splitlines()[0]
    assert "@utrecht/component-library-css 9.0.4 (EUPL-1.2)" in told
    assert "voorbeeld-design-tokens 7.4.1 (EUPL-1.2)" in told
    for name in ("component-library-css", "voorbeeld-design-tokens"):
        assert "EUPL" in (NLDS / f"LICENSE-{name}.md").read_text("utf-8")


def test_the_style_of_a_gemeente_is_read_with_its_theme(tmp_path: Path, site: Site) -> None:
    from wijkverhaal.site.house_style import HouseStyle

    file = tmp_path / "tokens.css"
    file.write_text(".verzonnen-stad-theme { --basis-heading-color: #123456; }", "utf-8")
    found = HouseStyle.read(str(file))
    assert found is not None
    assert found.name == "verzonnen-stad-theme"
    assert HouseStyle.read("") is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("body { color: red; }", "geen thema"),
        (".a-theme { background: url(https://elders.example/x.png); }", "van elders"),
        ("@import 'x.css'; .a-theme { }", "van elders"),
        (None, "niet te lezen"),
    ],
)
def test_a_style_that_cannot_be_used_is_refused(
    text: str | None, told: str, tmp_path: Path, site: Site
) -> None:
    from wijkverhaal.site.house_style import HouseStyle

    file = tmp_path / "tokens.css"
    if text is not None:
        file.write_text(text, "utf-8")
    with pytest.raises(InputError, match=told):
        HouseStyle.read(str(file))


def test_the_style_of_a_gemeente_comes_after_ours(
    site: Site, reader: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.conf import settings
    from django.test import Client

    from wijkverhaal.site.house_style import HouseStyle

    assert isinstance(reader, Client)
    monkeypatch.setattr(settings, "HOUSE_STYLE", HouseStyle("stad-theme", ".stad-theme { --a: 1; }"))
    text = reader.get("/privacy/").text
    assert "wijkverhaal-theme stad-theme" in text
    assert text.index("tokens.css") < text.index("huisstijl.css")
    assert reader.get("/huisstijl.css").text == ".stad-theme { --a: 1; }"
