# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads a page the way a browser would find its links, attributes and text."""

from html.parser import HTMLParser


class Page(HTMLParser):
    """All attributes and visible text of an HTML page."""

    def __init__(self) -> None:
        super().__init__()
        self._attributes: list[tuple[str, str]] = []
        self._text: list[str] = []

    @classmethod
    def of(cls, html: str) -> "Page":
        page = cls()
        page.feed(html)
        return page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._attributes.extend((name, value or "") for name, value in attrs)

    def handle_data(self, data: str) -> None:
        self._text.append(data)

    def attributes(self) -> list[tuple[str, str]]:
        return self._attributes

    def links(self) -> list[tuple[str, str]]:
        """Every attribute through which a page can fetch or point to something."""
        names = ("href", "src", "srcset", "xlink:href", "action", "data", "poster", "background")
        return [(name, value) for name, value in self._attributes if name in names]

    def text(self) -> str:
        return "".join(self._text)
