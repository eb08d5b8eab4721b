# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Run as a program: a name and a file on standard input, the interview as JSON on standard output."""

import json
import sys
from dataclasses import asdict

from wijkverhaal.foundation.errors import WijkverhaalError
from wijkverhaal.foundation.language import use_language
from wijkverhaal.site.jobs.limits import Limits, keep_within
from wijkverhaal.stories.intake.interview_file import read_interview

_LIMITS = Limits(memory=2_000_000_000, file=0, processor=90, clock=120)


def main() -> None:
    """Read within limits; whatever is wrong with the file is told in one sentence."""
    keep_within(_LIMITS)
    first, _end, content = sys.stdin.buffer.read().partition(b"\n")
    asked = json.loads(first)
    use_language(asked["language"])
    try:
        found = asdict(read_interview(asked["name"], content))
    except WijkverhaalError as error:
        found = {"refused": str(error)}
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
