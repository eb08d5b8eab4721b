# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The fictional conversations in the workspace of the demonstration: one that was held, one going on.

They are stored by a process of its own, as the stories are: Django is set up once per process.
"""

import json
import sys
from dataclasses import asdict, dataclass

from wijkverhaal.foundation.errors import InputError, WijkverhaalError
from wijkverhaal.foundation.language import _, current_language, speaking
from wijkverhaal.foundation.workspace import Workspace, open_workspace
from wijkverhaal.stories.apart import run_apart

_SECONDS = 120
_HELD, _RUNNING = "gehouden", "bezig"


@dataclass(frozen=True)
class FictionalConversations:
    """The conversations that were stored.

    Attributes
    ----------
    held, running : str
        Their numbers.
    wijk : str
        Code of the wijk that the first was about.
    door : str
        Path of the address by which anybody takes part in the one that is going on.
    """

    held: str
    running: str
    wijk: str
    door: str


def make_fictional_conversations(workspace: Workspace, run: str) -> FictionalConversations:
    """Hold the fictional conversations about a run; those of an earlier demonstration are erased.

    Raises
    ------
    InputError
        When they cannot be stored.
    """
    asked = {"workspace": str(workspace.root), "language": current_language(), "run": run}
    try:
        found = run_apart(__name__, json.dumps(asked).encode(), _SECONDS)
    except (TimeoutError, ValueError) as error:
        raise InputError(
            _("De verzonnen gesprekken zijn niet op te slaan; kies een andere werkmap met --workspace.")
        ) from error
    if "refused" in found:
        raise InputError(str(found["refused"]))
    return FictionalConversations(**found)


def conversation_lines(shown: FictionalConversations) -> list[str]:
    """Where the conversations are found, for in the terminal."""
    return [
        _(
            "Verzonnen gesprekken: een gehouden (wijk {code}) en een bezig, op de site onder Gesprekken"
        ).format(code=shown.wijk)
    ]


def invitation_lines(site: str, shown: FictionalConversations) -> list[str]:
    """The link by which anybody takes part in the conversation that is going on."""
    first = _("Doe zelf mee aan het verzonnen gesprek, in een privévenster of een andere browser:")
    return [first, "", f"  {site}{shown.door}", ""]


def _store(workspace: Workspace, run_id: str) -> FictionalConversations:
    from wijkverhaal.cli.interesting_wijk import interesting_wijk
    from wijkverhaal.simulation.conversation.fictional_conversation import fictional_conversations
    from wijkverhaal.site.commands import prepare

    prepare(workspace)
    from wijkverhaal.cli.invented_meeting import go_on, hold  # these need Django to be set up
    from wijkverhaal.site.conversations import commands

    told = {one.key: one for one in fictional_conversations()}
    run = commands.run_with(run_id)
    first, newest = run.years[-1], run.years[0]
    wijk = interesting_wijk(run, first)
    other = interesting_wijk(run, newest, [str((run.area(wijk, first) or {})["gemeente"])])
    with commands.all_or_nothing():
        commands.erase_titled([one.title for one in told.values()])
        held = hold(told[_HELD], run, first, wijk)
        running, door = go_on(told[_RUNNING], run, newest, other)
    return FictionalConversations(held, running, wijk, door)


def _main() -> None:
    asked = json.loads(sys.stdin.buffer.read())
    with speaking(asked["language"]):
        try:
            answer = asdict(_store(open_workspace(asked["workspace"]), asked["run"]))
        except WijkverhaalError as error:
            answer = {"refused": str(error)}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    _main()
