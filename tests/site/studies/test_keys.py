# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keys that are lost come back with the paper; keys that were destroyed do not."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.site.conftest import Site

from .conftest import MOTHER, PASSPHRASE, Cast

if TYPE_CHECKING:
    from django.test import Client

FRESH = "vijf blauwe fietsen hier"
WORD = "zes gele lampen buiten"


def _lose(cast: Cast) -> None:
    from wijkverhaal.site.studies.keeping import key_store

    key_store.key_path(cast.filled.opened.id).unlink()


def _restore(client: Client, cast: Cast, code: str, copy: bytes = b"", passphrase: str = FRESH) -> Any:
    form: dict[str, Any] = {"herstelcode": code, "wachtzin": passphrase, "nog-eens": passphrase}
    if copy:
        form["bestand"] = io.BytesIO(copy)
    return client.post(f"{cast.home}sleutels/terugzetten/", form)


def _code(page: str) -> str:
    return page.partition('<code id="herstelcode">')[2].partition("</code>")[0]


def _copy(cast: Cast) -> bytes:
    answer = cast.researcher.post(f"{cast.home}sleutels/kopie/")
    assert answer.status_code == 200
    assert "attachment" in answer.headers["Content-Disposition"]
    return bytes(answer.content)


def test_a_copy_is_for_key_holders_and_opens_with_no_passphrase(cast: Cast) -> None:
    for client in (cast.coder, cast.reader, cast.outsider):
        assert client.post(f"{cast.home}sleutels/kopie/").status_code == 404
        assert client.get(f"{cast.home}sleutels/").status_code == 404
    assert "herstelkopie" in cast.researcher.get(f"{cast.home}sleutels/").content.decode()
    read = json.loads(_copy(cast))
    assert [one["id"] for one in read["holders"]] == ["recovery"]


@pytest.mark.parametrize("where", ["server", "sent"])
def test_lost_keys_come_back_with_copy_and_paper(cast: Cast, where: str) -> None:
    from wijkverhaal.site.studies.keeping import key_store

    copy = _copy(cast) if where == "sent" else b""
    if where == "sent":
        key_store.recovery_path(cast.filled.opened.id).unlink()
    _lose(cast)
    answer = cast.researcher.get(cast.told)
    assert answer.headers["Location"].endswith("/openen/")
    assert "terugzetten" in cast.researcher.get(f"{cast.home}openen/").content.decode()
    assert "terugzetten/" not in cast.coder.get(f"{cast.home}openen/").content.decode()
    assert _restore(cast.coder, cast, cast.filled.code, copy).status_code == 404
    answer = _restore(cast.researcher, cast, cast.filled.code, copy)
    assert answer.status_code == 200
    fresh = _code(answer.content.decode())
    assert fresh not in ("", cast.filled.code)
    assert "zag ik het al" in cast.researcher.get(cast.told).content.decode()
    cast.researcher.post(f"{cast.home}sluiten/")
    assert cast.researcher.post(f"{cast.home}openen/", {"wachtzin": PASSPHRASE}).status_code == 400
    assert cast.researcher.post(f"{cast.home}openen/", {"wachtzin": FRESH}).status_code == 302
    assert "Vraag een sleutel" in cast.coder.get(f"{cast.home}openen/").content.decode()
    page = cast.researcher.get(f"{cast.home}logboek/").content.decode()
    assert "zette de sleutels terug" in page
    assert "De keten klopt" in page


def test_good_keys_are_not_put_back_and_wrong_codes_make_one_wait(cast: Cast) -> None:
    from wijkverhaal.stories.vault.recovery_code import new_recovery_code

    assert _restore(cast.researcher, cast, cast.filled.code).status_code == 400
    _lose(cast)
    for _time in range(3):
        assert "past niet" in _restore(cast.researcher, cast, new_recovery_code()).content.decode()
    answer = _restore(cast.researcher, cast, cast.filled.code)
    assert answer.status_code == 400
    assert "te vaak fout" in answer.content.decode()


def test_a_copy_of_another_study_or_a_changed_one_is_refused(cast: Cast) -> None:
    copy = _copy(cast)
    _lose(cast)
    read = json.loads(copy)
    other = json.dumps(read | {"study": "0" * 12}).encode()
    changed = json.dumps(read | {"change": 99}).encode()
    assert "ander onderzoek" in _restore(cast.researcher, cast, cast.filled.code, other).content.decode()
    assert "klopt niet" in _restore(cast.researcher, cast, cast.filled.code, changed).content.decode()
    assert _restore(cast.researcher, cast, cast.filled.code, b"iets anders").status_code == 400
    assert _restore(cast.researcher, cast, cast.filled.code, copy).status_code == 200


