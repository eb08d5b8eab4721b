# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a QualCoder project: the database `data.qda`, with positions in code points."""

import sqlite3
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.database_file import read_database, rows, tables
from wijkverhaal.stories.qda_project import Case, Code, Coding, QdaProject, Selection, Source, User

_NEEDED = {"source", "code_name", "code_cat", "code_text"}
_BOM = "\ufeff"


def is_qualcoder(source: Path | bytes, file: str = "") -> bool:
    """Whether a database is QualCoder's."""
    with read_database(source, file) as database:
        return tables(database) >= _NEEDED


def read_qualcoder(source: Path | bytes, file: str = "") -> QdaProject:
    """A project from its `data.qda`, or from the folder `x.qda` that holds it.

    Parameters
    ----------
    source : Path or bytes
        Where it is, or what `data.qda` holds; then `file` is what a person calls the project.

    Raises
    ------
    InputError
        When it is no QualCoder database.
    """
    if isinstance(source, Path):
        file = source.name if source.is_dir() else source.parent.name
        source = source / "data.qda" if source.is_dir() else source
    with read_database(source, file) as database:
        known = tables(database)
        if not known >= _NEEDED:
            raise InputError(_("{file} is geen project van QualCoder.").format(file=file))
        coders = [row[0] for row in rows(database, "SELECT DISTINCT owner FROM code_text ORDER BY owner")]
        findings: list[str] = []
        return QdaProject(
            file.removesuffix(".qda"),
            users=tuple(User(_guid("user", name), name or "") for name in coders),
            codes=_codes(database),
            sources=_sources(database, findings),
            cases=_cases(database) if {"cases", "case_text"} <= known else (),
            origin="QualCoder",
            findings=tuple(dict.fromkeys(findings)),
        )


def _guid(kind: str, number: object) -> str:
    return str(uuid5(NAMESPACE_URL, f"qualcoder:{kind}:{number}"))


def _codes(database: sqlite3.Connection) -> tuple[Code, ...]:
    """Categories with codes in them; from version 4 on also codes under codes."""
    categories = rows(database, "SELECT catid, name, memo, supercatid FROM code_cat ORDER BY name")
    has_sub_codes = any(row["name"] == "supercid" for row in rows(database, "PRAGMA table_info(code_name)"))
    above = "supercid" if has_sub_codes else "NULL AS supercid"
    codes = rows(
        database,
        f"SELECT cid, name, memo, catid, color, {above} FROM code_name ORDER BY name",  # noqa: S608 - ours
    )

    def own(one: sqlite3.Row, seen: frozenset[int]) -> Code:
        below = [sub for sub in codes if sub["supercid"] == one["cid"] and sub["cid"] not in seen]
        children = tuple(own(sub, seen | {sub["cid"]}) for sub in below)
        color = (one["color"] or "").lower()
        return Code(_guid("code", one["cid"]), one["name"], one["memo"] or "", color, True, children)

    def under(category: int | None, seen: frozenset[int]) -> tuple[Code, ...]:
        inner = [
            Code(
                _guid("category", one["catid"]),
                one["name"],
                one["memo"] or "",
                codable=False,
                children=under(one["catid"], seen | {one["catid"]}),
            )
            for one in categories
            if one["supercatid"] == category and one["catid"] not in seen
        ]
        top = [one for one in codes if one["catid"] == category and one["supercid"] is None]
        return (*inner, *[own(one, frozenset({one["cid"]})) for one in top])

    return under(None, frozenset())


def _sources(database: sqlite3.Connection, findings: list[str]) -> tuple[Source, ...]:
    found = []
    for source in rows(database, "SELECT id, name, fulltext, memo FROM source ORDER BY id"):
        guid = _guid("source", source["id"])
        if source["fulltext"] is None:
            findings.append(_("{name} is geen tekst en is overgeslagen").format(name=source["name"]))
            continue
        text = source["fulltext"]
        selections = []
        for one in rows(
            database,
            "SELECT cid, pos0, pos1, owner, date FROM code_text WHERE fid = ? ORDER BY pos0",
            source["id"],
        ):
            start, end = _plain_place(text, one["pos0"]), _plain_place(text, one["pos1"])
            if not 0 <= start < end <= len(text):
                findings.append(_("een citaat in {name} viel buiten de tekst").format(name=source["name"]))
                continue
            mark = f"{source['id']}:{one['cid']}:{one['pos0']}:{one['pos1']}:{one['owner']}"
            user = _guid("user", one["owner"])
            coding = Coding(_guid("coding", mark), _guid("code", one["cid"]), user)
            selections.append(Selection(_guid("selection", mark), start, end, "", (coding,), user))
        plain = text.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n")
        found.append(Source(guid, source["name"], plain, tuple(selections), source["memo"] or ""))
    return tuple(found)


def _plain_place(text: str, place: int) -> int:
    """A place in the text as stored, as a place in the text with short line ends and no mark."""
    return place - text.count("\r\n", 0, place) - (1 if text.startswith(_BOM) and place > 0 else 0)


def _cases(database: sqlite3.Connection) -> tuple[Case, ...]:
    cases = rows(database, "SELECT caseid, name, memo FROM cases ORDER BY name")
    return tuple(
        Case(
            _guid("case", one["caseid"]),
            one["name"],
            {},
            tuple(
                _guid("source", row[0])
                for row in rows(
                    database,
                    "SELECT DISTINCT fid FROM case_text WHERE caseid = ? ORDER BY fid",
                    one["caseid"],
                )
            ),
            one["memo"] or "",
        )
        for one in cases
    )
