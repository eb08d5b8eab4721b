# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a wijk is drawn: five classes in one blue scale, grey where it does not stand out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from wijkverhaal.foundation.language import _
from wijkverhaal.publication.marking_sentence import way_of
from wijkverhaal.publication.predicted import predicted_label
from wijkverhaal.publication.sentence import figure

#: Classes that are told only where a wijk is in them.
RARE = frozenset({"predicted", "unknown"})
#: From this many percentage points on the difference of a marked wijk is drawn as a large one.
LARGE = 2.0


@dataclass(frozen=True)
class Marking:
    """One class: its colour, and the lines over it for who sees no colours."""

    key: str
    colour: str
    line: str = ""
    angle: int = 0
    gap: int = 0

    @property
    def label(self) -> str:
        """The class in words; the numbers are percentage points."""
        large = figure(LARGE, 0)
        words = {
            "much-lower": _("valt op: lager, {large} of meer"),
            "lower": _("valt op: lager, minder dan {large}"),
            "unclear": _("valt niet op"),
            "predicted": predicted_label(),
            "higher": _("valt op: hoger, minder dan {large}"),
            "much-higher": _("valt op: hoger, {large} of meer"),
            "unknown": _("geen cijfers"),
        }
        return words[self.key].format(large=large)

    def fill(self, prefix: str) -> str:
        """What to put in a `fill` attribute."""
        return f"url(#{prefix}-{self.key})" if self.line else self.colour

    def definition(self, prefix: str, scale: float = 1) -> Markup:
        """The SVG pattern that `fill` names; nothing where the class is one even colour."""
        if not self.line:
            return Markup("")
        size = self.gap * scale
        return Markup(
            '<pattern id="{p}-{k}" width="{s:g}" height="{s:g}" patternUnits="userSpaceOnUse"'
            ' patternTransform="rotate({a})"><rect width="{s:g}" height="{s:g}" fill="{c}"/>'
            '<rect width="{s:g}" height="{w:g}" fill="{l}"/></pattern>'
        ).format(p=prefix, k=self.key, s=size, a=self.angle, c=self.colour, l=self.line, w=1.2 * scale)


MARKINGS = (
    Marking("much-lower", "#e3f0fb", "#3f86c6", 45, 4),
    Marking("lower", "#e3f0fb", "#7fb0dc", 45, 8),
    Marking("unclear", "#d5d5d1"),
    Marking("higher", "#3f86c6"),
    Marking("much-higher", "#0c3c6e"),
    Marking("predicted", "#ffffff", "#9aa3ab", 0, 5),
    Marking("unknown", "#ffffff"),
)
_BY_KEY = {marking.key: marking for marking in MARKINGS}


def marking_of(row: Mapping[str, Any]) -> Marking:
    """The class of a wijk: of which way it stands out, and of its difference in percentage points."""
    way, difference = way_of(row), row["difference_here"]
    if way is None or difference is None:
        return _BY_KEY["unknown"]
    large = way in ("higher", "lower") and abs(difference) >= LARGE
    return _BY_KEY[f"much-{way}" if large else way]


def unknown_marking() -> Marking:
    """The class of a wijk about which nothing is known."""
    return _BY_KEY["unknown"]
