# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is known of a factor, as a sign and a word; never a sign or a colour alone."""

from wijkverhaal.stories.matrix.mention import State

SIGNS: dict[State, str] = {
    State.PRESENT: "+",
    State.ABSENT: "−",
    State.NOT_MENTIONED: "·",
    State.DISPUTED: "≠",
    State.PARTLY: "±",
}


def state_words(state: State) -> str:
    """The sign with its word.

    >>> state_words(State.NOT_MENTIONED)
    '· niet genoemd'
    """
    return f"{SIGNS[state]} {state.label}"
