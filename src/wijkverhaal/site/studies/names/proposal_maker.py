# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Run as a program: lets `deduce` look for names in a text, and leaves what it found sealed in a file.

The text and the key come on standard input, so that neither is ever on the disk.
"""

import json
import sys
from pathlib import Path

from wijkverhaal.foundation.errors import WijkverhaalError
from wijkverhaal.foundation.language import use_language
from wijkverhaal.stories.deduce_hit import deduce_hits
from wijkverhaal.stories.vault.cipher import bound_to, seal
from wijkverhaal.stories.vault.key_json import from_words
from wijkverhaal.stories.vault.secret_file import write_secret

#: Nobody waits for it, and a first start that is cut off begins anew each time.
LONGEST = 1800.0


def main() -> None:
    """Look; whatever went wrong is kept as a sentence."""
    asked = json.loads(sys.stdin.buffer.read())
    use_language(asked["language"])
    try:
        hits = deduce_hits(asked["text"], LONGEST)
        found = {"marks": [[one.start, one.end, one.replacement] for one in hits]}
    except WijkverhaalError as error:
        found = {"trouble": str(error)}  # type: ignore[dict-item]
    content = json.dumps(found, ensure_ascii=False).encode()
    place = bound_to("proposals", asked["study"], asked["interview"])
    target = Path(asked["target"])
    if target.parent.is_dir():  # else the study was erased in the meantime
        write_secret(target, seal(from_words(asked["key"]), content, place))


if __name__ == "__main__":
    main()
