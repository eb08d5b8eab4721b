# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""An invented family: who told what, with and without a clash, and a look inside a drawing."""

import xml.etree.ElementTree as ElementTree
from datetime import date
from xml.etree.ElementTree import Element

from wijkverhaal.foundation.chart import Chart
from wijkverhaal.stories.help_history import Account, Choice, Event, HelpHistory
from wijkverhaal.stories.time_expression import read_time

ROLES = {"m": "moeder", "s": "intern begeleider", "j": "jongere"}
EVENTS = (
    Event("signal", "first_signal", domain="gezin"),
    Event("move", "move", "verhuizing", "gezin"),
    Event("help", "start", "training", "jeugdhulp", "Wijkteam"),
    Event("end", "end", "", "jeugdhulp", "Wijkteam"),
    Event("clinic", "start", "", "jeugdhulp", "Kliniek"),
    Event("quarrel", "ruzie <op> school", "", "school"),
)
TOLD = (
    ("1", "m", "signal", "toen hij twee was"),
    ("2", "m", "move", "voorjaar 2013"),
    ("3", "m", "help", "een half jaar na de verhuizing"),
    ("4", "s", "help", "groep 1"),
    ("5", "s", "end", "december 2015"),
    ("6", "m", "clinic", "maart 2017"),
)
#: Clashes with what the mother and the school say of the help.
LATE = ("9", "j", "help", "toen ik zes was")


def history(
    *more: tuple[str, str, str, str], choices: tuple[Choice, ...] = (), born: date | None = date(2009, 5, 1)
) -> HelpHistory:
    """The history with more accounts."""
    blank = HelpHistory("B", EVENTS)
    accounts = tuple(
        Account(number, who, event, read_time(said, blank.names), said)
        for number, who, event, said in (*TOLD, *more)
    )
    return HelpHistory("B", EVENTS, accounts, choices, born)


def parsed(chart: Chart) -> Element:
    """The drawing as XML, after looking whether everybody can read it."""
    root = ElementTree.fromstring(str(chart.svg))  # noqa: S314 (ours)
    names = root.attrib["aria-labelledby"].split()
    assert root.attrib["role"] == "img"
    assert [root.find("title").attrib["id"], root.find("desc").attrib["id"]] == names  # type: ignore[union-attr]
    assert root.find("desc").text == chart.sentence  # type: ignore[union-attr]
    ids = [one.attrib["id"] for one in root.iter() if "id" in one.attrib]
    assert len(ids) == len(set(ids))
    assert all(not {"style", "onclick", "class"} & set(one.attrib) - {"class"} for one in root.iter())
    used = {part.split(")")[0] for part in str(chart.svg).split("url(#")[1:]}
    assert used <= set(ids)
    return root


def words(root: Element) -> list[str]:
    """Every text in a drawing."""
    return [one.text or "" for one in root.iter("text")]
