# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The documentation: its commands exist, its columns are described, its links lead somewhere."""

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

import wijkverhaal
from wijkverhaal.cli.main import LANGUAGE_VARIABLE, _program
from wijkverhaal.cli.options import read_years
from wijkverhaal.expectation.run_columns import (
    AREA_COLUMNS,
    COEFFICIENT_COLUMNS,
    COMPARABLE_COLUMNS,
    EXPLANATION_COLUMNS,
    EXTRA_COLUMNS,
)
from wijkverhaal.expectation.validation import Plan
from wijkverhaal.figures.outcome import care_form_of
from wijkverhaal.figures.source import KINDS
from wijkverhaal.foundation.workspace import DEFAULT_FOLDER, ENVIRONMENT_VARIABLE
from wijkverhaal.publication.export import EXPORTED_FILES

ROOT = Path(__file__).resolve().parents[1]
MANUAL = sorted((ROOT / "docs" / "handleiding").glob("*.md"))
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
PICTURES = ROOT / "docs" / "pictures"

_BLOCK = re.compile(r"^```bash\n(.*?)^```", re.MULTILINE | re.DOTALL)
_FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)
_MACHINE = re.compile(r"(?<![\w.])/(tmp|root|home|mnt|opt)\b")


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _commands() -> list[tuple[str, str]]:
    """Every line in a block of the README and the manual that calls the program, with its file."""
    return [
        (_name(path), line.strip())
        for path in [ROOT / "README.md", *MANUAL]
        for block in _BLOCK.findall(path.read_text("utf-8"))
        for line in block.splitlines()
        if line.startswith("wijkverhaal ")
    ]


