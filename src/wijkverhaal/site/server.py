# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the site runs: on one computer for one person, or on a server for many."""

import re
from dataclasses import dataclass

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.environment import Environment

#: Only this machine: another name in the address bar is somebody else's page that points here.
THIS_MACHINE = ("127.0.0.1", "localhost")
_HOST = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*")
_MOST_PROXIES, _LONGEST_IDLE, _LONGEST_LOG = 5, 240, 10


@dataclass(frozen=True)
class Server:
    """What the environment says of the place where the site runs.

    Attributes
    ----------
    hosts : tuple of str
        The names under which people find the site; none on a computer of one's own.
    proxies : int
        How many proxies of our own stand between a visitor and the site.
    passwords : bool
        Whether accounts with a password may come in, beside those of the organisation.
    idle_minutes, log_years : int
        After how much silence somebody is sent out; how long events are kept.
    """

    hosts: tuple[str, ...]
    proxies: int
    passwords: bool
    idle_minutes: int
    log_years: int

    @property
    def shared(self) -> bool:
        """Whether more than one person comes in, from other computers."""
        return bool(self.hosts)

    @property
    def allowed(self) -> list[str]:
        """The names that a request may ask for."""
        return list(self.hosts or THIS_MACHINE)


def read_server(environment: Environment) -> Server:
    """Read where the site runs.

    Raises
    ------
    InputError
        When a value is not what it has to be.
    """
    hosts = environment.words("WIJKVERHAAL_HOSTS")
    for host in hosts:
        if not _HOST.fullmatch(host):
            raise InputError(
                _(
                    "WIJKVERHAAL_HOSTS noemt '{host}'; zet daar alleen namen zoals wijkverhaal.voorbeeld.nl,"
                    " met komma's ertussen."
                ).format(host=host)
            )
    return Server(
        hosts=hosts,
        proxies=environment.whole("WIJKVERHAAL_PROXY", 0, _MOST_PROXIES),
        passwords=environment.flag("WIJKVERHAAL_PASSWORDS"),
        idle_minutes=environment.whole("WIJKVERHAAL_IDLE_MINUTES", 5, _LONGEST_IDLE),
        log_years=environment.whole("WIJKVERHAAL_LOG_YEARS", 1, _LONGEST_LOG),
    )
