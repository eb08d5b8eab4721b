# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Build hook: compiles the catalogues of translations, so that the wheel carries them."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileLanguage(BuildHookInterface):  # type: ignore[type-arg]
    """Writes a `.mo` beside each `.po` in the package."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        for source in (Path(self.root) / "src" / "wijkverhaal" / "locale").rglob("*.po"):
            with source.open("rb") as text, source.with_suffix(".mo").open("wb") as compiled:
                write_mo(compiled, read_po(text))
