# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A bundle says what its rows say: after any change, in any process, and also when it is not there."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.site.conftest import Site
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.stories.study.action import removal_of
from wijkverhaal.stories.study.record import Coding, Judgement, Memo, Record

from .conftest import PASSPHRASE, Cast, Filled

if TYPE_CHECKING:
    from wijkverhaal.site.studies.keeping.open_study import OpenStudy

pytestmark = pytest.mark.usefixtures("site")


def _from_rows(opened: OpenStudy) -> dict[str, Record]:
    """Every record from its own seal."""
    from wijkverhaal.site.studies.keeping.bundle_store import opened_rows
    from wijkverhaal.site.studies.models import StoredRecord

    return opened_rows(opened, StoredRecord.objects.filter(study=opened.stored))


def _coding(filled: Filled, name: str, random: Random) -> Coding:
    interview = random.choice([filled.mother, filled.school])
    start = random.randrange(interview.length - 5)
    return Coding(name, interview.id, random.choice(["late", "click"]), "1", start, start + 4)


@pytest.mark.parametrize("seed", range(4))
def test_after_random_changes_it_is_what_the_rows_are(filled: Filled, seed: int) -> None:
    from django.utils import timezone

    from wijkverhaal.site.studies.keeping import bundle_store, storage

    random, opened = Random(seed), filled.opened  # noqa: S311
    for number in range(25):
        study = storage.load_study(opened)
        codings = [one.id for one in study.all(Coding)]
        doing = random.choice(["code", "code", "move", "memo", "judge", "remove", "undo", "redo", "forget"])
        with suppress(InputError):  # undone may be what the next change rests on
            if doing in ("undo", "redo"):
                opened, *_rest = (storage.undo_last if doing == "undo" else storage.redo_last)(opened)
            elif doing == "code" or not codings:
                some = [_coding(filled, f"k{number}-{one}", random) for one in range(random.randint(1, 4))]
                opened, *_rest = storage.put(opened, study, *some)
            elif doing == "move":
                opened, *_rest = storage.put(opened, study, _coding(filled, random.choice(codings), random))
            elif doing == "memo":
                memo = Memo(f"m{number}", "1", timezone.now(), "denk", random.choice(codings))
                opened, *_rest = storage.put(opened, study, memo)
            elif doing == "judge":
                judged = Judgement(f"j{number}", random.choice(codings), random.random() < 0.5, "1")
                opened, *_rest = storage.put(opened, study, judged)
            elif doing == "remove":
                gone = removal_of(study, random.sample(codings, 1))
                opened, *_rest = storage.apply_changes(opened, study, gone)
            else:
                bundle_store.forget_bundles(opened, codings)
        assert storage.load_study(opened).records == _from_rows(opened)
        assert bundle_store.differing(opened) == []


def test_it_is_sealed_under_the_key_of_its_interview_and_goes_with_who_withdraws(filled: Filled) -> None:
    from wijkverhaal.site.studies.keeping import storage
    from wijkverhaal.site.studies.keeping.withdrawing import withdraw_informant
    from wijkverhaal.site.studies.models import StoredText
    from wijkverhaal.stories.study.item import interview_item

    there = StoredText.objects.filter(study=filled.opened.stored, field="bundle")
    storage.put(
        filled.opened,
        filled.study,
        Coding("k1", filled.mother.id, "late", "1", 0, 5),
        Coding("k2", filled.school.id, "late", "1", 0, 5),
    )
    items = {interview_item(filled.mother.id), interview_item(filled.school.id)}
    assert set(there.values_list("item", flat=True)) == items
    opened, _done = withdraw_informant(filled.opened, "A-mother")
    assert list(there.values_list("item", flat=True)) == [interview_item(filled.school.id)]
    assert [one.id for one in storage.load_study(opened).all(Coding)] == ["k2"]


def test_rows_changed_from_outside_are_noticed(filled: Filled) -> None:
    from wijkverhaal.site.studies.keeping import storage
    from wijkverhaal.site.studies.keeping.checking import check_study
    from wijkverhaal.site.studies.models import StoredRecord

    storage.put(filled.opened, filled.study, Coding("k1", filled.mother.id, "late", "1", 0, 5))
    assert check_study(filled.opened).sound
    StoredRecord.objects.filter(study=filled.opened.stored, record="k1").delete()
    assert not check_study(filled.opened).sound


_ELSEWHERE = """
import sys
from pathlib import Path
from wijkverhaal.foundation.workspace import Workspace
from wijkverhaal.site.commands import prepare
prepare(Workspace(Path(sys.argv[1])))
from wijkverhaal.site.studies.keeping import storage
from wijkverhaal.site.studies.models import StoredStudy
from wijkverhaal.site.studies.keeping.opening import open_with_passphrase
from wijkverhaal.stories.study.record import Coding
opened = open_with_passphrase(StoredStudy.objects.get(pk=sys.argv[2]), sys.argv[3], sys.argv[4])
study = storage.load_study(opened)
print(sum(1 for _one in study.all(Coding)))
storage.put(opened, study, Coding(sys.argv[5], sys.argv[6], "late", opened.actor, 0, 5))
"""


def test_what_another_process_changed_is_seen_at_the_next_request(cast: Cast, site: Site) -> None:
    filled = cast.filled
    here = f"{cast.home}factoren/"

    def counted() -> int:
        from wijkverhaal.site.studies.keeping import storage

        assert cast.researcher.get(here).status_code == 200
        return sum(1 for _one in storage.load_study(filled.opened).all(Coding))

    def elsewhere(name: str) -> int:
        known = [str(site.root), filled.opened.id, filled.opened.actor, PASSPHRASE, name, filled.mother.id]
        told = subprocess.run([sys.executable, "-c", _ELSEWHERE, *known], capture_output=True, check=True)
        return int(told.stdout)

    assert counted() == 0
    assert elsewhere("k-other") == 0
    assert counted() == 1
    form = {"factor": "click", "begin": 10, "eind": 20}
    assert cast.researcher.post(f"{cast.told}coderen/", form).status_code == 302
    assert elsewhere("k-third") == 2
    assert counted() == 3
    page = cast.researcher.get(f"{cast.told}").content.decode()
    assert "codering/k-other/" in page
    assert "codering/k-third/" in page
