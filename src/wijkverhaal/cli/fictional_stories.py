# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The fictional study in the workspace of the demonstration, sealed like any other study.

It is stored by a process of its own: Django is set up once per process, for one workspace.
"""

import json
import sys
from dataclasses import dataclass, replace

from wijkverhaal.foundation.errors import InputError, WijkverhaalError
from wijkverhaal.foundation.language import _, current_language, speaking
from wijkverhaal.foundation.workspace import Workspace, open_workspace
from wijkverhaal.stories.apart import run_apart

#: Printed by the demonstration and written in the manual: they protect invented people only.
PASSPHRASE = "verzonnen-land-groene-stoel-bij-het-water"  # noqa: S105
REGISTER_PASSPHRASE = "verzonnen-land-alle-namen-zijn-bedacht"  # noqa: S105
_SECONDS = 120


@dataclass(frozen=True)
class FictionalStories:
    """The study that was stored: its number and title."""

    study: str
    title: str


def make_fictional_stories(workspace: Workspace) -> FictionalStories:
    """Store the fictional study in a workspace; one of an earlier demonstration is erased.

    Raises
    ------
    InputError
        When it cannot be stored.
    """
    asked = {"workspace": str(workspace.root), "language": current_language()}
    try:
        found = run_apart(__name__, json.dumps(asked).encode(), _SECONDS)
    except (TimeoutError, ValueError) as error:
        raise InputError(
            _("De verzonnen verhalen zijn niet op te slaan; kies een andere werkmap met --workspace.")
        ) from error
    if "refused" in found:
        raise InputError(str(found["refused"]))
    return FictionalStories(found["study"], found["title"])


def _store(workspace: Workspace) -> FictionalStories:
    from wijkverhaal.cli.fictional_study import study_to_store
    from wijkverhaal.site.commands import prepare
    from wijkverhaal.site.studies import commands

    prepare(workspace)
    from wijkverhaal.cli.fictional_releases import release_some  # these need Django to be set up
    from wijkverhaal.site.studies.keeping import filling

    found = study_to_store()
    for one in commands.studies(workspace):
        if one.title == found.study.title:
            commands.erase(workspace, one.id, "")
    opened, _code = commands.make(workspace, "", found.study.title, found.study.keep_until, PASSPHRASE)
    opened, study = filling.fill(opened, found.study.records.values(), found.texts)
    register = replace(found.register, study=opened.id)
    opened = filling.keep_register(opened, register, REGISTER_PASSPHRASE, study, found.texts, found.decisions)
    release_some(opened, study, register)
    return FictionalStories(opened.id, found.study.title)


def _main() -> None:
    asked = json.loads(sys.stdin.buffer.read())
    with speaking(asked["language"]):
        try:
            made = _store(open_workspace(asked["workspace"]))
            answer = {"study": made.study, "title": made.title}
        except WijkverhaalError as error:
            answer = {"refused": str(error)}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    _main()
