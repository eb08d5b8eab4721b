# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A step in a process of its own: what goes wrong there stays there, and it can be stopped."""

import json
import subprocess
import sys
from typing import Any


def run_apart(module: str, content: bytes, seconds: float) -> dict[str, Any]:
    """Run a module of ours with content on its input, and read the JSON object it writes.

    Nothing is written to disk; the content goes through a pipe.

    Raises
    ------
    TimeoutError
        When it takes longer than `seconds`; it is stopped.
    ValueError
        When it wrote no JSON object.
    """
    try:
        done = subprocess.run(  # noqa: S603 - a module of ours
            [sys.executable, "-I", "-m", module],
            input=content,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise TimeoutError(module) from error
    found = json.loads(done.stdout)
    if not isinstance(found, dict):
        raise ValueError(module)
    return found
