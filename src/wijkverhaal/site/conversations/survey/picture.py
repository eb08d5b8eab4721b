# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The network of a wijk as a drawing with its table and sentence; a thicker line is stronger, not better."""

from wijkverhaal.dialogue.cooperation_picture import CooperationPicture, PictureLink, PictureNode
from wijkverhaal.dialogue.figure_words import plain
from wijkverhaal.foundation.language import _, ngettext
from wijkverhaal.foundation.svg import drawing, piece
from wijkverhaal.publication.chart import Chart, Column, Table

_WIDTH, _HEIGHT, _RADIUS = 490, 420, 130
_NODE = 16
#: How far the two lines of a pair lie apart, so that each direction is seen.
_APART = 9
#: From here on the word of a dot stands under it; y goes from -1 to 1.
_BELOW = -0.1
#: How far a word stands further to its side than its dot, out of the way of the lines.
_ASIDE = 28
#: A link that is weaker than this is told in the table and not drawn.
_FAINTEST = 0.5


def survey_picture(picture: CooperationPicture, place: str, label: str = "") -> Chart | None:
    """The drawing; None where fewer than three people answered.

    Parameters
    ----------
    picture : CooperationPicture
    place : str
        What the wijk is called.
    label : str
        That the country is fictional, where it is.
    """
    if not picture.nodes:
        return None
    title = _("Wie werkt met wie in {place}").format(place=place)
    sentence = _sentence(picture, place)
    svg = drawing("netwerk", "network", (_WIDTH, _HEIGHT), title, sentence, _pieces(picture))
    return Chart("samenwerking", svg, _table(picture, title), sentence, label)


def _sentence(picture: CooperationPicture, place: str) -> str:
    people = sum(node.people for node in picture.nodes)
    told = ngettext(
        "{people} mens in {place} gaf antwoord.", "{people} mensen in {place} gaven antwoord.", people
    ).format(people=people, place=place)
    between = [link for link in picture.links if link.start != link.end]
    if not between:
        return told + " " + _("Er zijn te weinig antwoorden om lijnen tussen organisaties te tonen.")
    words = {node.key: node.word for node in picture.nodes}
    most = max(between, key=lambda link: link.strength)
    closest = _(
        "De sterkste lijn loopt van {start} naar {end}: gemiddeld {strength}, op een schaal van 0 tot 3."
    )
    return f"{told} " + closest.format(
        start=words[most.start], end=words[most.end], strength=plain(most.strength)
    )


def _table(picture: CooperationPicture, title: str) -> Table:
    words = {node.key: node.word for node in picture.nodes}
    columns = (
        Column(_("Wie het zegt")),
        Column(_("Over wie")),
        Column(_("Hoe sterk, 0 tot 3"), numeric=True),
        Column(_("Mensen"), numeric=True),
    )
    rows = [
        (
            words[link.start],
            words[link.end],
            plain(link.strength),
            str(link.people),
        )
        for link in picture.links
    ]
    return Table(title, columns, rows)


def _pieces(picture: CooperationPicture) -> list[str]:
    place = {node.key: (_x(node), _y(node)) for node in picture.nodes}
    between = [one for one in picture.links if one.start != one.end and one.strength >= _FAINTEST]
    within = {one.start: one for one in picture.links if one.start == one.end}
    lines = [_line(link, place[link.start], place[link.end]) for link in between]
    return lines + [part for node in picture.nodes for part in _node(node, within.get(node.key))]


def _x(node: PictureNode) -> float:
    return round(_WIDTH / 2 + _RADIUS * node.x, 1)


def _y(node: PictureNode) -> float:
    return round(_HEIGHT / 2 + _RADIUS * node.y, 1)


def _line(link: PictureLink, start: tuple[float, float], end: tuple[float, float]) -> str:
    """A line beside the middle, with its head at who it is about."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = max((dx * dx + dy * dy) ** 0.5, 1.0)
    ux, uy = dx / length, dy / length
    side, room = (-uy * _APART, ux * _APART), _NODE + 8
    at = [(start[k] + (ux, uy)[k] * room + side[k], end[k] - (ux, uy)[k] * room + side[k]) for k in (0, 1)]
    wing = [(at[k][1] - (ux, uy)[k] * 12 + (-uy, ux)[k] * 6) for k in (0, 1)]
    other = [(at[k][1] - (ux, uy)[k] * 12 - (-uy, ux)[k] * 6) for k in (0, 1)]
    return piece(
        '<path d="M{x} {y}L{a} {b}M{c} {d}L{a} {b}L{e} {f}" fill="none" stroke="#1d5b99"'
        ' stroke-width="{w}" stroke-linecap="round"/>',
        x=round(at[0][0], 1),
        y=round(at[1][0], 1),
        a=round(at[0][1], 1),
        b=round(at[1][1], 1),
        c=round(wing[0], 1),
        d=round(wing[1], 1),
        e=round(other[0], 1),
        f=round(other[1], 1),
        w=round(1 + 1.5 * link.strength, 1),
    )


def _node(node: PictureNode, own: PictureLink | None) -> list[str]:
    """A dot with its word away from the middle; a ring where the kind works with its own kind."""
    x, y = _x(node), _y(node)
    ring = piece(
        '<circle cx="{x}" cy="{y}" r="{r}" fill="none" stroke="#1d5b99" stroke-width="{w}"/>',
        x=x,
        y=y,
        r=_NODE + 4,
        w=round(1 + 1.5 * own.strength, 1) if own else 0,
    )
    # its number stands under the word, so above a dot they begin higher
    below = _NODE + 26 if node.y > _BELOW else -_NODE - 28
    people = ngettext("{people} mens", "{people} mensen", node.people).format(people=node.people)
    text = piece(
        '<circle cx="{x}" cy="{y}" r="{r}" fill="#52606d"/>'
        '<g text-anchor="middle" fill="#1b2733">'
        '<text x="{a}" y="{b}" font-size="16" font-weight="700">{t}</text>'
        '<text x="{a}" y="{c}" font-size="15">{p}</text></g>',
        x=x,
        y=y,
        r=_NODE,
        a=round(x + _ASIDE * node.x, 1),
        b=round(y + below, 1),
        c=round(y + below + 18, 1),
        t=node.word,
        p=people,
    )
    return [ring, text] if own and own.strength >= _FAINTEST else [text]
