# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an administrator may do with accounts, each step written down; the site keeps one administrator."""

from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.db import transaction

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.accounts import second_factor
from wijkverhaal.site.accounts.models import LOCAL, Account
from wijkverhaal.site.accounts.one_time_link import new_key
from wijkverhaal.site.accounts.way_in import by_organisation, can_come_in
from wijkverhaal.site.log.record import record
from wijkverhaal.site.roles import ACCOUNT_ROLES, ADMINISTRATOR

#: How long an invitation waits to be used.
INVITATION = timedelta(days=7)
_LONGEST = 150


def invite(actor: Account | None, name: str, roles: Iterable[str]) -> tuple[Account, str]:
    """Make an account; its first link is told only here.

    Raises
    ------
    InputError
        When the name is empty or taken, or a role does not exist.
    """
    if not settings.SERVER.shared:
        raise InputError(
            _("Op deze computer is er één account; voor meer mensen is een server nodig (WIJKVERHAAL_HOSTS).")
        )
    plain = " ".join(name.split())
    if not plain or len(plain) > _LONGEST or not plain.isprintable() or plain == LOCAL:
        raise InputError(_("Kies een naam van 1 tot en met 150 tekens, en niet '{name}'.").format(name=LOCAL))
    wanted = _known(roles)
    with transaction.atomic():
        if Account.objects.filter(name__iexact=plain).exists():
            raise InputError(_("Er is al een account met de naam {name}.").format(name=plain))
        account = Account(name=plain)
        account.set_unusable_password()
        account.save()
        account.give_roles(wanted)
        record("invited", actor, name=plain, roles=_told(wanted))
    return account, new_key(account, INVITATION)


def change_roles(actor: Account | None, account: Account, roles: Iterable[str]) -> None:
    """Give an account exactly these roles, and end its visits.

    Raises
    ------
    InputError
        When the last administrator would go, or the organisation decides on the roles.
    """
    wanted = _known(roles)
    if by_organisation(account):
        raise InputError(_("De rollen van {name} komen van uw organisatie.").format(name=account.name))
    with transaction.atomic():
        if ADMINISTRATOR not in wanted:
            _keep_one(account)
        before = account.roles
        account.give_roles(wanted)
        if account.roles != before:
            record("roles-changed", actor, name=account.name, roles=_told(wanted))


def close(actor: Account | None, account: Account) -> None:
    """Let nobody in any more as this account, and end its visits, links and tokens.

    Raises
    ------
    InputError
        When it is the last administrator.
    """
    with transaction.atomic():
        _keep_one(account)
        Account.objects.filter(pk=account.pk).update(is_active=False)
        account.onetimelink_set.all().delete()
        account.tokens.all().delete()
        account.send_out()
        record("account-closed", actor, name=account.name)


def reopen(actor: Account | None, account: Account) -> None:
    """Let somebody in again."""
    Account.objects.filter(pk=account.pk).update(is_active=True)
    record("account-reopened", actor, name=account.name)


def new_link(actor: Account | None, account: Account) -> str:
    """A link with which somebody chooses another password; the one of before no longer works.

    Raises
    ------
    InputError
        When the organisation lets this account in, or it is closed.
    """
    if by_organisation(account):
        raise InputError(_("{name} komt binnen bij uw organisatie, zonder link.").format(name=account.name))
    if not account.is_active:
        raise InputError(
            _("Het account van {name} is gesloten; heropen het eerst.").format(name=account.name)
        )
    with transaction.atomic():
        account.set_unusable_password()
        account.save(update_fields=["password"])
        account.tokens.all().delete()
        account.send_out()
        record("link-made", actor, name=account.name)
        return new_key(account, INVITATION)


def forget_second_factor(actor: Account | None, account: Account) -> None:
    """Take the second step of somebody away, who lost their telephone and codes."""
    with transaction.atomic():
        if second_factor.forget(account):
            account.tokens.all().delete()
            account.send_out()
            record("second-factor-removed", actor, name=account.name)


def erase(actor: Account | None, account: Account) -> None:
    """Erase an account with all that hangs on it; the log keeps the name until its own time is over.

    Raises
    ------
    InputError
        When it is the last administrator.
    """
    with transaction.atomic():
        _keep_one(account)
        record("account-erased", actor, name=account.name)
        account.delete()


def _keep_one(account: Account) -> None:
    """Refuse to lose the last administrator, or the last one who can come in."""
    # locks them all, so that two administrators cannot remove each other at the same moment
    active = Account.objects.select_for_update().filter(is_active=True)
    left = [one for one in active if ADMINISTRATOR in one.roles]
    able = [one for one in left if can_come_in(one)]
    if left == [account] or able == [account]:
        raise InputError(
            _("{name} is de laatste beheerder; geef eerst iemand anders die rol.").format(name=account.name)
        )


def _known(roles: Iterable[str]) -> frozenset[str]:
    wanted = frozenset(roles)
    if unknown := wanted - frozenset(ACCOUNT_ROLES):
        raise InputError(
            _("De rol {role} bestaat niet; kies uit {roles}.").format(
                role=min(unknown), roles=", ".join(ACCOUNT_ROLES)
            )
        )
    return wanted


def _told(roles: frozenset[str]) -> str:
    return ", ".join(role for role in ACCOUNT_ROLES if role in roles)
