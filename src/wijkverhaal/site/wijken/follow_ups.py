# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What newer runs say beside the agreements of a wijk."""

from collections.abc import Sequence
from dataclasses import dataclass

from wijkverhaal.dialogue.agreement import Agreement, When
from wijkverhaal.dialogue.change import FollowUp
from wijkverhaal.dialogue.follow_up import follow_up
from wijkverhaal.expectation.run import RunEntry
from wijkverhaal.site.runs import library
from wijkverhaal.site.runs.shown_run import chosen
from wijkverhaal.site.wijken.agreements import as_agreement
from wijkverhaal.site.wijken.models import StoredAgreement


@dataclass(frozen=True)
class Followed:
    """An agreement with what the newest run that is newer than its own says beside it.

    Attributes
    ----------
    agreement : Agreement
    run : str
        Id of the newer run; empty where there is none.
    follow_up : FollowUp or None
    looked_back : bool
        Whether people wrote something beside this newer run.
    """

    agreement: Agreement
    run: str
    follow_up: FollowUp | None
    looked_back: bool

    @property
    def to_look_back(self) -> bool:
        """Whether a reflection is asked for: there are figures of after it, and nobody wrote about them."""
        later = self.follow_up is not None and self.follow_up.asks_to_look_back
        return later and not self.looked_back


def followed(stored: StoredAgreement, entries: Sequence[RunEntry], named: bool = False) -> Followed:
    """An agreement with its follow-up, in the current language.

    Parameters
    ----------
    stored : StoredAgreement
    entries : sequence of RunEntry
        `library.entries()`, the newest first.
    named : bool
        Whether the name of an owner may be told.
    """
    agreement = as_agreement(stored, named)
    newer = newer_run(stored.run, stored.year, entries)
    if newer is None:
        return Followed(agreement, "", None, looked_back=False)
    after = library.opened(newer.id)
    here = {entry.id for entry in entries}
    before = library.opened(stored.run) if stored.run in here else after
    looked_back = any(one.run == newer.id for one in stored.reflections.all())
    return Followed(agreement, newer.id, follow_up(agreement, before, after), looked_back)


def newer_run(run_id: str, year: int, entries: Sequence[RunEntry]) -> RunEntry | None:
    """The newest run that has a later year than the one that was looked at, of the same care and publisher.

    It was made after the run that was looked at, or is that run itself. Where that run is gone: the newest
    that has its year and a later one, so that both can be told. Where an analyst chose what everybody sees,
    other runs of that care and publisher are trials.
    """
    own = next((entry for entry in entries if entry.id == run_id), None)
    shown = chosen(entries)
    for entry in entries:
        if shown is not None and entry.id not in (shown.id, run_id) and _same(entry, shown):
            continue
        years = [int(one) for one in entry.card.get("years") or []]
        if max(years, default=0) <= year:
            continue
        if year in years if own is None else entry.id == own.id or _made_after(entry, own):
            return entry
    return None


def run_to_look_back_with(stored: StoredAgreement, entries: Sequence[RunEntry]) -> RunEntry | None:
    """The newer run, where a part of its newest year is of after the agreement."""
    newer = newer_run(stored.run, stored.year, entries)
    if newer is None:
        return None
    newest = max(int(one) for one in newer.card["years"])
    return None if as_agreement(stored).when(newest) is When.BEFORE else newer


def _made_after(one: RunEntry, other: RunEntry) -> bool:
    return _same(one, other) and one.created > other.created


def _same(one: RunEntry, other: RunEntry) -> bool:
    return all(one.card.get(name) == other.card.get(name) for name in ("outcome", "family"))
