# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every sentence of this room has its English."""

from importlib.resources import files
from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

METHODS = [("**.py", "python"), ("**.html", "jinja2.ext:babel_extract")]


def test_every_message_is_translated() -> None:
    with (files("wijkverhaal") / "locale/en/LC_MESSAGES/wijkverhaal.po").open("rb") as text:
        catalogue = read_po(text)
    folder = Path(str(files("wijkverhaal") / "publication"))
    found = {
        message if isinstance(message, str) else message[0]
        for _, _, message, _, _ in extract_from_dir(folder, METHODS, keywords={"_": None, "ngettext": (1, 2)})
    }
    assert len(found) > 100
    assert [
        message for message in sorted(found) if message not in catalogue or not catalogue[message].string
    ] == []
