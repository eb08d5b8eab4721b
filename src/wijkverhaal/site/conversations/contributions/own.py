# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What one participant contributed, so that their own page can show it."""

from dataclasses import dataclass, field
from typing import Any

from wijkverhaal.site.conversations.contributions import entry_kind as kinds
from wijkverhaal.site.conversations.contributions.contributed import Row


@dataclass(frozen=True)
class OwnWords:
    """Something a participant wrote, which they can take back."""

    serial: int
    kind: str
    text: str


@dataclass
class Own:
    """The newest answer of a participant to each thing, and all they wrote."""

    last: int = 0
    guesses: dict[str, float] = field(default_factory=dict)
    recognitions: dict[str, dict[str, Any]] = field(default_factory=dict)
    valuations: dict[str, dict[str, Any]] = field(default_factory=dict)
    votes: dict[str, str] = field(default_factory=dict)
    cooperation: int = 0
    words: list[OwnWords] = field(default_factory=list)

    def take(self, row: Row) -> None:
        """Add a row of this participant."""
        self.last, content = row.serial, row.content
        if row.kind == kinds.GUESS:
            self.guesses[content["figure"]] = content["value"]
        elif row.kind == kinds.RECOGNITION:
            self.recognitions[content["figure"]] = content
        elif row.kind == kinds.VALUATION:
            self.valuations[content["figure"]] = content
        elif row.kind == kinds.OPINION:
            self.votes[content["statement"]] = content["vote"]
        elif row.kind == kinds.COOPERATION:
            self.cooperation += 1
        text = " – ".join(filter(None, (content.get(name, "") for name in kinds.WORDS.get(row.kind, ()))))
        if text and not row.erased:
            self.words.append(OwnWords(row.serial, row.kind, text))
