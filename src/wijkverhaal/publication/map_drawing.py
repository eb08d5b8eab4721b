# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The map of wijken as SVG, without anybody's tiles."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from wijkverhaal.publication.map import UNITS, MapShapes
from wijkverhaal.publication.marking import MARKINGS, Marking, unknown_marking

#: Lengths below are in pixels of a map this wide.
_PIXELS = 760


@dataclass(frozen=True)
class MapArea:
    """What the map says about one wijk; `around` is one beside the chosen gemeente, drawn paler."""

    code: str
    marking: Marking
    title: str
    around: bool = False


def draw_map(
    shapes: MapShapes, areas: Iterable[MapArea], name: str, title: str, description: str, label: str = ""
) -> Markup:
    """The map as one `<svg>`: one path with a title per wijk, grouped by marking.

    Parameters
    ----------
    name : str
        Unique on the page; patterns and the accessible name refer to it.
    label : str
        Stands on the map itself, such as that the country is fictional.
    """
    scale = UNITS / _PIXELS
    top = round(52 * scale) if label else 0
    known = {area.code: area for area in areas if area.code in shapes.paths}
    unknown = (MapArea(code, unknown_marking(), code) for code in shapes.paths if code not in known)
    drawn = [*known.values(), *unknown]
    opening = Markup(
        '<svg role="img" aria-labelledby="{n}-t {n}-d" viewBox="0 {y} {w} {h}" class="map">'
        '<title id="{n}-t">{t}</title><desc id="{n}-d">{d}</desc><defs>'
    ).format(n=name, y=-top, w=shapes.width, h=shapes.height + top, t=title, d=description)
    patterns = Markup("").join(marking.definition(name, scale) for marking in MARKINGS)
    groups = [
        _group(shapes, name, marking, around, drawn) for around in (True, False) for marking in MARKINGS
    ]
    return Markup("").join(
        [opening, patterns, Markup("</defs>"), *groups, _outline(shapes), _band(shapes, label, top, scale)]
    ) + Markup("</svg>")


def _group(shapes: MapShapes, name: str, marking: Marking, around: bool, areas: list[MapArea]) -> Markup:
    paths = [
        Markup('<path d="{}"><title>{}</title></path>').format(shapes.paths[area.code], area.title)
        for area in areas
        if area.marking == marking and area.around == around
    ]
    if not paths:
        return Markup("")
    opening = Markup('<g class="m {}{}" fill="{}">').format(
        marking.key, " around" if around else "", marking.fill(name)
    )
    return opening + Markup("").join(paths) + Markup("</g>")


def _outline(shapes: MapShapes) -> Markup:
    """Its looks are attributes too: a PDF knows no stylesheet inside a drawing."""
    own = Markup('<path class="own" fill="none" stroke="#1b2733" stroke-width="9" d="{}"/>')
    return own.format(shapes.outline) if shapes.outline else Markup("")


def _band(shapes: MapShapes, label: str, top: int, scale: float) -> Markup:
    if not label:
        return Markup("")
    return Markup(
        '<rect class="band" fill="#ffdf6b" y="{y}" width="{w}" height="{h}"/>'
        '<text class="label" x="{x}" y="{t}" text-anchor="middle" font-size="{s}">{label}</text>'
    ).format(
        y=-top,
        w=shapes.width,
        h=top,
        x=shapes.width // 2,
        t=-round(17 * scale),
        # a wide letter takes two thirds of its height
        s=min(round(30 * scale), int(shapes.width / (0.67 * len(label)))),
        label=label,
    )
