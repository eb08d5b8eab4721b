# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The last look at files before they leave: no name of the key may be in them, in no corner of them.

Looked at are the names of files and of what is packed in them, the text of every part with tags and
without, what a document says about itself, and entities and escapes written out. A file that cannot be
looked into does not leave.
"""

import html
import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _, ngettext
from wijkverhaal.stories.intake.encoding import decoded
from wijkverhaal.stories.intake.pdf_text import pdf_strings
from wijkverhaal.stories.pseudonym import RosterEntry, left_over
from wijkverhaal.stories.safe_zip import SafeZip

_TAG = re.compile(r"<[^<>]*>")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
_DEEPEST = 3


@dataclass(frozen=True)
class Leak:
    """A name that is still there, or a file that cannot be looked into.

    Attributes
    ----------
    file : str
        Which file; of a packed one also the part.
    pseudonym : str
        Whose name it is, by role; empty where the file cannot be looked into.
    """

    file: str
    pseudonym: str


def scan(
    files: Mapping[str, bytes], roster: Sequence[RosterEntry], ordinary: Collection[str] = ()
) -> list[Leak]:
    """Everything of the key that is in the files, each once.

    Parameters
    ----------
    files : mapping of str to bytes
        What leaves, by the name under which it leaves.
    roster : sequence of RosterEntry
        `PseudonymRegister.everybody()`.
    ordinary : collection of str
        Words that somebody looked at and that are no name where they stand in small letters.
    """
    found: dict[Leak, None] = {}
    for number, (name, content) in enumerate(files.items(), start=1):
        if leaks := _leaks(name, roster, ordinary):
            name = str(number)
            found.update({Leak(name, leak): None for leak in leaks})
        for part, text in _texts(name, content, 0):
            if text is None:
                found[Leak(part, "")] = None
            else:
                found.update({Leak(part, leak): None for leak in _leaks(text, roster, ordinary)})
    return list(found)


def check_leaving(
    files: Mapping[str, bytes], roster: Sequence[RosterEntry], ordinary: Collection[str] = ()
) -> None:
    """Refuse to let files go in which something of the key is left; see `scan`.

    Raises
    ------
    InputError
        With the role and the file; never with the name itself.
    """
    found = scan(files, roster, ordinary)
    if not found:
        return
    shut = [leak.file for leak in found if not leak.pseudonym]
    if shut:
        raise InputError(
            _("In {file} is niet na te kijken of er namen in staan; laat dit bestand weg.").format(
                file=shut[0]
            )
        )
    raise InputError(
        ngettext(
            "In {file} staat nog {count} naam, van {role}; vervang die eerst.",
            "In {file} en andere plekken staan nog {count} namen, zoals van {role}; vervang die eerst.",
            len(found),
        ).format(file=found[0].file, role=found[0].pseudonym, count=len(found))
    )


def _leaks(text: str, roster: Sequence[RosterEntry], ordinary: Collection[str]) -> list[str]:
    found = [hit for hit in left_over(text, roster) if hit.text not in ordinary or not hit.text.islower()]
    return list(dict.fromkeys(hit.replacement for hit in found))


def _texts(name: str, content: bytes, depth: int) -> Iterator[tuple[str, str | None]]:
    """Every part of a file with its text; None where it cannot be looked into."""
    if content.startswith(b"PK\x03\x04"):
        yield from _packed(name, content, depth)
    elif content[:1024].lstrip().startswith(b"%PDF-"):
        yield name, _pdf(name, content)
    elif content.startswith(_PICTURES):
        yield name, content.decode("latin-1")
        yield name, content.decode("utf-8", "ignore")
    else:
        yield from ((name, text) for text in _readings(name, content))


def _packed(name: str, content: bytes, depth: int) -> Iterator[tuple[str, str | None]]:
    if depth == _DEEPEST:
        yield name, None
        return
    try:
        packed = SafeZip(content, name)
        yield name, packed.comment.decode("utf-8", "replace")
        for member in packed.names:
            yield name, member
            yield from _texts(name, packed.read(member), depth + 1)
    except InputError:
        yield name, None


def _pdf(name: str, content: bytes) -> str | None:
    try:
        return "\n".join(pdf_strings(content, name))
    except InputError:
        return None


def _readings(name: str, content: bytes) -> Iterator[str | None]:
    """A text as it stands, without tags (a name may be cut in two by them), and with escapes undone."""
    if not content:
        return
    try:
        text, _findings = decoded(content, name)
    except InputError:
        yield None
        return
    plain = html.unescape(text)
    yield plain
    if "<" in plain:
        yield html.unescape(_TAG.sub("", text))
        yield html.unescape(_TAG.sub(" ", text))
    if "\\" in text:
        yield re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)
    if text.lstrip()[:1] in "{[":
        try:
            yield json.dumps(json.loads(text), ensure_ascii=False).replace("\\n", " ").replace("\\t", " ")
        except (ValueError, RecursionError):
            return
