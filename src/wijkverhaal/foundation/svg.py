# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pieces of a drawing put together.

Markup's own way of filling in costs more than all the rest of a page. A piece is plain text, in
which whatever a person wrote was escaped once.
"""

from collections.abc import Iterable

from markupsafe import Markup, escape


def piece(template: str, **values: object) -> str:
    """A piece with its values filled in; a text is escaped, a number goes in as it is.

    >>> piece('<text x="{x}">{t}</text>', x=4.5, t="Oost & <West>")
    '<text x="4.5">Oost &amp; &lt;West&gt;</text>'
    """
    return template.format(
        **{name: escape(value) if isinstance(value, str) else value for name, value in values.items()}
    )


def drawing(
    name: str, kind: str, size: tuple[int, int], title: str, description: str, pieces: Iterable[str]
) -> Markup:
    """The whole `<svg>` with its title and description.

    Parameters
    ----------
    name
        Unique on the page.
    kind
        Its classes.
    size
        Width and height.
    pieces
        What is in it; made by `piece`.
    """
    opening = piece(
        '<svg role="img" aria-labelledby="{n}-t {n}-d" viewBox="0 0 {w} {h}" class="{k}">'
        '<title id="{n}-t">{t}</title><desc id="{n}-d">{d}</desc>',
        n=name,
        w=size[0],
        h=size[1],
        k=kind,
        t=title,
        d=description,
    )
    return Markup("".join([opening, *pieces, "</svg>"]))  # noqa: S704 (texts went through piece)
