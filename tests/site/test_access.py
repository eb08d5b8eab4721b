# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may see what: the table is whole, and everybody is held to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .conftest import GEMEENTE, RUN, WIJK, Site, visitor_with

if TYPE_CHECKING:
    from django.test import Client

#: An address for every name in the table of access.
ADDRESSES = {
    "language": "/taal/",
    "house-style": "/huisstijl.css",
    "accounts:login": "/inloggen/",
    "accounts:second-step": "/inloggen/tweede-stap/",
    "accounts:organisation": "/inloggen/organisatie/",
    "accounts:organisation-back": "/inloggen/organisatie/terug/",
    "accounts:logout": "/uitloggen/",
    "accounts:own": "/account/",
    "accounts:password": "/account/wachtwoord/",
    "accounts:second-factor": "/account/tweede-stap/",
    "accounts:renew": "/account/tweede-stap/vervangen/",
    "accounts:recovery-codes": "/account/tweede-stap/herstelcodes/",
    "accounts:make-token": "/account/token/",
    "accounts:revoke-token": "/account/token/1/intrekken/",
    "accounts:people": "/accounts/",
    "accounts:invite": "/accounts/uitnodigen/",
    "accounts:account": "/accounts/1/",
    "accounts:roles": "/accounts/1/rollen/",
    "accounts:close": "/accounts/1/sluiten/",
    "accounts:reopen": "/accounts/1/heropenen/",
    "accounts:new-link": "/accounts/1/link/",
    "accounts:forget-second-factor": "/accounts/1/tweede-stap-weghalen/",
    "log:events": "/logboek/",
    "log:download": "/logboek/logboek.csv",
    "runs:start": "/",
    "runs:run": f"/berekening/{RUN}/",
    "runs:search": f"/berekening/{RUN}/zoeken/",
    "runs:gemeente": f"/berekening/{RUN}/gemeente/{GEMEENTE}/",
    "runs:wijk": f"/berekening/{RUN}/wijk/{WIJK}/",
    "runs:region": f"/berekening/{RUN}/regio/JZ15/",
    "runs:what-if": f"/berekening/{RUN}/wijk/{WIJK}/wat-als/",
    "runs:neighbourhood": f"/berekening/{RUN}/buurtvraag/",
    "runs:compare": f"/berekening/{RUN}/vergelijken/",
    "runs:method": f"/berekening/{RUN}/methode/",
    "runs:downloads": f"/berekening/{RUN}/downloads/",
    "runs:download": f"/berekening/{RUN}/downloads/areas.csv",
    "runs:gemeente-files": f"/berekening/{RUN}/downloads/gemeente/?gemeente={GEMEENTE}&vorm=csv",
    "runs:gemeente-csv": f"/berekening/{RUN}/gemeente/{GEMEENTE}/wijken.csv",
    "runs:gemeente-workbook": f"/berekening/{RUN}/gemeente/{GEMEENTE}/wijken.xlsx",
    "runs:gemeente-pdf": f"/berekening/{RUN}/gemeente/GM0001/overzicht.pdf",
    "runs:wijk-pdf": f"/berekening/{RUN}/wijk/WK000000/wijkprofiel.pdf",
    "jobs:overview": "/werk/",
    "jobs:upload": "/werk/inlezen/",
    "jobs:estimate": "/werk/berekenen/",
    "jobs:question": "/werk/buurtvraag/",
    "jobs:job": "/werk/opdracht/1/",
    "jobs:standing": "/werk/opdracht/1/stand/",
    "jobs:cancel": "/werk/opdracht/1/stoppen/",
    "jobs:again": "/werk/opdracht/1/opnieuw/",
    "jobs:read-in": "/werk/opdracht/1/lees-in/",
    "jobs:look-again": "/werk/opdracht/1/kijk-opnieuw/",
    "jobs:throw-away": "/werk/opdracht/1/weggooien/",
    "jobs:remove-source": "/werk/bron/kwb-2022/verwijderen/",
    "jobs:compare": "/werk/berekeningen/vergelijken/",
    "jobs:compare-csv": "/werk/berekeningen/vergelijken/verschil.csv",
    "jobs:remove-run": f"/werk/berekening/{RUN}/verwijderen/",
    "jobs:show-run": f"/werk/berekening/{RUN}/tonen/",
    "about:algorithm-register": f"/berekening/{RUN}/algoritmeregister/",
    "about:algorithm-register-file": f"/berekening/{RUN}/algoritmeregister.json",
    "about:accessibility": "/toegankelijkheid/",
    "about:privacy": "/privacy/",
    "studies:list": "/verhalen/",
    "studies:make": "/verhalen/nieuw/",
    "studies:study": "/verhalen/0123456789ab/",
    "studies:unlock": "/verhalen/0123456789ab/openen/",
    "studies:lock": "/verhalen/0123456789ab/sluiten/",
    "studies:members": "/verhalen/0123456789ab/mensen/",
    "studies:admit": "/verhalen/0123456789ab/mensen/toelaten/",
    "studies:new-code": "/verhalen/0123456789ab/mensen/herstelcode/",
    "studies:passphrase": "/verhalen/0123456789ab/wachtzin/",
    "studies:add-family": "/verhalen/0123456789ab/gezin/",
    "studies:family": "/verhalen/0123456789ab/gezin/a1/",
    "studies:remove": "/verhalen/0123456789ab/weg/",
    "studies:upload": "/verhalen/0123456789ab/verteller/a1/interview/",
    "studies:withdraw": "/verhalen/0123456789ab/verteller/a1/terugtrekken/",
    "studies:draft": "/verhalen/0123456789ab/concept/a1/",
    "studies:register": "/verhalen/0123456789ab/namen/",
    "studies:keys": "/verhalen/0123456789ab/sleutels/",
    "studies:key-copy": "/verhalen/0123456789ab/sleutels/kopie/",
    "studies:take-key": "/verhalen/0123456789ab/sleutels/afnemen/",
    "studies:destroy-register": "/verhalen/0123456789ab/sleutels/register/",
    "studies:restore": "/verhalen/0123456789ab/sleutels/terugzetten/",
    "studies:export": "/verhalen/0123456789ab/meegeven/",
    "studies:send-project": "/verhalen/0123456789ab/project/",
    "studies:project": "/verhalen/0123456789ab/project/a1/",
    "studies:text": "/verhalen/0123456789ab/interview/a1/",
    "studies:read": "/verhalen/0123456789ab/interview/a1/lezen/",
    "studies:hits": "/verhalen/0123456789ab/interview/a1/namen/",
    "studies:propose": "/verhalen/0123456789ab/interview/a1/namen/deduce/",
    "studies:code": "/verhalen/0123456789ab/interview/a1/coderen/",
    "studies:finish": "/verhalen/0123456789ab/interview/a1/klaar/",
    "studies:change-coding": "/verhalen/0123456789ab/interview/a1/codering/a1/",
    "studies:undo": "/verhalen/0123456789ab/ongedaan/",
    "studies:redo": "/verhalen/0123456789ab/opnieuw/",
    "studies:codebook": "/verhalen/0123456789ab/factoren/",
    "studies:add-factor": "/verhalen/0123456789ab/factoren/nieuw/",
    "studies:factor": "/verhalen/0123456789ab/factoren/a1/",
    "studies:search": "/verhalen/0123456789ab/zoeken/",
    "studies:agreement": "/verhalen/0123456789ab/overeenstemming/",
    "studies:memos": "/verhalen/0123456789ab/notities/",
    "studies:add-memo": "/verhalen/0123456789ab/notities/nieuw/",
    "studies:memo": "/verhalen/0123456789ab/notities/a1/",
    "studies:history": "/verhalen/0123456789ab/gezin/a1/geschiedenis/",
    "studies:add-event": "/verhalen/0123456789ab/gezin/a1/geschiedenis/gebeurtenis/",
    "studies:add-statement": "/verhalen/0123456789ab/gezin/a1/geschiedenis/uitspraak/",
    "studies:choose": "/verhalen/0123456789ab/gezin/a1/geschiedenis/keuze/",
    "studies:untell": "/verhalen/0123456789ab/gezin/a1/geschiedenis/weg/",
    "studies:matrix": "/verhalen/0123456789ab/matrix/",
    "studies:waits": "/verhalen/0123456789ab/wachten/",
    "studies:compare": "/verhalen/0123456789ab/vergelijken/",
    "studies:quotations": "/verhalen/0123456789ab/citaten/",
    "studies:judge": "/verhalen/0123456789ab/citaten/a1/oordeel/",
    "studies:release": "/verhalen/0123456789ab/citaten/a1/vrijgeven/",
    "studies:release-history": "/verhalen/0123456789ab/gezin/a1/vrijgeven/",
    "studies:quotations-csv": "/verhalen/0123456789ab/citaten/citaten.csv",
    "studies:log": "/verhalen/0123456789ab/logboek/",
    "studies:erase": "/verhalen/0123456789ab/wissen/",
    "conversations:list": "/gesprek/",
    "conversations:make": "/gesprek/nieuw/",
    "conversations:conversation": "/gesprek/0123456789ab/",
    "conversations:prepare": "/gesprek/0123456789ab/voorbereiden/",
    "conversations:earlier": "/gesprek/0123456789ab/volgorde/",
    "conversations:facilitator": "/gesprek/0123456789ab/gespreksleiders/",
    "conversations:leidraad": "/gesprek/0123456789ab/leidraad/",
    "conversations:invite": "/gesprek/0123456789ab/uitnodigen/",
    "conversations:revoke": "/gesprek/0123456789ab/uitnodigen/1/intrekken/",
    "conversations:steer": "/gesprek/0123456789ab/leiden/",
    "conversations:steer-standing": "/gesprek/0123456789ab/leiden/stand/",
    "conversations:move": "/gesprek/0123456789ab/verder/",
    "conversations:merge": "/gesprek/0123456789ab/samenvoegen/",
    "conversations:moderate": "/gesprek/0123456789ab/weghalen/",
    "conversations:explain": "/gesprek/0123456789ab/verklaring/",
    "conversations:agree": "/gesprek/0123456789ab/afspraak/",
    "conversations:screen": "/gesprek/0123456789ab/scherm/",
    "conversations:screen-standing": "/gesprek/0123456789ab/scherm/stand/",
    "conversations:screen-code": "/gesprek/0123456789ab/scherm/code/",
    "conversations:report": "/gesprek/0123456789ab/verslag/",
    "conversations:erase": "/gesprek/0123456789ab/wissen/",
    "conversations:door": "/gesprek/mee/kort/",
    "conversations:name": "/gesprek/mee/",
    "conversations:table": "/gesprek/tafel/0123456789ab/",
    "conversations:standing": "/gesprek/tafel/0123456789ab/stand/",
    "conversations:send": "/gesprek/tafel/0123456789ab/bijdrage/",
    "conversations:take-back": "/gesprek/tafel/0123456789ab/terugnemen/",
    "conversations:withdraw": "/gesprek/tafel/0123456789ab/stoppen/",
    "conversations:survey": "/gesprek/0123456789ab/samenwerking/",
    "conversations:survey-partners": "/gesprek/0123456789ab/samenwerking/partners/",
    "conversations:survey-state": "/gesprek/0123456789ab/samenwerking/stand/",
    "conversations:survey-csv": "/gesprek/0123456789ab/samenwerking/samenwerking.csv",
    "conversations:read-survey-in": "/gesprek/0123456789ab/samenwerking/inlezen/",
    "conversations:answer-survey": "/gesprek/tafel/0123456789ab/samenwerking/",
    "wijken:reminders": "/afspraken/",
    "wijken:wijk": f"/wijk/{WIJK}/",
    "wijken:quotations": f"/wijk/{WIJK}/citaten/",
    "wijken:make-hypothesis": f"/wijk/{WIJK}/verklaringen/nieuw/",
    "wijken:hypothesis": f"/wijk/{WIJK}/verklaringen/0123456789abcdef/",
    "wijken:judge": f"/wijk/{WIJK}/verklaringen/0123456789abcdef/stand/",
    "wijken:remove-hypothesis": f"/wijk/{WIJK}/verklaringen/0123456789abcdef/weg/",
    "wijken:rewrite-hypothesis": f"/wijk/{WIJK}/verklaringen/0123456789abcdef/woorden/",
    "wijken:hang": f"/wijk/{WIJK}/verklaringen/0123456789abcdef/bewijs/",
    "wijken:take-off": f"/wijk/{WIJK}/verklaringen/0123456789abcdef/bewijs/weg/",
    "wijken:make-agreement": f"/wijk/{WIJK}/afspraken/nieuw/",
    "wijken:change-agreement": f"/wijk/{WIJK}/afspraken/0123456789abcdef/stand/",
    "wijken:reflect": f"/wijk/{WIJK}/afspraken/0123456789abcdef/terugblik/",
    "wijken:remove-agreement": f"/wijk/{WIJK}/afspraken/0123456789abcdef/weg/",
    "wijken:rewrite-agreement": f"/wijk/{WIJK}/afspraken/0123456789abcdef/woorden/",
    "wijken:document": f"/wijk/{WIJK}/wijkverhaal/",
    "wijken:edit-document": f"/wijk/{WIJK}/wijkverhaal/bewerken/",
    "wijken:refresh-document": f"/wijk/{WIJK}/wijkverhaal/vernieuwen/",
    "wijken:document-versions": f"/wijk/{WIJK}/wijkverhaal/versies/",
    "wijken:document-word": "/wijk/WK000000/wijkverhaal/wijkverhaal.docx",
    "wijken:document-pdf": "/wijk/WK000000/wijkverhaal/wijkverhaal.pdf",
    "wijken:document-html": "/wijk/WK000000/wijkverhaal/wijkverhaal.html",
    "api:guide": "/api/",
    "api:openapi": "/api/v1/openapi.json",
    "api:runs": "/api/v1/berekeningen",
    "api:run": f"/api/v1/berekeningen/{RUN}",
    "api:gemeenten": f"/api/v1/berekeningen/{RUN}/gemeenten",
    "api:wijken": f"/api/v1/berekeningen/{RUN}/wijken",
    "api:wijk": f"/api/v1/berekeningen/{RUN}/wijken/{WIJK}",
    "api:explanation": f"/api/v1/berekeningen/{RUN}/wijken/{WIJK}/uitleg",
    "api:comparable": f"/api/v1/berekeningen/{RUN}/wijken/{WIJK}/vergelijkbare-wijken",
    "api:weights": f"/api/v1/berekeningen/{RUN}/kenmerken-gewichten",
}


