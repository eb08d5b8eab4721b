# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""XML from strangers: no document type, so no entities, no files from elsewhere, no growth."""

import xml.etree.ElementTree as ElementTree
from xml.etree.ElementTree import Element
from xml.parsers import expat

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _

_DEEPEST = 200
_MOST_ELEMENTS = 1_000_000


class _NoDocumentTypeError(Exception):
    pass


def parse_xml(content: bytes, file: str) -> tuple[Element, str]:
    """The root of a document, names without namespace; and the namespace of the root.

    Raises
    ------
    InputError
        When it is no well-formed XML, nests too deep, has a million elements, or has a document type.
    """
    try:
        _check(content)
        root = ElementTree.fromstring(content)  # noqa: S314 - entities were refused above
    except _NoDocumentTypeError as error:
        raise InputError(
            _("Het bestand {file} bevat een documenttype of entiteiten, en dat is niet veilig.").format(
                file=file
            )
        ) from error
    except (expat.ExpatError, ElementTree.ParseError, LookupError, ValueError) as error:
        raise InputError(
            _("De XML in {file} is niet goed te lezen; exporteer het opnieuw.").format(file=file)
        ) from error
    space = root.tag[1:].partition("}")[0] if root.tag.startswith("{") else ""
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    return root, space


def _check(content: bytes) -> None:
    depth = count = 0

    def refuse(*_arguments: object) -> None:
        raise _NoDocumentTypeError

    def deeper(*_arguments: object) -> None:
        nonlocal depth, count
        depth += 1
        count += 1
        if depth > _DEEPEST or count > _MOST_ELEMENTS:
            raise ValueError(depth)

    def higher(*_arguments: object) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = deeper
    parser.EndElementHandler = higher
    parser.Parse(content, True)
