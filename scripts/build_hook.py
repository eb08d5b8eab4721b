# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Build hook: makes what the wheel carries and the repository does not hold."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).parent))
from compile_language import compile_language
from design_system import design_system


class MakeCarried(BuildHookInterface):  # type: ignore[type-arg]
    """Translations and the stylesheet of the design system."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        compile_language(Path(self.root))
        design_system(Path(self.root))
