# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""About whom a coding is: the whole family, or one of its children or stretches of help."""

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.drawing.case_label import case_label
from wijkverhaal.stories.study.record import Child, Episode
from wijkverhaal.stories.study.study import Study


def about_choices(study: Study, family: str) -> list[tuple[str, str]]:
    """The children and stretches of help of a family, with what each is called; nothing for the family."""
    found = [one.id for one in study.all(Child) if one.family == family]
    found += [one.id for one in study.all(Episode) if one.family == family]
    return [(one, case_label(study, one)) for one in found]


def read_about(study: Study, family: str, asked: str) -> tuple[str, ...]:
    """What `Coding.about` has to be; empty for the whole family.

    Raises
    ------
    InputError
    """
    if not asked:
        return ()
    if asked not in dict(about_choices(study, family)):
        raise InputError(_("Kies over wie dit gaat; dit onderdeel hoort niet bij dit gezin."))
    return (asked,)
