# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The bytes of a file as a thief would find them, also of the database that is in use."""

import subprocess
import sys
from pathlib import Path

_PROGRAM = "import sys; sys.stdout.buffer.write(open(sys.argv[1], 'rb').read())"


def raw(path: Path) -> bytes:
    """Read by another process where it is the database.

    A process that opens and closes that file itself takes away every lock that SQLite holds on it for this
    process; the next process that closes it then removes its log under our feet.
    """
    if ".sqlite3" not in path.name:
        return path.read_bytes()
    return subprocess.run([sys.executable, "-c", _PROGRAM, str(path)], capture_output=True, check=True).stdout