def _slug(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def _section(text: str, heading: str) -> str:
    return text.split(f"\n## {heading}\n")[1].split("\n## ")[0]


def _first_cells(table: str) -> list[str]:
    return re.findall(r"^\| `([^`]+)` \|", table, re.MULTILINE)


def test_there_are_commands_of_every_verb_to_check() -> None:
    verbs = {line.split()[1] for _file, line in _commands()}
    assert verbs >= set(typer.main.get_command(_program()).commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize(("file", "line"), _commands())
def test_a_command_in_the_documentation_can_be_typed(file: str, line: str) -> None:
    words = shlex.split(line)[1:]
    if words == ["--help"]:
        return
    program = typer.main.get_command(_program())
    command = program.commands.get(words[0])  # type: ignore[attr-defined]
    assert command is not None, f"{file}: there is no command {words[0]}"
    chosen = command.make_context(words[0], words[1:]).params
    read_years(chosen.get("year"))
    if "outcome" in chosen:
        care_form_of(chosen["outcome"])
    if "hold_out" in chosen:
        Plan(chosen["hold_out"], chosen["folds"], chosen["seeds"])
    assert chosen.get("kind") in (None, *KINDS)


@pytest.mark.parametrize(
    "line", ["wijkverhaal estimate --fast", "wijkverhaal export", "wijkverhaal show A B"]
)
def test_a_wrong_command_would_be_noticed(line: str) -> None:
    with pytest.raises(typer.TyperException):
        test_a_command_in_the_documentation_can_be_typed("here", line)


def test_every_option_is_in_the_manual() -> None:
    text = "\n".join(path.read_text("utf-8") for path in MANUAL)
    options = {
        f"{words} {name}"
        for words, command in _every_command(typer.main.get_command(_program()))
        for parameter in command.params
        for name in parameter.opts
        if name.startswith("--")
    }
    assert len(options) > 40
    assert [one for one in sorted(options) if one.rpartition(" ")[2] not in text] == []


def test_every_command_within_a_command_is_in_the_manual() -> None:
    text = "\n".join(path.read_text("utf-8") for path in MANUAL)
    within = [words for words, _command in _every_command(typer.main.get_command(_program())) if " " in words]
    assert len(within) > 5
    assert [words for words in within if f"wijkverhaal {words}" not in text] == []


def _every_command(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    """Each command by the words that are typed for it, also those within another."""
    for name, command in group.commands.items():
        words = f"{before} {name}".strip()
        yield words, command
        if hasattr(command, "commands"):
            yield from _every_command(command, words)


def test_the_readme_has_the_two_commands_exactly() -> None:
    blocks = [block.strip() for block in _BLOCK.findall((ROOT / "README.md").read_text("utf-8"))]
    assert "bash scripts/demo" in blocks
    assert "bash scripts/test" in blocks
    assert (ROOT / "scripts" / "demo").is_file()
    assert (ROOT / "scripts" / "test").is_file()


def test_every_column_of_an_export_is_described_in_order() -> None:
    text = (ROOT / "docs" / "handleiding" / "5-uitwisselen.md").read_text("utf-8")
    assert _first_cells(_section(text, "areas.csv")) == [*AREA_COLUMNS, *EXTRA_COLUMNS, "fictional"]
    assert _first_cells(_section(text, "explanation.csv")) == list(EXPLANATION_COLUMNS)
    assert _first_cells(_section(text, "coefficients.csv")) == list(COEFFICIENT_COLUMNS)
    told = _first_cells(_section(text, "comparable.csv"))
    again = [name for name in COMPARABLE_COLUMNS if name[:9] in ("differs_2", "differs_3")]
    assert told + again == list(COMPARABLE_COLUMNS)


def test_the_version_is_the_same_everywhere() -> None:
    publiccode = (ROOT / "publiccode.yml").read_text("utf-8")
    assert f"\nsoftwareVersion: {wijkverhaal.__version__}\n" in publiccode
    assert f"\n## [{wijkverhaal.__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_every_exported_file_is_described() -> None:
    text = (ROOT / "docs" / "handleiding" / "5-uitwisselen.md").read_text("utf-8")
    assert [name for name in EXPORTED_FILES if f"| `{name}` |" not in text] == []


def test_the_names_of_the_workspace_are_right() -> None:
    text = (ROOT / "docs" / "handleiding" / "1-beginnen.md").read_text("utf-8")
    assert f"`{DEFAULT_FOLDER}`" in text
    assert f"`{ENVIRONMENT_VARIABLE}`" in text
    assert LANGUAGE_VARIABLE in (ROOT / "ARCHITECTURE.md").read_text("utf-8")


def test_every_dependency_has_its_job_in_the_architecture() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    names = [re.split(r"[\[<>=]", line)[0] for line in declared]
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    assert len(names) > 10
    assert [name for name in names if f"\n| {name} |" not in text] == []


def test_pictures_are_there_small_used_and_described() -> None:
    used: dict[Path, str] = {}
    for path in DOCUMENTS:
        for words, target in _PICTURE.findall(path.read_text("utf-8")):
            used[(path.parent / target).resolve()] = words
    there = {path for path in PICTURES.rglob("*") if path.is_file()}
    there |= {*(ROOT / "docs" / "method").glob("*.svg")}
    assert set(used) == there
    assert [path.name for path in there if path.stat().st_size > 300_000] == []
    assert [path.name for path, words in used.items() if len(words) < 10] == []


def test_the_manual_explains_the_wijk_in_the_pictures() -> None:
    found = re.search(
        r'WIJK, GEMEENTE = "(\w+)", "(\w+)"', (ROOT / "scripts/make_pictures.py").read_text("utf-8")
    )
    assert found is not None
    text = (ROOT / "docs" / "handleiding" / "4-een-wijk-lezen.md").read_text("utf-8")
    assert set(re.findall(r"WK\d{6}", text)) == {found[1]}
    assert set(re.findall(r"GM\d{4}", text)) == {found[2]}


@pytest.mark.parametrize("path", DOCUMENTS, ids=_name)
def test_relative_links_lead_somewhere(path: Path) -> None:
    text = _FENCED.sub("", path.read_text("utf-8"))
    for link in _LINK.findall(text):
        if link.startswith(("https://", "http://", "mailto:")):
            continue
        file, _, anchor = link.partition("#")
        target = (path.parent / file).resolve() if file else path
        assert target.exists(), link
        if anchor:
            headings = _HEADING.findall(target.read_text("utf-8"))
            assert anchor in map(_slug, headings), link


@pytest.mark.parametrize("path", DOCUMENTS, ids=_name)
def test_a_document_has_its_licence_and_no_path_of_a_machine(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.startswith("<!--\nSPDX-FileCopyrightText: 2026 Wijkverhaal contributors\n")
    assert "\nSPDX-License-Identifier: EUPL-1.2\n-->\n" in text[:200]
    assert _MACHINE.findall(text) == []
