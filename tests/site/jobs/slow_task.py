# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Work for a child process that does not end by itself, and that leaves something half written."""

import os
import time
from pathlib import Path
from typing import Any

from wijkverhaal.foundation.files import whole_folder
from wijkverhaal.site.jobs.child import Tell


def slow(root: str, parameters: dict[str, Any], tell: Tell) -> dict[str, Any]:
    with whole_folder(Path(root) / "runs" / "nooit-af") as folder:
        (folder / "half.txt").write_text("half")
        for turn in range(6000):
            tell("Bezig met niets", turn / 6000)
            time.sleep(0.02)
    return {}


def full_disk(root: str, parameters: dict[str, Any], tell: Tell) -> dict[str, Any]:
    raise OSError(28, "No space left on device", str(Path(root) / "runs"))


def too_much_memory(root: str, parameters: dict[str, Any], tell: Tell) -> dict[str, Any]:
    tell("Bezig met veel", 0.5)
    return {"size": len(bytearray(3_000_000_000))}


def crash(root: str, parameters: dict[str, Any], tell: Tell) -> dict[str, Any]:
    raise ValueError(f"uit het bestand: {parameters['seed'] + 4320}")


def out_of_memory_kill(root: str, parameters: dict[str, Any], tell: Tell) -> dict[str, Any]:
    os.kill(os.getpid(), 9)
    return {}
