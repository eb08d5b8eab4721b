# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of contributions that stay with the wijken, when they are taken away or put back here."""

from wijkverhaal.dialogue.moderation import ModerationReason
from wijkverhaal.site.conversations.contributions import entry_kind as kinds
from wijkverhaal.site.conversations.leading.closing import keep_figures_again
from wijkverhaal.site.conversations.models import Conversation, Entry
from wijkverhaal.site.wijken.words_taken_away import erase_words, hide_words, show_words


def words_of(entry: Entry) -> list[str]:
    """What somebody wrote in an entry."""
    written = [str(entry.content.get(name, "")) for name in kinds.WORDS.get(entry.kind, ())]
    return [one for one in written if one]


def hide_with_the_wijken(stored: Conversation, entry: Entry, reason: ModerationReason) -> None:
    """Show nobody with a wijk what was taken off the screen."""
    # what stands there twice may still be read once
    documents_of = () if reason is ModerationReason.TWICE else stored.wijken
    hide_words(stored.pk, str(entry.serial), words_of(entry), documents_of)
    keep_figures_again(stored)


def show_with_the_wijken(stored: Conversation, entry: Entry) -> None:
    """Show again with the wijken what was put back."""
    show_words(stored.pk, str(entry.serial))
    keep_figures_again(stored)


def erase_with_the_wijken(stored: Conversation, words: dict[str, list[str]]) -> None:
    """Erase with the wijken what was erased here: per contribution its words."""
    for contribution, written in words.items():
        erase_words(stored.pk, contribution, written, stored.wijken)
    keep_figures_again(stored)
