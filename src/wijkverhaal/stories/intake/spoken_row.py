# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A row of a table with who speaks beside what is said, as many interviews are written out."""

from collections.abc import Sequence

_LONGEST = 40


def spoken_row(cells: Sequence[str]) -> str:
    """The row as text: of two cells a short first one is who speaks; otherwise one cell after the other.

    Parameters
    ----------
    cells : sequence of str
        The text of each, with a line end after each paragraph.
    """
    if len(cells) == 2:
        label, said = cells[0].strip(), cells[1].strip()
        if label and said and "\n" not in label and len(label) <= _LONGEST:
            return f"{label.rstrip(':')}: {said}\n"
    return "".join(cells)
