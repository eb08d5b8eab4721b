# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every text in the code and the templates, gathered into the catalogues of translations."""

import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

SOURCE = Path(__file__).parents[1] / "src" / "wijkverhaal"
METHODS = [("**.py", "python"), ("**.html", "jinja2.ext:babel_extract")]
KEYWORDS = {"_": None, "mark": None, "ngettext": (1, 2)}
HEADER = """\
# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Language: {language}\\n"
"Plural-Forms: nplurals={count}; plural={plural};\\n"

"""


def texts(folder: Path = SOURCE) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    """Each text with the file that it stands in, by file and then in the order of the file."""
    found = extract_from_dir(folder, METHODS, keywords=KEYWORDS)
    for file, _line, message, _comments, _context in sorted(found, key=lambda one: (one[0], one[1])):
        if message:
            yield Path(file).as_posix(), message


def updated(old: Catalog, folder: Path = SOURCE) -> Catalog:
    """The catalogue with exactly the texts of the code; a translation that is there stays."""
    new = Catalog(locale=old.locale, charset="utf-8")
    for file, message in texts(folder):
        known = old.get(message if isinstance(message, str) else message[0])
        same = known is not None and known.id == message
        new.add(message, known.string if known and same else None, locations=[(f"src/wijkverhaal/{file}", 0)])
    return new


def untranslated(catalogue: Catalog) -> list[str]:
    """The texts of the catalogue without a translation."""
    return [
        str(message.id)
        for message in catalogue
        if message.id and not all(message.string if isinstance(message.id, tuple) else [message.string])
    ]


def write(catalogue: Catalog, path: Path) -> None:
    """Write the catalogue and its compiled form: one file per text, no lines, dates or people."""
    for message in catalogue:
        message.locations = message.locations[:1]
    with path.open("wb") as file:
        file.write(
            HEADER.format(
                language=catalogue.locale, plural=catalogue.plural_expr, count=catalogue.num_plurals
            ).encode()
        )
        write_po(file, catalogue, width=0, include_lineno=False, omit_header=True)
    with path.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalogue)


def main() -> int:
    missing = 0
    for path in sorted((SOURCE / "locale").glob("*/LC_MESSAGES/wijkverhaal.po")):
        language = path.parts[-3]
        with path.open("rb") as file:
            catalogue = updated(read_po(file, locale=language))
        write(catalogue, path)
        for text in untranslated(catalogue):
            print(f"{language}: {text}")
            missing += 1
    print(f"{missing} untranslated")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
