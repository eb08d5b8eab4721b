# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What leaves a study by the site, and how somebody or everything disappears from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.site.conftest import Site

from .conftest import MOTHER, NAME, PASSPHRASE, Cast

if TYPE_CHECKING:
    from django.test import Client

WORD = "zes gele lampen buiten"


def _with_register(cast: Cast) -> None:
    """A register that knows the child and the mother, and every place decided."""
    home = cast.home
    cast.researcher.post(f"{home}namen/", {"wachtzin": WORD, "nog-eens": WORD, "doe": "maak"})
    for names, role, informant in ((NAME, "kind", ""), ("Trijntje", "moeder", "A-mother")):
        person = {"doe": "persoon", "gezin": "A", "namen": names, "rol": role, "verteller": informant}
        assert cast.researcher.post(f"{home}namen/", person).status_code == 302
    place = MOTHER.index(NAME)
    cast.researcher.post(f"{cast.told}namen/", {"plek": place, "doe": "vervang-overal"})


def _coded(cast: Cast, lines: str = "2") -> str:
    from wijkverhaal.site.studies.keeping import storage
    from wijkverhaal.stories.study.record import Coding

    form = {"van": lines, "tot": lines, "factor": "late"}
    assert cast.researcher.post(f"{cast.told}coderen/", form).status_code == 302
    return next(storage.load_study(cast.filled.opened).all(Coding)).id


def _csv(client: Client, home: str) -> bytes:
    answer = client.post(f"{home}citaten/citaten.csv")
    assert answer.status_code == 200
    return bytes(answer.content)


def test_only_a_quotation_that_was_judged_leaves_and_without_names(cast: Cast) -> None:
    coding = _coded(cast)
    assert cast.researcher.post(f"{cast.home}citaten/citaten.csv").status_code == 400
    _with_register(cast)
    assert b"zag ik" not in _csv(cast.researcher, cast.home)
    for judged, leaves in (("ja", False), ("nee", True), ("ja", False)):
        cast.researcher.post(f"{cast.home}citaten/{coding}/oordeel/", {"herkenbaar": judged})
        content = _csv(cast.researcher, cast.home)
        assert (b"zag ik" in content) == leaves
        assert NAME.encode() not in content


def test_a_file_with_a_name_in_it_does_not_leave(cast: Cast) -> None:
    coding = _coded(cast)
    _with_register(cast)
    place = MOTHER.index(NAME)
    cast.researcher.post(f"{cast.told}namen/", {"plek": place, "doe": "laat"})
    cast.researcher.post(f"{cast.home}citaten/{coding}/oordeel/", {"herkenbaar": "nee"})
    answer = cast.researcher.post(f"{cast.home}citaten/citaten.csv")
    assert answer.status_code == 400
    assert NAME not in answer.content.decode()


def test_who_withdraws_is_gone_from_register_pages_and_history(cast: Cast, site: Site) -> None:
    from wijkverhaal.site.studies.keeping.opening import open_with_passphrase
    from wijkverhaal.site.studies.models import StoredStudy
    from wijkverhaal.site.studies.names import names_store

    _coded(cast)
    _with_register(cast)
    there = f"{cast.home}verteller/A-mother/terugtrekken/"
    assert (
        cast.researcher.post(there, {"zeker": "ja", "wachtzin": "een heel andere wachtzin"}).status_code
        == 400
    )
    assert cast.researcher.get(cast.told).status_code == 200
    assert cast.researcher.post(there, {"zeker": "ja", "wachtzin": WORD}).status_code == 200
    assert cast.researcher.get(cast.told).status_code == 404
    family = cast.researcher.get(f"{cast.home}gezin/A/").content.decode()
    assert "<h3>school</h3>" in family
    assert "<h3>moeder</h3>" not in family
    opened = open_with_passphrase(
        StoredStudy.objects.get(pk=cast.filled.opened.id), cast.filled.opened.actor, PASSPHRASE
    )
    register = names_store.load_register(opened, WORD)
    assert {one.entry.pseudonym for one in register.families["A"]} == {"[kind-A]"}
    log = cast.researcher.get(f"{cast.home}logboek/").content.decode()
    assert "De keten klopt" in log
    assert "haalde alles weg van iemand" in log


