# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can happen in a help history; a researcher may add kinds of their own."""

from dataclasses import dataclass

from wijkverhaal.foundation.language import _, mark


@dataclass(frozen=True)
class EventKind:
    """A kind of event.

    Attributes
    ----------
    id : str
    dutch : str
        What it is called; shown in the reader's language where it is one of ours.
    """

    id: str
    dutch: str

    @property
    def label(self) -> str:
        """What a reader calls it."""
        return _(self.dutch)


FIRST_SIGNAL = EventKind("first_signal", mark("eerste signaal"))
WORRY = EventKind("worry", mark("zorg uitgesproken"))
REQUEST = EventKind("request", mark("hulp gevraagd"))
REFUSAL = EventKind("refusal", mark("hulp geweigerd of afgewezen"))
WAITING_LIST = EventKind("waiting_list", mark("op de wachtlijst"))
START = EventKind("start", mark("hulp begonnen"))
FITTING = EventKind("fitting", mark("passende hulp begonnen"))
CHANGE = EventKind("change_of_helper", mark("andere hulpverlener"))
CLICK = EventKind("click", mark("klik met de hulpverlener"))
CRISIS = EventKind("crisis", mark("crisis"))
END = EventKind("end", mark("hulp gestopt"))
SCHOOL_CHANGE = EventKind("school_change", mark("andere school"))
MOVE = EventKind("move", mark("verhuizing"))

EVENT_KINDS: dict[str, EventKind] = {
    kind.id: kind
    for kind in (
        FIRST_SIGNAL,
        WORRY,
        REQUEST,
        REFUSAL,
        WAITING_LIST,
        START,
        FITTING,
        CHANGE,
        CLICK,
        CRISIS,
        END,
        SCHOOL_CHANGE,
        MOVE,
    )
}
