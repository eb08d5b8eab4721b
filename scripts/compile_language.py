# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Compiles the catalogues of translations."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


def compile_language(root: Path) -> None:
    """Write a `.mo` beside each `.po` in the package."""
    for source in (root / "src" / "wijkverhaal" / "locale").rglob("*.po"):
        with source.open("rb") as text, source.with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, read_po(text))


if __name__ == "__main__":
    compile_language(Path(__file__).parents[1])