def test_only_a_key_holder_erases_a_study_and_with_the_passphrase(cast: Cast, site: Site) -> None:
    from wijkverhaal.site.studies.models import StoredStudy

    there = f"{cast.home}wissen/"
    assert cast.coder.post(there, {"zeker": "ja", "wachtzin": PASSPHRASE}).status_code == 404
    assert cast.researcher.post(there, {"zeker": "ja", "wachtzin": "fout en toch lang"}).status_code == 400
    assert cast.researcher.post(there, {"wachtzin": PASSPHRASE}).status_code == 400
    assert StoredStudy.objects.exists()
    assert cast.researcher.post(there, {"zeker": "ja", "wachtzin": PASSPHRASE}).status_code == 302
    assert cast.researcher.get(cast.home).status_code == 404
    assert not list((site.root / "site").rglob(f"*{cast.filled.opened.id}*.json"))


def test_the_log_of_the_site_tells_nothing_of_what_is_in_a_study(cast: Cast) -> None:
    from wijkverhaal.site.log.models import Event

    _coded(cast)
    _with_register(cast)
    told = " ".join(str(one.facts) for one in Event.objects.filter(key__startswith="study-"))
    for word in (NAME, "Op tijd", "moeder", "gezin A", "late"):
        assert word not in told


@pytest.mark.parametrize("way", ["recovery", "second"])
def test_a_study_opens_again_for_who_lost_a_passphrase_or_is_new(cast: Cast, way: str) -> None:
    from wijkverhaal.site.accounts.models import Account

    fresh = "vijf blauwe fietsen hier"
    cast.researcher.post(f"{cast.home}sluiten/")
    if way == "recovery":
        form = {"doe": "code", "herstelcode": cast.filled.code, "wachtzin": fresh, "nog-eens": fresh}
        assert "herstelcode" in cast.researcher.post(f"{cast.home}openen/", form).content.decode()
        assert cast.researcher.get(cast.told).status_code == 200
        cast.researcher.post(f"{cast.home}sluiten/")
        assert cast.researcher.post(f"{cast.home}openen/", {"wachtzin": fresh}).status_code == 302
        assert cast.coder.post(f"{cast.home}openen/", form).status_code == 400
        return
    cast.researcher.post(f"{cast.home}openen/", {"wachtzin": PASSPHRASE})
    outsider = cast.outsider
    name = "test-researcher-administrator"
    cast.researcher.post(f"{cast.home}mensen/", {"naam": name, "rol": ["keyholder", "coder"]})
    assert outsider.get(cast.told).headers["Location"].endswith("/openen/")
    outsider.post(f"{cast.home}openen/", {"doe": "vraag", "wachtzin": fresh, "nog-eens": fresh})
    assert outsider.post(f"{cast.home}openen/", {"wachtzin": fresh}).status_code == 400
    page = outsider.get(f"{cast.home}openen/").content.decode()
    letters = page.partition("<code>")[2].partition("</code>")[0]
    holder = str(Account.objects.get(name=name).pk)
    admit = f"{cast.home}mensen/toelaten/"
    assert cast.researcher.post(admit, {"houder": holder, "letters": "AAAA BBBB"}).status_code == 400
    assert cast.researcher.post(admit, {"houder": holder, "letters": letters}).status_code == 302
    assert outsider.post(f"{cast.home}openen/", {"wachtzin": fresh}).status_code == 302
    assert outsider.get(cast.told).status_code == 200
    cast.researcher.post(f"{cast.home}mensen/", {"naam": name})
    assert outsider.get(cast.told).status_code == 404


def test_a_study_that_nobody_used_for_a_while_is_shut(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import timedelta

    from django.utils import timezone

    from wijkverhaal.site.studies.keeping import visit

    now = timezone.now()
    for minutes, status in ((15, 200), (30, 200), (51, 302)):
        moment = now + timedelta(minutes=minutes)
        monkeypatch.setattr(visit.timezone, "now", lambda moment=moment: moment)
        assert cast.researcher.get(cast.told).status_code == status
