# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Days that can be: nobody consents, is born or tells in the future, and a consent ends after it begins."""

from datetime import date

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _


def check_consent(given: date, until: date | None, today: date) -> None:
    """Refuse a consent that was not given yet, or ends before it begins.

    Raises
    ------
    InputError
    """
    if given > today:
        raise InputError(
            _("De toestemming kan niet op {day} gegeven zijn: die dag moet nog komen; kijk haar na.").format(
                day=given
            )
        )
    if until is not None and until < given:
        raise InputError(
            _(
                "De toestemming van {given} kan niet tot {until} gelden: dat is eerder; kijk beide dagen na."
            ).format(given=given, until=until)
        )


def check_born(born: date, today: date) -> None:
    """Refuse a child that still has to be born.

    Raises
    ------
    InputError
    """
    if born > today:
        raise InputError(
            _("Een kind kan niet op {day} geboren zijn: die dag moet nog komen; kijk haar na.").format(
                day=born
            )
        )


def check_held(held: date, today: date) -> None:
    """Refuse an interview that still has to be held.

    Raises
    ------
    InputError
    """
    if held > today:
        raise InputError(
            _("Het interview kan niet op {day} gehouden zijn: die dag moet nog komen; kijk haar na.").format(
                day=held
            )
        )
