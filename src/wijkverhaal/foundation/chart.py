# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a chart consists of: a drawing, a table and a sentence; how it stands on a page is another's work."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from markupsafe import Markup


@dataclass(frozen=True)
class Column:
    """One column of a table; numbers stand to the right and sort by value."""

    label: str
    numeric: bool = False


@dataclass(frozen=True)
class Table:
    """Cells as the reader sees them; the first cell of a row is its heading."""

    caption: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("every row of a table needs a cell for every column")


@dataclass(frozen=True)
class Chart:
    """A drawing with the table of what is drawn and the sentence that says it.

    Attributes
    ----------
    id : str
        Unique on the page; letters, digits and hyphens.
    svg : Markup
        A whole `<svg>` element with role="img", a title and a description.
    sentence : str
        Holds the value, its margin, the year and the source.
    label : str
        Stands under the sentence, such as that the country is fictional; may be empty.
    """

    id: str
    svg: Markup
    table: Table
    sentence: str
    label: str = ""
    heading: str = ""
    legend: Sequence[tuple[Markup, str]] = field(default=())
