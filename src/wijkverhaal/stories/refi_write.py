# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing REFI-QDA 1.5, strictly: what the schemas ask, positions in code points, no path of a machine."""

import re
import xml.etree.ElementTree as ElementTree
import zipfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.files import whole_file
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.qda_project import Case, Code, QdaProject, Selection, Source, Variable

#: Beside the project: what only Wijkverhaal knows (`study.companion`).
COMPANION = "wijkverhaal.json"
_PROJECT = "urn:QDA-XML:project:1.0"
_CODEBOOK = "urn:QDA-XML:codebook:1.0"
_GUID = re.compile(r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")
_COLOR = re.compile(r"^#([0-9a-f]{3}|[0-9a-f]{6})$")
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST_NAME = 80


def write_qdpx(project: QdaProject, path: Path, origin: str = "Wijkverhaal") -> None:
    """Write a project; the file appears whole or not at all. Raises as `qdpx_bytes` does."""
    content = qdpx_bytes(project, origin)
    with whole_file(path) as unfinished:
        unfinished.write_bytes(content)


def qdpx_bytes(project: QdaProject, origin: str = "Wijkverhaal") -> bytes:
    """A project as the content of a file.

    Raises
    ------
    InputError
        When a guid is none, a passage lies outside its text, or a code is unknown.
    """
    root = _root(project, origin)
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as packed:
        _put(packed, "project.qde", _document(root))
        if project.companion:
            _put(packed, COMPANION, project.companion.encode("utf-8"))
        for source in (*project.sources, *project.notes):
            if source.text is not None:
                _put(packed, f"sources/{source.guid}.txt", source.text.encode("utf-8"))
    return whole.getvalue()


def write_qdc(codes: Sequence[Code], path: Path, origin: str = "Wijkverhaal") -> None:
    """Write a codebook; raises as `qdc_bytes` does."""
    content = qdc_bytes(codes, origin)
    with whole_file(path) as unfinished:
        unfinished.write_bytes(content)


def qdc_bytes(codes: Sequence[Code], origin: str = "Wijkverhaal") -> bytes:
    """A codebook as the content of a file.

    Raises
    ------
    InputError
        When there is no code: the standard knows no empty codebook.
    """
    if not codes:
        raise InputError(_("Het codeboek is leeg; voeg eerst een code toe."))
    root = Element("CodeBook", {"xmlns": _CODEBOOK, "origin": origin})
    _codes(root, codes)
    return _document(root)


def _put(packed: zipfile.ZipFile, name: str, content: bytes) -> None:
    """A member without the time of writing: the same project gives the same file."""
    packed.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


def _document(root: Element) -> bytes:
    for element in root.iter():
        element.text = _ILLEGAL.sub("\ufffd", element.text) if element.text else element.text
        for name, value in element.attrib.items():
            element.set(name, _ILLEGAL.sub("\ufffd", value))
    return bytes(ElementTree.tostring(root, "utf-8", xml_declaration=True))


def _guid(guid: str) -> str:
    if not _GUID.match(guid):
        raise InputError(_("'{guid}' is geen GUID; geef elk onderdeel een GUID.").format(guid=guid))
    return guid


def _filled(**attributes: str) -> dict[str, str]:
    return {name: value for name, value in attributes.items() if value}


def _root(project: QdaProject, origin: str) -> Element:
    root = Element("Project", {"xmlns": _PROJECT, "name": project.name, "origin": origin})
    _group(root, "Users", [_user(user.guid, user.name) for user in project.users])
    if project.codes:
        _codes(SubElement(root, "CodeBook"), project.codes)
    _group(root, "Variables", [_variable(one) for one in project.variables])
    types = {one.guid: one.type for one in project.variables}
    _group(root, "Cases", [_case(one, types) for one in project.cases])
    known = set(project.all_codes())
    _group(root, "Sources", [_source("TextSource", one, known) for one in project.sources])
    _group(root, "Notes", [_source("Note", one, known) for one in project.notes])
    if project.description:
        SubElement(root, "Description").text = project.description
    return root


def _group(root: Element, name: str, elements: Sequence[Element]) -> None:
    """A group of elements; left out when empty, as the schema asks."""
    if elements:
        SubElement(root, name).extend(elements)


def _user(guid: str, name: str) -> Element:
    return Element("User", {"guid": _guid(guid)} | _filled(name=name))


def _codes(parent: Element, codes: Sequence[Code]) -> None:
    group = SubElement(parent, "Codes")
    for code in codes:
        group.append(_code(code))


def _code(code: Code) -> Element:
    element = Element(
        "Code", {"guid": _guid(code.guid), "name": code.name, "isCodable": str(code.codable).lower()}
    )
    if _COLOR.match(code.color):
        element.set("color", code.color)
    if code.description:
        SubElement(element, "Description").text = code.description
    element.extend([_code(child) for child in code.children])
    return element


def _variable(one: Variable) -> Element:
    return Element("Variable", {"guid": _guid(one.guid), "name": one.name, "typeOfVariable": one.type})


def _case(case: Case, types: dict[str, str]) -> Element:
    element = Element("Case", {"guid": _guid(case.guid), "name": case.name})
    if case.description:
        SubElement(element, "Description").text = case.description
    for variable, value in case.values.items():
        holder = SubElement(element, "VariableValue")
        SubElement(holder, "VariableRef", {"targetGUID": _guid(variable)})
        SubElement(holder, f"{types.get(variable, 'Text')}Value").text = value
    for source in case.sources:
        SubElement(element, "SourceRef", {"targetGUID": _guid(source)})
    return element


def _source(tag: str, source: Source, codes: set[str]) -> Element:
    element = Element(tag, {"guid": _guid(source.guid), "name": source.name})
    if source.text is not None:
        element.set("plainTextPath", f"internal://{source.guid}.txt")
    if source.description:
        SubElement(element, "Description").text = source.description
    element.extend([_selection(one, source, codes) for one in source.selections])
    return element


def _selection(one: Selection, source: Source, codes: set[str]) -> Element:
    if source.text is not None and not 0 <= one.start < one.end <= len(source.text):
        raise InputError(_("Een citaat in {name} valt buiten de tekst.").format(name=source.name))
    quoted = source.text[one.start : one.end] if source.text is not None else one.name
    element = Element(
        "PlainTextSelection",
        {"guid": _guid(one.guid), "name": _short(quoted)}
        | {"startPosition": str(one.start), "endPosition": str(one.end)}
        | _filled(creatingUser=one.user, creationDateTime=one.created),
    )
    for coding in one.codings:
        if coding.code not in codes:
            raise InputError(
                _("Een citaat in {name} heeft een code die er niet is.").format(name=source.name)
            )
        holder = SubElement(
            element,
            "Coding",
            {"guid": _guid(coding.guid)} | _filled(creatingUser=coding.user, creationDateTime=coding.created),
        )
        SubElement(holder, "CodeRef", {"targetGUID": coding.code})
    for note in one.notes:
        SubElement(element, "NoteRef", {"targetGUID": _guid(note)})
    return element


def _short(quoted: str) -> str:
    line = " ".join(quoted.split())
    return line if len(line) <= _LONGEST_NAME else line[: _LONGEST_NAME - 1] + "…"
