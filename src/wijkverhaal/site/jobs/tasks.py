# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a child process can do: look at files, read them in, make a run. No Django here.

The model is imported by who uses it: the worker itself never needs it.
"""

from dataclasses import replace
from pathlib import Path
from typing import Any

from wijkverhaal.expectation.marking import MarkingRule
from wijkverhaal.expectation.request import Request
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.figures.intake import import_files
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.workspace import Workspace
from wijkverhaal.site.jobs.batch import Sent, batch_folder, presented, uploads_of
from wijkverhaal.site.jobs.child import Tell
from wijkverhaal.site.jobs.looking import look_at
from wijkverhaal.site.jobs.unpacked import refuse_bomb

#: The option by which a sentence of the intake says that something is there, in every language.
_REPLACE_OPTION = "--replace"


def look(root: str, parameters: dict[str, Any], tell: Tell) -> dict[str, Any]:
    """A first look at files."""
    sent = [Sent(**one) for one in parameters["files"]]
    with presented(batch_folder(uploads_of(root), parameters["batch"]), sent) as (paths, room):
        kind, year = parameters.get("kind"), parameters.get("year")
        return look_at(Workspace(Path(root)), paths, kind, year, room, tell)


def read_in(root: str, parameters: dict[str, Any], tell: Tell) -> dict[str, Any]:
    """Read files into the workspace: all of them, or none."""
    sent = [Sent(**one) for one in parameters["files"]]
    with presented(batch_folder(uploads_of(root), parameters["batch"]), sent) as (paths, _room):
        done = iter(range(len(paths)))
        for path in paths:
            refuse_bomb(path)
        try:
            reports = import_files(
                Workspace(Path(root)),
                paths,
                parameters.get("kind"),
                parameters.get("year"),
                bool(parameters.get("replace")),
                progress=lambda name: tell(_("Lezen: {name}").format(name=name), next(done) / len(paths)),
            )
        except InputError as error:
            if _REPLACE_OPTION not in str(error):
                raise
            raise InputError(
                _("Over hetzelfde is intussen al iets ingelezen; ga terug naar de bestanden en kijk opnieuw.")
            ) from error
    return {"sources": [{"id": one.source, "kind": one.kind, "years": list(one.years)} for one in reports]}


def make_run(root: str, parameters: dict[str, Any], tell: Tell) -> dict[str, Any]:
    """Estimate, and write a run that keeps what it takes to compare two wijken."""
    from wijkverhaal.expectation.estimate import estimate

    request = replace(request_of(parameters), keep_actual=True)
    return {"run": estimate(Workspace(Path(root)), request, tell).name}


def request_of(parameters: dict[str, Any]) -> Request:
    """What was asked, as the model takes it.

    >>> request_of({}) == Request()
    True
    """
    usual, rule = Settings(), MarkingRule()
    return Request(
        outcome=parameters.get("outcome", Request.outcome),
        years=tuple(parameters.get("years", ())),
        scp=bool(parameters.get("scp", False)),
        settings=Settings(
            without_groups=frozenset({"origin"} if parameters.get("without_origin") else ()),
            levels=bool(parameters.get("levels", usual.levels)),
            neighbours=bool(parameters.get("neighbours", usual.neighbours)),
            together=bool(parameters.get("together", usual.together)),
            seed=int(parameters.get("seed", usual.seed)),
        ),
        rule=MarkingRule(
            float(parameters.get("fdr", 100 * rule.false_discovery_rate)) / 100,
            float(parameters.get("smallest", 100 * rule.smallest)) / 100,
        ),
    )
