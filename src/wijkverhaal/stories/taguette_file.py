# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a Taguette database: its highlights count UTF-8 bytes of the text of an HTML document."""

import sqlite3
from html.parser import HTMLParser
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.database_file import read_database, rows, tables
from wijkverhaal.stories.qda_project import Code, Coding, QdaProject, Selection, Source

_NEEDED = {"projects", "documents", "tags", "highlights", "highlight_tags"}


def is_taguette(source: Path | bytes, file: str = "") -> bool:
    """Whether a database is Taguette's."""
    with read_database(source, file) as database:
        return tables(database) >= _NEEDED


def read_taguette(source: Path | bytes, project: int | None = None, file: str = "") -> QdaProject:
    """One project of a Taguette database: the only one, or the one with this number.

    Parameters
    ----------
    source : Path or bytes
        Where it is, or what it holds; then `file` is what a person calls it.

    Raises
    ------
    InputError
        When it is no Taguette database, or there are several projects and none was chosen.
    """
    name = source.name if isinstance(source, Path) else file
    with read_database(source, file) as database:
        if not tables(database) >= _NEEDED:
            raise InputError(_("{file} is geen database van Taguette.").format(file=name))
        found = rows(database, "SELECT id, name, description FROM projects ORDER BY id")
        chosen = [one for one in found if project in (None, one["id"])]
        if len(chosen) != 1:
            raise InputError(
                _("In {file} zitten meer projecten of niet dit; kies uit {known}.").format(
                    file=name, known=", ".join(f"{one['id']} ({one['name']})" for one in found) or "-"
                )
            )
        return _project(database, chosen[0])


def _guid(kind: str, number: int) -> str:
    return str(uuid5(NAMESPACE_URL, f"taguette:{kind}:{number}"))


def _project(database: sqlite3.Connection, project: sqlite3.Row) -> QdaProject:
    tags = rows(
        database, "SELECT id, path, description FROM tags WHERE project_id = ? ORDER BY path", project["id"]
    )
    findings: list[str] = []
    documents = rows(
        database,
        "SELECT id, name, description, contents FROM documents WHERE project_id = ? ORDER BY id",
        project["id"],
    )
    return QdaProject(
        project["name"],
        codes=code_tree([(_guid("tag", one["id"]), one["path"], one["description"]) for one in tags]),
        sources=tuple(_document(database, one, findings) for one in documents),
        origin="Taguette",
        description=project["description"],
        findings=tuple(dict.fromkeys(findings)),
    )


def code_tree(paths: list[tuple[str, str, str]]) -> tuple[Code, ...]:
    """Codes from paths with points: "hulp.te laat" comes under "hulp", also where that is no tag.

    >>> [(top.name, [c.name for c in top.children]) for top in code_tree([("1", "hulp.te laat", "")])]
    [('hulp', ['te laat'])]
    """
    return _under("", paths)


def _under(prefix: str, paths: list[tuple[str, str, str]]) -> tuple[Code, ...]:
    heads = dict.fromkeys(path.split(".")[0] for _guid, path, _text in paths)
    codes = []
    for head in heads:
        full = f"{prefix}{head}"
        own = next(((guid, text) for guid, path, text in paths if path == head), None)
        deeper = [
            (guid, path[len(head) + 1 :], text) for guid, path, text in paths if path.startswith(f"{head}.")
        ]
        guid, text = own or (str(uuid5(NAMESPACE_URL, f"taguette:heading:{full}")), "")
        codes.append(Code(guid, head, text, "", own is not None, _under(f"{full}.", deeper)))
    return tuple(codes)


def _document(database: sqlite3.Connection, document: sqlite3.Row, findings: list[str]) -> Source:
    reader = _TextNodes()
    reader.feed(document["contents"])
    reader.close()
    text, places = reader.text, reader.places()
    highlights = rows(
        database,
        "SELECT id, start_offset, end_offset FROM highlights WHERE document_id = ? ORDER BY start_offset, id",
        document["id"],
    )
    selections = []
    for one in highlights:
        start, end = places.get(one["start_offset"]), places.get(one["end_offset"])
        if start is None or end is None or start >= end:
            findings.append(_("een citaat in {name} viel buiten de tekst").format(name=document["name"]))
            continue
        while start < end and text[start] == "\n":  # the break between blocks, which Taguette does not count
            start += 1
        while end > start and text[end - 1] == "\n":
            end -= 1
        tags = rows(
            database, "SELECT tag_id FROM highlight_tags WHERE highlight_id = ? ORDER BY tag_id", one["id"]
        )
        codings = tuple(
            Coding(str(uuid5(NAMESPACE_URL, f"taguette:coding:{one['id']}:{tag[0]}")), _guid("tag", tag[0]))
            for tag in tags
        )
        selections.append(
            Selection(_guid("highlight", one["id"]), start, end, " ".join(text[start:end].split()), codings)
        )
    return Source(
        _guid("document", document["id"]),
        document["name"],
        text,
        tuple(selections),
        document["description"],
    )


class _TextNodes(HTMLParser):
    """The text of an HTML document; blocks on lines of their own, which count no bytes."""

    _BLOCKS = frozenset("p div h1 h2 h3 h4 h5 h6 li tr blockquote pre br table ul ol".split())  # noqa: SIM905

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._pieces: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self._break(tag)

    def _break(self, tag: str) -> None:
        if tag in self._BLOCKS and self.text and not self.text.endswith("\n"):
            self._pieces.append(("\n", False))

    def handle_data(self, data: str) -> None:
        self._pieces.append((data, True))

    @property
    def text(self) -> str:
        return "".join(piece for piece, _counts in self._pieces)

    def places(self) -> dict[int, int]:
        """Per byte of the text nodes the place in the text."""
        found: dict[int, int] = {}
        byte = place = 0
        for piece, counts in self._pieces:
            for character in piece:
                found.setdefault(byte, place)
                byte += len(character.encode("utf-8", "surrogatepass")) if counts else 0
                place += 1
        found.setdefault(byte, place)
        return found
