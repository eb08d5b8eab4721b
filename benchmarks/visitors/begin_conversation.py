# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Begin a conversation in a workspace, let fictional people in, and tell where they sit.

    python begin_conversation.py WORKSPACE PEOPLE

A process of its own, for Django is set up once in a process. It prints JSON.
"""

import json
import sys
from pathlib import Path
from typing import Any

from wijkverhaal.foundation.workspace import Workspace

#: So many explanations stand there already, for people to vote on.
_STATEMENTS = 20


def main() -> None:
    workspace, people = Path(sys.argv[1]), int(sys.argv[2])
    from wijkverhaal.site.commands import prepare

    prepare(Workspace(workspace))
    print(json.dumps(_begun(workspace, people)))


def _begun(workspace: Path, people: int) -> dict[str, Any]:
    from wijkverhaal.dialogue.organisation import OrganisationType
    from wijkverhaal.site.conversations.contributions.figure_key import figure_key
    from wijkverhaal.site.conversations.taking_part import joining

    stored, figure = _prepared(workspace)
    kinds = list(OrganisationType)
    seats = [joining.join(stored.pk, f"Verzonnen {n}", kinds[n % len(kinds)]) for n in range(people)]
    return {
        "id": stored.pk,
        "figure": figure_key(figure),
        "statements": _explained(stored.pk, [who.id for who, _token in seats]),
        "cookies": [f"wijkverhaal-gesprek-{stored.pk}={token}" for _who, token in seats],
    }


def _prepared(workspace: Path) -> tuple[Any, Any]:
    """A conversation about a wijk of the newest run, at the step where most is written and read."""
    from wijkverhaal.dialogue.figure_choice import figures_to_choose
    from wijkverhaal.dialogue.step import Step
    from wijkverhaal.site.accounts.one_time_link import local_account
    from wijkverhaal.site.conversations.leading import making, moving
    from wijkverhaal.site.conversations.models import Conversation
    from wijkverhaal.site.runs import library

    runs = sorted(path.name for path in (workspace / "runs").iterdir() if (path / "run.json").is_file())
    run = library.opened(runs[-1])
    year = max(run.years)
    area = run.of_year(year).sort("area")["area"][0]
    figures = [one.reference for one in figures_to_choose(run, area, year)[:3]]
    stored = making.make(local_account(), "Gesprek vol mensen (verzonnen)", run, year, [area])
    making.prepare(stored.pk, stored.version, stored.title, "", figures, [], True)
    for step in (None, Step.EXPLAIN):
        seen = Conversation.objects.get(pk=stored.pk).version
        moving.start(stored.pk, seen) if step is None else moving.move(stored.pk, seen, step)
    return stored, figures[0]


def _explained(conversation: str, people: list[str]) -> list[str]:
    from wijkverhaal.site.conversations.contributions import adding

    found = []
    for number in range(_STATEMENTS):
        content = {"text": f"Verzonnen verklaring {number}: er zijn weinig buurthuizen.", "tag": "aanbod"}
        who = people[number % len(people)]
        added = adding.add(conversation, "statement", content | {"figure": ""}, who, f"begin-{number:08}")
        found.append(str(added.serial))
    return found


if __name__ == "__main__":
    main()
