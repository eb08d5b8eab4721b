# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The invented people meet: what they do goes through the same rules as what real people do.

Importing this needs Django to be set up.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from wijkverhaal.cli.invented_findings import keep_findings, released_by_factor
from wijkverhaal.dialogue.figure_reference import FigureKind, FigureReference
from wijkverhaal.dialogue.step import Step
from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.simulation.conversation.fictional_conversation import FictionalConversation
from wijkverhaal.site.conversations import commands
from wijkverhaal.site.conversations.contributions import sorting_out
from wijkverhaal.site.conversations.contributions.adding import add
from wijkverhaal.site.conversations.contributions.figure_key import figure_key
from wijkverhaal.site.conversations.leading import making, moving
from wijkverhaal.site.conversations.leading.closing import keep_with_the_wijken
from wijkverhaal.site.conversations.models import Conversation
from wijkverhaal.site.conversations.screen.told_figure import told_figure
from wijkverhaal.site.conversations.survey import survey
from wijkverhaal.site.conversations.survey.answering import Filled, keep_filled
from wijkverhaal.site.conversations.survey.answers import partners_of
from wijkverhaal.site.conversations.taking_part.joining import join

#: In the year of the figures that are looked at, so that the year after it is truly after what was agreed.
_HELD = (11, 18)
_DAYS_PER_MONTH = 30.44
#: Between one contribution and the next: the whole takes an hour and a half.
_PACE = timedelta(seconds=30)
#: A link works long enough to look around at ease.
_LINK_DAYS = 30
_INDICATOR = "low_income_households"


def hold(told: FictionalConversation, run: FinishedRun, year: int, wijk: str) -> str:
    """Hold a conversation from the first guess to a look back a year later; its number."""
    meeting = _Meeting(told, run, year, wijk)
    meeting.recognise(all_shown=True)
    meeting.explain()
    meeting.value()
    meeting.improve()
    meeting.ask_cooperation()
    day = date(year, *_HELD)
    days = [day, *_days(told, day)]
    keep_findings(meeting.stored, told, meeting.statements, meeting.leads, run, wijk, days)
    survey.close_survey(meeting.id)
    moving.close(meeting.id, meeting.version)
    at = datetime(day.year, day.month, day.day, 13, 0, tzinfo=UTC)
    stored = commands.as_if_held(meeting.stored, at, _PACE)
    survey.keep_figures(stored)
    keep_with_the_wijken(stored)
    commands.tell_the_wijk(wijk)
    return meeting.id


def go_on(told: FictionalConversation, run: FinishedRun, year: int, wijk: str) -> tuple[str, str]:
    """Begin a conversation that anybody can join: its number, and the path of its link."""
    meeting = _Meeting(told, run, year, wijk)
    meeting.recognise(all_shown=False)
    meeting.explain()
    meeting.ask_cooperation()
    return meeting.id, commands.open_door(meeting.stored, _LINK_DAYS, "")


def _days(told: FictionalConversation, day: date) -> list[date]:
    return [day + timedelta(days=round(one.months * _DAYS_PER_MONTH)) for one in told.leads]


class _Meeting:
    """A conversation while it goes on: who is in, and the number of what was said."""

    def __init__(self, told: FictionalConversation, run: FinishedRun, year: int, wijk: str) -> None:
        self.told, self._wijk, self._keys = told, wijk, 0
        stored = commands.make_here(told.title, run, year, [wijk])
        self.id = str(stored.id)
        self._figures = [
            FigureReference(FigureKind.USE, wijk, year),
            FigureReference(FigureKind.INDICATOR, wijk, year, _INDICATOR),
            FigureReference(FigureKind.DIFFERENCE, wijk, year),
        ]
        quotations = [one.id for one in released_by_factor().values()]
        making.prepare(self.id, stored.version, told.title, told.goal, self._figures, quotations, True)
        moving.start(self.id, self.version)
        self._people = {one.key: join(self.id, one.name, one.organisation)[0].id for one in told.people}
        self.statements: dict[str, str] = {}
        self.leads: list[str] = []

    @property
    def stored(self) -> Conversation:
        """The conversation as it is now."""
        now: Conversation = Conversation.objects.get(pk=self.id)
        return now

    @property
    def version(self) -> int:
        """How often it was moved."""
        return int(self.stored.version)

    def recognise(self, all_shown: bool) -> None:
        """Guess the first figure, see it, say whether it is recognised; then the other figures."""
        value = told_figure(self.stored.run, self._figures[0]).value or 0.0
        for one in self.told.people:
            self._say("guess", one.key, figure=self._key(0), value=round(one.guess * value, 1))
        for place in range(len(self._figures)):
            moving.move(self.id, self.version, Step.RECOGNISE, place)
            if place and not all_shown:
                return
            moving.reveal(self.id, self.version)
            for number, one in enumerate(self.told.people):
                # of the other figures they each think what their neighbour thought of the one before
                like = self.told.people[(number + place) % len(self.told.people)]
                said = {"figure": self._key(place), "answer": like.recognised}
                self._say("recognition", one.key, **said, reason="" if place else one.reason)

    def explain(self) -> None:
        """Explanations, what others think of them, and which say the same."""
        if self.told.closed:
            moving.move(self.id, self.version, Step.EXPLAIN, 0)
        for one in self.told.statements:
            number = self._say("statement", one.by, text=one.text, tag=one.tag, figure=self._key(0))
            self.statements[one.key] = str(number)
        for one in self.told.statements:
            votes = {"eens": one.agree, "oneens": one.disagree, "twijfel": one.doubt}
            for vote, people in votes.items():
                for who in people:
                    self._say("opinion", who, statement=self.statements[one.key], vote=vote)
            if one.into:
                sorting_out.merge(self.id, self.statements[one.key], self.statements[one.into])

    def value(self) -> None:
        """What people think of the first figure."""
        moving.move(self.id, self.version, Step.VALUE, 0)
        for one in self.told.people:
            self._say("valuation", one.key, figure=self._key(0), answer=one.valued, wish=one.wish)

    def improve(self) -> None:
        """Leads for improvement."""
        moving.move(self.id, self.version, Step.IMPROVE, 0)
        for one in self.told.leads:
            about = {"indicator": one.indicator, "area": self._wijk}
            number = self._say("lead", one.by, text=one.text, owner=one.owner, due="", **about)
            self.leads.append(str(number))

    def ask_cooperation(self) -> None:
        """Open the survey, and let those answer who do."""
        for one in self.told.partners:
            survey.add_partner(self.stored, one.name, one.organisation)
        survey.open_survey(self.id)
        ids = _ids_of(self.stored, [one.name for one in self.told.partners])
        place = {one.key: ids[one.name] for one in self.told.partners}
        for number, answer in enumerate(self.told.cooperation):
            strengths = {place[partner]: strength for partner, strength in answer.strengths.items()}
            filled = Filled(place[answer.own], strengths)
            keep_filled(self.id, self._people[answer.by], filled, f"samenwerking-{number}")

    def _key(self, place: int) -> str:
        return figure_key(self._figures[place])

    def _say(self, kind: str, who: str, **content: Any) -> int:
        self._keys += 1
        return add(self.id, kind, content, self._people[who], f"verzonnen-{self._keys:05d}").serial


def _ids_of(stored: Conversation, names: Sequence[str]) -> Mapping[str, str]:
    found = {one.name: one.id for one in partners_of(stored.survey)}
    return {name: found[name] for name in names}
