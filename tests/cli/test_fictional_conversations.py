# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The demonstration holds a conversation that was held and one that goes on, chosen by a rule."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from wijkverhaal.cli.fictional_conversations import (
    FictionalConversations,
    invitation_lines,
    make_fictional_conversations,
)
from wijkverhaal.cli.fictional_stories import make_fictional_stories
from wijkverhaal.cli.interesting_wijk import interesting_wijk
from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.expectation.run import find_run
from wijkverhaal.foundation.errors import InputError, NotFoundError
from wijkverhaal.foundation.workspace import Workspace

#: Tells as JSON what stands in the database; Django is set up once per process, so this is one of its own.
_LOOK = """
import json, sys
from pathlib import Path
from wijkverhaal.foundation.workspace import Workspace
from wijkverhaal.site.commands import prepare
prepare(Workspace(Path(sys.argv[1])))
from django.test import Client
from wijkverhaal.foundation.language import speaking
from wijkverhaal.site.accounts.one_time_link import new_key
from wijkverhaal.site.conversations.models import Conversation
from wijkverhaal.site.conversations.survey.answers import survey_of
from wijkverhaal.site.runs import library
from wijkverhaal.site.studies.leaving.released import released
from wijkverhaal.site.wijken import agreements as kept, models
from wijkverhaal.site.wijken.follow_ups import followed
from wijkverhaal.site.wijken.hypotheses import hypotheses_of
from wijkverhaal.site.wijken.told_evidence import evidence_of

client = Client(SERVER_NAME="127.0.0.1")
client.post("/inloggen/", {"sleutel": new_key()})
def status(path): return client.get(path).status_code
held = Conversation.objects.get(state="gesloten")
running = Conversation.objects.get(state="bezig")
wijk = held.wijken[0]
with speaking("nl"):
    follow_ups = [followed(one, library.entries()) for one in kept.agreements_of(wijk)]
    evidence = evidence_of(hypotheses_of(wijk))
    hung = {key: [piece.kind.value for piece in pieces] for key, pieces in evidence.items()}
    print(json.dumps({
        "conversations": Conversation.objects.count(),
        "titles": [held.title, running.title],
        "held": [held.id, held.year, wijk, held.step], "running": [running.id, running.year],
        "names": held.participants.count(),
        "hung": list(hung.values()),
        "overdue": [one.area for one in kept.overdue_agreements()],
        "years": [list(one.follow_up.years) for one in follow_ups if one.follow_up],
        "agreements": len(follow_ups),
        "after": [str(one.follow_up.when) for one in follow_ups if one.follow_up],
        "agreed": [one.agreement.made.year for one in follow_ups],
        "looked_back": [one.looked_back for one in follow_ups],
        "surveys": [survey_of(one.id).state for one in (held, running)],
        "cooperation": models.KeptCooperation.objects.filter(area=wijk).count(),
        "documents": models.StoredDocument.objects.filter(area=wijk).count(),
        "released": [[one.factor, one.informant, one.family] for one in released()],
        "pages": {
            path: status(path) for path in (
                "/gesprek/", "/afspraken/", f"/wijk/{wijk}/", f"/wijk/{wijk}/wijkverhaal/",
                *(f"/gesprek/{held.id}/{rest}" for rest in ("", "verslag/", "samenwerking/")),
                *(f"/gesprek/{running.id}/{rest}" for rest in ("leiden/", "scherm/", "samenwerking/")),
            )
        },
    }))
"""


def _looked_at(workspace: Path) -> dict[str, Any]:
    done = subprocess.run([sys.executable, "-c", _LOOK, str(workspace)], capture_output=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def twice(workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, FictionalConversations]:
    """A workspace in which the conversations were held, and held again."""
    copy = Path(shutil.copytree(workspace, tmp_path_factory.mktemp("twice") / "werkmap"))
    home = Workspace(copy)
    run = find_run(home, "latest").id
    make_fictional_stories(home)
    make_fictional_conversations(home, run)
    return copy, make_fictional_conversations(home, run)


@pytest.fixture(scope="module")
def found(twice: tuple[Path, FictionalConversations]) -> dict[str, Any]:
    return _looked_at(twice[0])


def test_a_second_demonstration_takes_the_place_of_the_first(
    twice: tuple[Path, FictionalConversations], found: dict[str, Any]
) -> None:
    shown = twice[1]
    assert found["conversations"] == 2
    assert [found["held"][0], found["running"][0]] == [shown.held, shown.running]
    assert found["held"][2] == shown.wijk
    assert found["agreements"] == 3
    assert found["cooperation"] == 1
    assert all(title.endswith("(verzonnen)") for title in found["titles"])


def test_the_whole_round_is_there_from_figure_to_next_year(found: dict[str, Any]) -> None:
    assert found["held"][1] == 2021
    assert found["running"][1] == 2022
    assert found["held"][3] == "verbeteren"
    assert found["names"] == 12
    kinds = {kind for pieces in found["hung"] for kind in pieces}
    assert {"citaat", "document", "kenmerk", "deel-van-de-verklaring"} <= kinds
    assert all(found["hung"])
    assert found["years"] == [[2021, 2022]] * 3
    assert found["agreed"] == [2021] * 3
    assert found["after"] == ["erna"] * 3, "what happened afterwards is truly afterwards"
    assert sorted(found["looked_back"]) == [False, False, True]
    assert found["overdue"] == [found["held"][2]]
    assert found["surveys"] == ["gesloten", "open"]
    assert found["documents"] == 2


def test_quotations_are_released_each_of_another_family(found: dict[str, Any]) -> None:
    released = found["released"]
    assert 3 <= len(released) <= 4
    assert len({factor for factor, _informant, _family in released}) == len(released)
    assert len({family for _factor, _informant, family in released}) == len(released)


def test_every_page_of_it_opens(found: dict[str, Any]) -> None:
    assert set(found["pages"].values()) == {200}, found["pages"]


def test_the_link_is_told_with_the_address_of_the_site(twice: tuple[Path, FictionalConversations]) -> None:
    shown = twice[1]
    assert shown.door.startswith("/gesprek/mee/")
    told = "\n".join(invitation_lines("http://127.0.0.1:8123", shown))
    assert f"http://127.0.0.1:8123{shown.door}" in told


def test_the_wijk_is_the_one_that_most_surely_stands_out(workspace: Path) -> None:
    run = FinishedRun.read(find_run(Workspace(workspace), "latest").folder)
    for year in run.years:
        rows = [one for one in run.of_year(year).to_dicts() if one["status"] == "shown"]
        telling = [one for one in rows if one["marked"] == "higher" and one["youths"] >= 1000] or rows
        chosen = run.area(interesting_wijk(run, year), year)
        assert chosen is not None
        assert chosen["difference_here_low"] == max(one["difference_here_low"] for one in telling)
        gemeenten = {one["gemeente"] for one in rows}
        other = run.area(interesting_wijk(run, year, [chosen["gemeente"]]), year)
        assert other is not None
        assert other["gemeente"] != chosen["gemeente"]
        with pytest.raises(NotFoundError, match="geen wijk cijfers"):
            interesting_wijk(run, year, gemeenten)


def test_a_run_that_is_not_there_is_refused_and_keeps_nothing(
    twice: tuple[Path, FictionalConversations],
) -> None:
    with pytest.raises(InputError):
        make_fictional_conversations(Workspace(twice[0]), "20200101-000000-weg")
    assert _looked_at(twice[0])["held"][0] == twice[1].held
