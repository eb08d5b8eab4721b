# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Run as a program: a text on standard input, what `deduce` marks in it as JSON on standard output."""

import json
import sys


def main() -> None:
    """Mark; say so where deduce is not installed. Dates and ages stay: a timeline needs them."""
    text = sys.stdin.buffer.read().decode("utf-8")
    sys.stdout.write(json.dumps(_read(text)))


def _read(text: str) -> dict[str, object]:
    try:
        from deduce import Deduce  # type: ignore[import-not-found]
    except ImportError:
        return {"missing": True}
    try:
        found = Deduce().deidentify(text, disabled={"dates", "ages"}).annotations
        return {"marks": [[one.start_char, one.end_char, one.tag] for one in found]}
    except Exception as error:  # another version of deduce may fail in its own way
        return {"error": type(error).__name__}


if __name__ == "__main__":
    main()
