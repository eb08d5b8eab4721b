# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A stylesheet as rules, and what remains of it when only some names are used."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CLASS = re.compile(r"\.(utrecht-[\w-]+)")
_USED_TOKEN = re.compile(r"var\(\s*(--[\w-]+)")
_TOKEN = re.compile(r"(--[\w-]+)\s*:\s*([^;]+);")


@dataclass(frozen=True)
class Rule:
    """A selector, or a condition such as @media, with what stands between its braces."""

    prelude: str
    body: str

    def __str__(self) -> str:
        return f"{self.prelude}{{{self.body}}}"


def rules(css: str) -> Iterator[Rule]:
    """The rules at the outer level, without comments and @charset."""
    text = re.sub(r"@charset[^;]+;", "", _COMMENT.sub("", css))
    depth, start, opened = 0, 0, 0
    for place, sign in enumerate(text):
        if sign == "{":
            depth += 1
            opened = place if depth == 1 else opened
        elif sign == "}":
            depth -= 1
            if depth == 0:
                yield Rule(_tight(text[start:opened]), _tight(text[opened + 1 : place]))
                start = place + 1


def used_rules(css: str, classes: Iterable[str]) -> str:
    """The rules of which every component class is among `classes`."""
    known = frozenset(classes)
    kept = []
    for rule in rules(css):
        if rule.prelude.startswith("@"):
            inner = used_rules(rule.body, known)
            if inner and rule.prelude[-27:] != "-ms-high-contrast: active)":
                kept.append(f"{rule.prelude}{{{inner}}}")
            continue
        selectors = [one for one in _selectors(rule.prelude) if known.issuperset(_CLASS.findall(one))]
        if selectors:
            kept.append(f"{','.join(selectors)}{{{rule.body}}}")
    return "\n".join(kept)


def used_tokens(theme: str, css: str) -> dict[str, str]:
    """The design tokens that `css` asks for, with those that they ask for in turn."""
    known = dict(_TOKEN.findall(_COMMENT.sub("", theme)))
    waiting, found = set(_USED_TOKEN.findall(css)), {}
    while waiting:
        name = waiting.pop()
        if name in known and name not in found:
            found[name] = known[name].strip()
            waiting |= set(_USED_TOKEN.findall(found[name]))
    return dict(sorted(found.items()))


def _selectors(prelude: str) -> list[str]:
    """Split at commas that stand outside brackets."""
    parts, depth, start = [], 0, 0
    for place, sign in enumerate(prelude):
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and depth == 0:
            parts.append(prelude[start:place].strip())
            start = place + 1
    return [*parts, prelude[start:].strip()]


def _tight(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
