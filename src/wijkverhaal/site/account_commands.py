# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the command line may ask about accounts; who can type here needs no account first."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from wijkverhaal.foundation.errors import NotFoundError
from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.workspace import Workspace
from wijkverhaal.site.set_up import prepare

if TYPE_CHECKING:
    from wijkverhaal.site.accounts.models import Account


def add(workspace: Workspace, name: str, roles: Iterable[str]) -> str:
    """Make an account; the link with which its owner comes in.

    Raises
    ------
    InputError
        When the name is taken, a role does not exist, or the site is not on a server.
    """
    prepare(workspace)
    from wijkverhaal.site.accounts.management import invite

    _account, key = invite(None, name, roles)
    return _link(key)


def new_link(workspace: Workspace, name: str, forget: bool) -> str:
    """Another link for an account; also without its second step, where `forget` says so."""
    account = _found(workspace, name)
    from wijkverhaal.site.accounts import management

    key = management.new_link(None, account)
    if forget:
        management.forget_second_factor(None, account)
    return _link(key)


def change_roles(workspace: Workspace, name: str, roles: Iterable[str]) -> None:
    """Give an account exactly these roles."""
    account = _found(workspace, name)
    from wijkverhaal.site.accounts import management

    management.change_roles(None, account, roles)


def close(workspace: Workspace, name: str) -> None:
    """Let nobody in any more as this account."""
    account = _found(workspace, name)
    from wijkverhaal.site.accounts import management

    management.close(None, account)


def erase(workspace: Workspace, name: str) -> None:
    """Erase an account; the log keeps its name until its own time is over."""
    account = _found(workspace, name)
    from wijkverhaal.site.accounts import management

    management.erase(None, account)


def people(workspace: Workspace) -> list[tuple[str, list[str], bool]]:
    """The name and the roles of each account, and whether it is open."""
    prepare(workspace)
    from wijkverhaal.site.accounts.models import Account

    return [(one.name, sorted(one.roles), one.is_active) for one in Account.objects.order_by("name")]


def tidy(workspace: Workspace) -> int:
    """Erase what the site need not keep; how many events of the log went."""
    prepare(workspace)
    from wijkverhaal.site.tidy import tidy

    return tidy()


def _found(workspace: Workspace, name: str) -> "Account":
    prepare(workspace)
    from wijkverhaal.site.accounts.models import Account

    account: Account | None = Account.objects.filter(name=name).first()
    if account is None:
        raise NotFoundError(
            _("Er is geen account met de naam {name}; zie wijkverhaal account list.").format(name=name)
        )
    return account


def _link(key: str) -> str:
    from django.conf import settings

    return f"https://{settings.SERVER.hosts[0]}/inloggen/?sleutel={key}"