def test_an_old_copy_does_not_bring_back_who_withdrew(cast: Cast) -> None:
    from wijkverhaal.site.studies.keeping import storage
    from wijkverhaal.site.studies.keeping.opening import open_with_passphrase
    from wijkverhaal.site.studies.models import StoredStudy
    from wijkverhaal.stories.study.item import informant_item, interview_item
    from wijkverhaal.stories.study.record import Family, Informant

    copy = _copy(cast)
    told = {"doe": "verteller", "rol": "tante"}
    assert cast.researcher.post(f"{cast.home}gezin/A/", told).status_code == 302
    assert (
        cast.researcher.post(f"{cast.home}verteller/A-mother/terugtrekken/", {"zeker": "ja"}).status_code
        == 200
    )
    _lose(cast)
    answer = _restore(cast.researcher, cast, cast.filled.code, copy)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "opnieuw vernietigd" in page
    assert "kan niemand meer lezen" in page or "kunnen niemand" in page or "die kan niemand" in page
    opened = open_with_passphrase(
        StoredStudy.objects.get(pk=cast.filled.opened.id), cast.filled.opened.actor, FRESH
    )
    gone = {informant_item("A-mother"), interview_item(cast.filled.mother.id)}
    assert not gone & set(opened.file.keys)
    study = storage.load_study(opened)
    assert {one.id for one in study.all(Informant)} == {"A-school"}
    # the study can be worked in: what is written now has a key of its own
    storage.put(opened, study, Family("B", "gezin B"))
    opened = open_with_passphrase(opened.stored, opened.actor, FRESH)
    assert "B" in storage.load_study(opened).records


def test_guessing_the_old_passphrase_in_the_change_form_makes_one_wait(cast: Cast) -> None:
    form = {"oud": "een heel verkeerde wachtzin", "wachtzin": FRESH, "nog-eens": FRESH}
    for _time in range(3):
        assert cast.researcher.post(f"{cast.home}wachtzin/", form).status_code == 400
    answer = cast.researcher.post(f"{cast.home}wachtzin/", {**form, "oud": PASSPHRASE})
    assert "te vaak fout" in answer.content.decode()


def test_a_destroyed_register_opens_from_no_copy(cast: Cast, site: Site) -> None:
    from wijkverhaal.site.studies.keeping import key_store
    from wijkverhaal.site.studies.keeping.opening import open_with_passphrase
    from wijkverhaal.site.studies.models import StoredStudy
    from wijkverhaal.site.studies.names import names_store
    from wijkverhaal.stories.vault.refusal import DestroyedKeyError

    cast.researcher.post(f"{cast.home}namen/", {"wachtzin": WORD, "nog-eens": WORD, "doe": "maak"})
    path = key_store.register_path(cast.filled.opened.id)
    copy = path.read_bytes()
    there = f"{cast.home}sleutels/register/"
    assert cast.coder.post(there, {"zeker": "ja", "wachtzin": PASSPHRASE}).status_code == 404
    assert cast.researcher.post(there, {"zeker": "ja", "wachtzin": "fout en toch lang"}).status_code == 400
    assert cast.researcher.post(there, {"wachtzin": PASSPHRASE}).status_code == 400
    assert path.exists()
    assert cast.researcher.post(there, {"zeker": "ja", "wachtzin": PASSPHRASE}).status_code == 200
    assert not path.exists()
    path.write_bytes(copy)
    stored = StoredStudy.objects.get(pk=cast.filled.opened.id)
    opened = open_with_passphrase(stored, cast.filled.opened.actor, PASSPHRASE)
    with pytest.raises(DestroyedKeyError):
        names_store.load_register(opened, WORD)
    path.unlink()
    answer = cast.researcher.post(f"{cast.home}namen/", {"wachtzin": WORD, "nog-eens": WORD, "doe": "maak"})
    assert "vernietigd" in answer.content.decode()
    assert "zag ik het al" in cast.researcher.get(cast.told).content.decode()
    assert MOTHER.encode() not in copy


def test_the_key_of_an_account_that_is_gone_can_be_taken(cast: Cast) -> None:
    from wijkverhaal.site.studies.keeping import key_store
    from wijkverhaal.site.studies.models import Member, StoredStudy

    there = f"{cast.home}sleutels/afnemen/"
    coder = Member.objects.get(study=cast.filled.opened.id, role="coder")
    holder = str(coder.account_id)
    assert cast.researcher.post(there, {"houder": holder}).status_code == 400
    assert cast.researcher.post(there, {"houder": "recovery"}).status_code == 400
    coder.delete()
    assert "heeft nog een sleutel" in cast.researcher.get(f"{cast.home}sleutels/").content.decode()
    assert cast.researcher.post(there, {"houder": holder}).status_code == 302
    file = key_store.load_keys(StoredStudy.objects.get(pk=cast.filled.opened.id))
    assert file.holder(holder) is None
    assert file.epoch == 2
    assert cast.researcher.get(cast.told).status_code == 200


def test_who_logs_in_by_the_organisation_needs_the_passphrase_too(cast: Cast) -> None:
    from allauth.socialaccount.models import SocialAccount

    from tests.site.conftest import visitor_with
    from wijkverhaal.site.accounts.models import Account

    account = Account.objects.get(name="test-researcher")
    account.set_unusable_password()
    account.save()
    SocialAccount.objects.create(user=account, provider="openid_connect", uid="nr-7")
    client = visitor_with("researcher")
    assert client.get(cast.told).headers["Location"].endswith("/openen/")
    assert client.post(f"{cast.home}openen/", {"wachtzin": "een heel andere wachtzin"}).status_code == 400
    assert client.post(f"{cast.home}openen/", {"wachtzin": PASSPHRASE}).status_code == 302
    assert client.get(cast.told).status_code == 200
    SocialAccount.objects.filter(uid="nr-7").delete()
