# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Run as a program: a project of another program on standard input, what is in it as JSON on the other."""

import json
import sys
from dataclasses import replace

from wijkverhaal.foundation.errors import InputError, WijkverhaalError
from wijkverhaal.foundation.language import _, number, use_language
from wijkverhaal.site.jobs.limits import Limits, keep_within
from wijkverhaal.stories.intake.read_text import MOST_CHARACTERS
from wijkverhaal.stories.intake.tongue import is_english
from wijkverhaal.stories.project_source import read_project_content
from wijkverhaal.stories.qda_json import project_json
from wijkverhaal.stories.qda_project import QdaProject

_LIMITS = Limits(memory=3_000_000_000, file=0, processor=120, clock=150)
_MOST_SOURCES = 500
_MOST_TOGETHER = 30_000_000
_MOST_CODINGS = 200_000


def main() -> None:
    """Read within limits; whatever is wrong with the file is told in one sentence."""
    keep_within(_LIMITS)
    first, _end, content = sys.stdin.buffer.read().partition(b"\n")
    asked = json.loads(first)
    use_language(asked["language"])
    try:
        project = read_project_content(asked["name"], content, asked["project"])
        _check_size(project)
        project = _remarked(project)
        found = {"project": project_json(project)}
    except WijkverhaalError as error:
        found = {"refused": str(error)}  # type: ignore[dict-item]
    sys.stdout.write(json.dumps(found))


def _check_size(project: QdaProject) -> None:
    lengths = [len(one.text or "") for one in (*project.sources, *project.notes)]
    codings = sum(len(passage.codings) for one in project.sources for passage in one.selections)
    if max(lengths, default=0) > MOST_CHARACTERS or sum(lengths) + len(project.companion) > _MOST_TOGETHER:
        raise InputError(
            _("In dit project staan {count} tekens en dat is te veel; splits het in delen.").format(
                count=number(sum(lengths), 0)
            )
        )
    if len(lengths) > _MOST_SOURCES or codings > _MOST_CODINGS:
        raise InputError(_("Dit project heeft te veel gesprekken of coderingen; splits het in delen."))


def _remarked(project: QdaProject) -> QdaProject:
    """The project with a remark where an interview is English, or empty."""
    english = [one.name for one in project.sources if one.text and is_english(one.text)]
    remarks = [
        _("{name} lijkt Engels; woorden voor tijd en namen worden dan minder goed herkend").format(name=name)
        for name in english
    ]
    empty = [one.name for one in project.sources if one.text is not None and not one.text.strip()]
    remarks += [_("{name} heeft geen tekst en komt niet mee").format(name=name) for name in empty]
    return replace(project, findings=(*project.findings, *remarks))


if __name__ == "__main__":
    main()
