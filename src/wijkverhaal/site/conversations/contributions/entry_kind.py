# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The kinds of entries, and what the content of each holds.

| kind | content |
|---|---|
| guess | figure, value |
| recognition | figure, answer, reason |
| statement | text, tag, figure |
| opinion | statement, vote |
| valuation | figure, answer, wish |
| lead | text, owner, due, indicator, area |
| cooperation | own, partner, strength |
| merge | statement, into |
| moderation | contribution, reason, facilitator |
| reveal | figure |
| move | step, figure |

A figure is named by its key (`figure_key`), a statement or lead by its serial number as a text. What
holds words of somebody (`WORDS`) is emptied there when it is withdrawn or erased.
"""

GUESS, RECOGNITION, STATEMENT, OPINION = "guess", "recognition", "statement", "opinion"
VALUATION, LEAD, COOPERATION = "valuation", "lead", "cooperation"
MERGE, MODERATION, REVEAL, MOVE = "merge", "moderation", "reveal", "move"

#: What participants send; the others are what facilitators do.
OF_PARTICIPANTS = (GUESS, RECOGNITION, STATEMENT, OPINION, VALUATION, LEAD, COOPERATION)

#: The words of somebody in each kind of entry.
WORDS = {
    RECOGNITION: ("reason",),
    STATEMENT: ("text",),
    VALUATION: ("wish",),
    LEAD: ("text", "owner"),
}
