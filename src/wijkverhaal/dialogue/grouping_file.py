# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A grouping as plain values, for the server's database, and back."""

from collections.abc import Mapping
from typing import Any

from wijkverhaal.dialogue.shown_together import Grouping, ShownGroup


def grouping_dict(grouping: Grouping) -> dict[str, Any]:
    """The grouping as plain values; who is in which group stays on the server."""
    return {
        "groups": [[group.key, group.people] for group in grouping.groups],
        "keys": dict(grouping.keys),
        "through": grouping.through,
    }


def grouping_from(values: Mapping[str, Any]) -> Grouping:
    """The grouping that `grouping_dict` wrote."""
    groups = tuple(ShownGroup(key, people) for key, people in values["groups"])
    return Grouping(groups, dict(values["keys"]), values["through"])
