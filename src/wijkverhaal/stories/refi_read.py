# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading REFI-QDA: projects (.qdpx) and codebooks (.qdc), lenient, and saying what it was lenient about.

Standard: REFI-QDA 1.5, qdasoftware.org.
"""

from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _, percentage
from wijkverhaal.stories.offset_convention import applied, find_convention, plain_text
from wijkverhaal.stories.qda_project import (
    Case,
    Code,
    Coding,
    QdaProject,
    Selection,
    Source,
    User,
    Variable,
)
from wijkverhaal.stories.refi_write import COMPANION
from wijkverhaal.stories.safe_xml import parse_xml
from wijkverhaal.stories.safe_zip import SafeZip

_CODEBOOK_LIMIT = 50_000_000
#: Parsed XML takes many times its size in memory; 20,000 codings are about 10 MB.
_PROJECT_LIMIT = 100_000_000
_KNOWN = ("urn:QDA-XML:project:1.0", "urn:QDA-XML:codebook:1.0")
_LOW_SHARE = 0.8


def read_qdpx(source: Path | bytes, file: str = "") -> QdaProject:
    """A project; offsets of passages are characters of the text, whatever the file counted.

    Parameters
    ----------
    source : Path or bytes
        Where it is, or what it holds.
    file : str
        What a person calls it, where `source` is bytes.

    Raises
    ------
    InputError
        When it is no whole and safe project file.
    """
    packed = SafeZip(source, file)
    try:
        inner = [name for name in packed.names if name.endswith(".qde") and "/" not in name]
        if len(inner) != 1:
            raise InputError(
                _("In {file} zit niet precies één project (.qde); exporteer het opnieuw.").format(
                    file=packed.file
                )
            )
        root, space = parse_xml(packed.read(inner[0], _PROJECT_LIMIT), packed.file)
        if root.tag != "Project":
            raise InputError(_("{file} is geen project van REFI-QDA.").format(file=packed.file))
        findings = [] if inner[0] == "project.qde" else [_("het project heet {name}").format(name=inner[0])]
        return _Reading(packed, root, findings + _namespace_finding(space)).project()
    finally:
        packed.close()


def read_qdc(source: Path | bytes, file: str = "") -> tuple[Code, ...]:
    """The codes of a codebook; see `read_qdpx`.

    Raises
    ------
    InputError
        When it is no safe codebook file.
    """
    name = source.name if isinstance(source, Path) else file
    try:
        size = source.stat().st_size if isinstance(source, Path) else len(source)
        if size > _CODEBOOK_LIMIT:
            raise InputError(_("Het codeboek {file} is te groot.").format(file=name))
        content = source.read_bytes() if isinstance(source, Path) else source
    except OSError as error:
        raise InputError(_("Het bestand {file} is niet te openen.").format(file=name)) from error
    root, _space = parse_xml(content, name)
    if root.tag != "CodeBook":
        raise InputError(_("{file} is geen codeboek van REFI-QDA.").format(file=name))
    return tuple(_code(one) for one in root.findall("Codes/Code"))


def bare_guid(written: str | None) -> str:
    """A guid to compare with: without braces, in lower case.

    >>> bare_guid("{9FA9BCB7-5B59-47A9-8C3E-F65CFFDC7520}")
    '9fa9bcb7-5b59-47a9-8c3e-f65cffdc7520'
    """
    return (written or "").strip().strip("{}").lower()


def _namespace_finding(name: str) -> list[str]:
    return [] if name in _KNOWN else [_("een oude of andere naamruimte: {name}").format(name=name or "-")]


def _text(element: Element, name: str) -> str:
    return (element.findtext(name) or "").strip()


def _code(element: Element) -> Code:
    return Code(
        bare_guid(element.get("guid")),
        element.get("name", ""),
        _text(element, "Description"),
        element.get("color", "").lower(),
        element.get("isCodable", "true").lower() in ("true", "1"),
        tuple(_code(child) for child in element.findall("Code")),
    )


def _coding(element: Element) -> Coding:
    target = element.find("CodeRef")
    return Coding(
        bare_guid(element.get("guid")),
        bare_guid(target.get("targetGUID") if target is not None else ""),
        bare_guid(element.get("creatingUser")),
        element.get("creationDateTime", ""),
    )


def _number(written: str | None) -> int:
    try:
        return int(written or "")
    except ValueError:
        return -1


def _selection(element: Element) -> Selection:
    return Selection(
        bare_guid(element.get("guid")),
        _number(element.get("startPosition")),
        _number(element.get("endPosition")),
        element.get("name", ""),
        tuple(_coding(one) for one in element.findall("Coding")),
        bare_guid(element.get("creatingUser")),
        element.get("creationDateTime", ""),
        tuple(bare_guid(one.get("targetGUID")) for one in element.findall("NoteRef")),
    )


@dataclass
class _Reading:
    packed: SafeZip
    root: Element
    findings: list[str]

    def project(self) -> QdaProject:
        root = self.root
        sources = [self._source(one) for one in root.findall("Sources/*")]
        notes = [self._source(one) for one in root.findall("Notes/Note")]
        if any(root.find(name) is not None for name in ("Sets", "Graphs", "Links")):
            self.findings.append(_("verzamelingen, netwerken en verbanden zijn niet overgenomen"))
        return QdaProject(
            root.get("name", ""),
            tuple(User(bare_guid(u.get("guid")), u.get("name", "")) for u in root.findall("Users/User")),
            tuple(_code(one) for one in root.findall("CodeBook/Codes/Code")),
            self._placed([one for one in sources if one is not None]),
            tuple(
                Variable(bare_guid(v.get("guid")), v.get("name", ""), v.get("typeOfVariable", "Text"))
                for v in root.findall("Variables/Variable")
            ),
            tuple(_case(one) for one in root.findall("Cases/Case")),
            tuple(replace(note[0], text=plain_text(note[1] or "")) for note in notes if note is not None),
            root.get("origin", ""),
            _text(root, "Description"),
            tuple(dict.fromkeys(self.findings)),
            self._companion(),
        )

    def _companion(self) -> str:
        if COMPANION not in self.packed.names:
            return ""
        return self.packed.read(COMPANION, _PROJECT_LIMIT).decode("utf-8", "replace")

    def _source(self, element: Element) -> tuple[Source, str | None] | None:
        """A source with its text as it stands in the file."""
        inner = element
        if element.tag not in ("TextSource", "Note"):
            found = next((one for one in element if one.tag in ("Representation", "Transcript")), None)
            if found is None:
                self.findings.append(
                    _("{name} is geen tekst en is overgeslagen").format(
                        name=element.get("name") or element.tag
                    )
                )
                return None
            inner = found
        raw = self._raw(inner, element.get("name") or "")
        selections = tuple(_selection(one) for one in inner.findall("PlainTextSelection"))
        guid, name = bare_guid(element.get("guid")), element.get("name", "")
        if inner.find("Coding") is not None or element.find("Coding") is not None:
            self.findings.append(_("een code op heel {name} is niet overgenomen").format(name=name))
        return Source(guid, name, None, selections, _text(element, "Description")), raw

    def _raw(self, element: Element, name: str) -> str | None:
        content = element.find("PlainTextContent")
        if content is not None:
            return content.text or ""
        written = unquote(element.get("plainTextPath") or "")
        file = PurePosixPath(written.rpartition("//")[2].replace("\\", "/")).name.lower()
        member = next((one for one in self.packed.names if file and PurePosixPath(one).name == file), None)
        if member is None:
            self.findings.append(
                _("de tekst van {name} zit niet in het bestand").format(name=name or written)
            )
            return None
        return self._decoded(self.packed.read(member), name)

    def _decoded(self, content: bytes, name: str) -> str:
        if content.startswith((b"\xff\xfe", b"\xfe\xff")):
            return content.decode("utf-16", errors="replace")
        try:
            return content.decode("utf-8")
        except UnicodeDecodeError:
            self.findings.append(_("de tekst van {name} was geen UTF-8").format(name=name))
            return content.decode("cp1252", errors="replace")

    def _placed(self, sources: list[tuple[Source, str | None]]) -> tuple[Source, ...]:
        """The sources with their passages as characters of their text."""
        passages = [[(one.start, one.end, one.name) for one in source.selections] for source, _raw in sources]
        known = [(raw, spans) for (_s, raw), spans in zip(sources, passages, strict=True) if raw is not None]
        if not any(spans for _raw, spans in known):
            return tuple(replace(s, text=None if raw is None else plain_text(raw)) for s, raw in sources)
        found = find_convention(known)
        self.findings.append(
            _("{label}; {share} van de grenzen valt op een woord").format(
                label=found.label, share=percentage(100 * found.share, 0)
            )
        )
        if found.share < _LOW_SHARE:
            self.findings.append(_("de posities zijn onzeker; kijk een paar citaten na"))
        placed = []
        for (source, raw), spans in zip(sources, passages, strict=True):
            if raw is None:
                placed.append(source)
                continue
            text = plain_text(raw)
            kept = []
            for one, span in zip(source.selections, applied(found.convention, raw, spans), strict=True):
                if span is None or not span[0] < span[1] <= len(text):
                    self.findings.append(
                        _("een citaat in {name} viel buiten de tekst").format(name=source.name)
                    )
                else:
                    kept.append(replace(one, start=span[0], end=span[1]))
            placed.append(replace(source, text=text, selections=tuple(kept)))
        return tuple(placed)


def _case(element: Element) -> Case:
    values = {}
    for one in element.findall("VariableValue"):
        target = one.find("VariableRef")
        value = next((child.text or "" for child in one if child.tag.endswith("Value")), None)
        if target is not None and value is not None:
            values[bare_guid(target.get("targetGUID"))] = value
    sources = tuple(bare_guid(one.get("targetGUID")) for one in element.findall("SourceRef"))
    guid, name = bare_guid(element.get("guid")), element.get("name", "")
    return Case(guid, name, values, sources, _text(element, "Description"))
