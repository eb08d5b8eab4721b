# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What other apps tell on the page of a wijk, beside what its run says.

A run never changes and its pages are kept; what stands beside it does change. So who registers here also
says, cheaply, when that is: a page is kept for as long as that answer stays the same.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

from wijkverhaal.expectation.finished_run import FinishedRun


@dataclass(frozen=True)
class Beside:
    """A section of another app on the page of a wijk.

    Attributes
    ----------
    name : str
        Of the app; registered again it takes the place of the one before.
    template : str
        Fills in the section; it sees what `tell` gives as `told`.
    stamp : callable
        For the code of a wijk something that differs as soon as the section does; asked at every visit.
    tell : callable
        For the run and the code of a wijk what the template needs.
    """

    name: str
    template: str
    stamp: Callable[[str], Hashable]
    tell: Callable[[FinishedRun, str], Any]


_registered: dict[str, Beside] = {}


def register(section: Beside) -> None:
    """Tell this section on every page of a wijk from now on."""
    _registered[section.name] = section


def stamps(area: str) -> tuple[Hashable, ...]:
    """What differs as soon as one of the sections does."""
    return tuple(section.stamp(area) for section in _registered.values())


def sections(run: FinishedRun, area: str) -> list[tuple[str, Any]]:
    """The template of each section with what it tells."""
    return [(section.template, section.tell(run, area)) for section in _registered.values()]
