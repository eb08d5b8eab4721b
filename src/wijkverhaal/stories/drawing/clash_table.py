# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where the accounts of a family clash, and what was decided before, as tables."""

from collections.abc import Mapping

from wijkverhaal.foundation.chart import Column, Table
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.drawing.history_row import event_label
from wijkverhaal.stories.help_history import Account, HelpHistory
from wijkverhaal.stories.history_timeline import Timeline


def clash_table(found: Timeline, roles: Mapping[str, str]) -> Table | None:
    """Each open clash: the smallest set of statements that cannot all be true; None where there is none."""
    rows = []
    for number, clash in enumerate(found.open_clashes, start=1):
        for one in clash.statements:
            event = next(placed.event for placed in found.events if placed.event.id == one.later)
            row = (str(number), event_label(event), roles.get(one.source, one.source), f"“{one.text}”")
            rows.append(row)
    if not rows:
        return None
    columns = (Column(_("Botsing")), Column(_("Over")), Column(_("Wie")), Column(_("Zegt")))
    return Table(_("Deze uitspraken kunnen niet allemaal waar zijn"), columns, rows)


def choice_table(history: HelpHistory, roles: Mapping[str, str]) -> Table | None:
    """Each decision: what is not followed, why, and who decided; None where there is none."""
    accounts = {one.id: one for one in history.accounts}
    events = {one.id: event_label(one) for one in history.events}

    def said(one: Account) -> str:
        return f"{roles.get(one.informant, one.informant)}: “{one.said}” ({events[one.event]})"

    rows = [
        ("; ".join(said(accounts[one]) for one in sorted(choice.set_aside)), choice.reason, choice.by)
        for choice in history.choices
    ]
    columns = (Column(_("Niet gevolgd")), Column(_("Waarom")), Column(_("Wie besloot")))
    return Table(_("Wat er is besloten"), columns, rows) if rows else None
