# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking back, and taking back the taking back; nothing is ever removed from what happened."""

from collections.abc import Sequence
from datetime import datetime

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.study.action import Action


def undo(actions: Sequence[Action], actor: str, new_id: str, now: datetime) -> Action:
    """The action that takes back the last thing this person did and did not take back yet.

    Apply it with `action.apply`, which refuses where somebody else has changed the same since.

    Raises
    ------
    InputError
        When there is nothing to take back.
    """
    taken_back = _taken_back(actions)
    for action in reversed(actions):
        if action.actor == actor and not action.undoes and action.id not in taken_back:
            return Action(new_id, actor, now, action.opposite, action.id)
    raise InputError(_("Er is niets om ongedaan te maken."))


def redo(actions: Sequence[Action], actor: str, new_id: str, now: datetime) -> Action:
    """The action that does again what this person took back last.

    Raises
    ------
    InputError
        When there is nothing, or this person did something new since.
    """
    taken_back = _taken_back(actions)
    for action in reversed(actions):
        if action.actor != actor or action.id in taken_back or _is_redo(actions, action):
            continue
        if not action.undoes:
            break
        return Action(new_id, actor, now, action.opposite, action.id)
    raise InputError(_("Er is niets om opnieuw te doen."))


def _taken_back(actions: Sequence[Action]) -> set[str]:
    """The ids of what is taken back now; a taking back that was itself taken back does not count."""
    found: set[str] = set()
    for action in reversed(actions):
        if action.undoes and action.id not in found:
            found.add(action.undoes)
    return found


def _is_redo(actions: Sequence[Action], action: Action) -> bool:
    undone = next((one for one in actions if one.id == action.undoes), None)
    return undone is not None and bool(undone.undoes)