def _names(patterns: list[object], space: str = "") -> set[str]:
    found: set[str] = set()
    for pattern in patterns:
        inner = getattr(pattern, "url_patterns", None)
        if inner is None:
            found.add(space + pattern.name)  # type: ignore[attr-defined]
        else:
            found |= _names(inner, f"{pattern.namespace}:")  # type: ignore[attr-defined]
    return found


def test_every_address_is_in_the_table(site: Site) -> None:
    from wijkverhaal.site.access import ACCESS
    from wijkverhaal.site.urls import urlpatterns

    assert _names(urlpatterns) == set(ACCESS) == set(ADDRESSES)


@pytest.mark.parametrize("role", ["reader", "analyst", "researcher", "facilitator", "administrator"])
def test_each_role_sees_what_the_table_gives_and_no_more(role: str, site: Site) -> None:
    from wijkverhaal.site.access import ACCESS

    for name, address in ADDRESSES.items():
        visitor = visitor_with(role)
        status = visitor.get(address).status_code
        if ACCESS[name] & {"reader", role}:
            # 302: on to another page of theirs; 404: not here; 405: only a form may ask for it
            assert status in (200, 302, 404, 405), (name, role)
        else:
            assert status == 403, (name, role)


def test_who_has_no_account_is_sent_to_the_door(stranger: Client) -> None:
    from wijkverhaal.site.access import ACCESS

    for name, address in ADDRESSES.items():
        answer = stranger.get(address)
        if "stranger" in ACCESS[name]:
            assert answer.status_code in (200, 404, 405), name
        elif name.startswith("api:"):
            assert answer.status_code == 401, name
        else:
            assert answer.status_code == 302, name
            assert answer.headers["Location"].startswith("/inloggen/?verder="), name


def test_a_page_that_is_not_in_the_table_is_for_nobody(
    reader: Client, stranger: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wijkverhaal.site import access

    monkeypatch.delitem(access.ACCESS, "runs:start")
    assert reader.get("/").status_code == 403
    assert stranger.get("/").status_code == 403


def test_an_account_cannot_be_given_a_role_that_does_not_exist(reader: Client) -> None:
    from wijkverhaal.site.accounts.models import Account

    account = Account.objects.get(name="test-reader")
    for wrong in ("somebody else", "participant", "stranger"):
        with pytest.raises(ValueError, match="no role"):
            account.give_roles([wrong])
    assert account.roles == {"reader"}


def test_only_this_machine_may_be_named(reader: Client) -> None:
    assert reader.get("/", headers={"host": "example.org"}).status_code == 400
