# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands on the wall beside the words: the answers as drawings."""

from markupsafe import Markup

from wijkverhaal.dialogue.step import Step
from wijkverhaal.foundation.language import _
from wijkverhaal.site.conversations.screen.now import Now
from wijkverhaal.site.conversations.screen.tally_chart import tally_chart
from wijkverhaal.site.runs.drawn import figure as drawn


def wall_of(now: Now) -> Markup | None:
    """The drawing of the answers of this step; None where there is none, or too few answered."""
    label = now.figure.question if now.figure else ""
    if now.step is Step.RECOGNISE and now.shown:
        counts = {one.word: number for one, number in now.recognition.counts.items()}
        title = _("Wie herkent dit? {figure}").format(figure=label)
        return drawn(tally_chart("herkend", title, counts, now.recognition.sentence), open=False)
    if now.step is Step.VALUE:
        counts = {one.word: number for one, number in now.valuation.counts.items()}
        title = _("Wat vinden we ervan? {figure}").format(figure=label)
        return drawn(tally_chart("gewaardeerd", title, counts, now.valuation.sentence), open=False)
    return None
