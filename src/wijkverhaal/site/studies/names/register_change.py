# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register changes: it is kept, the texts are looked through again, and what was released as well."""

from collections.abc import Callable
from dataclasses import dataclass

from wijkverhaal.foundation.language import ngettext
from wijkverhaal.site.studies.keeping import storage
from wijkverhaal.site.studies.keeping.open_study import OpenStudy
from wijkverhaal.site.studies.leaving.released_again import look_again
from wijkverhaal.site.studies.names import names_store
from wijkverhaal.site.studies.names.name_search import interviews_of, look_for_names
from wijkverhaal.stories.pseudonym_register import PseudonymRegister
from wijkverhaal.stories.study.study import Study


@dataclass(frozen=True)
class RegisterChange:
    """What a change of the register did to texts that others could read already.

    Attributes
    ----------
    reopened : int
        Interviews that were ready for readers and no longer are.
    taken_back : int
        Released quotations and histories with a name in them that nobody knew then.
    """

    reopened: int = 0
    taken_back: int = 0

    @property
    def sentence(self) -> str:
        """What whoever changed it has to know; empty where nobody could read anything of it."""
        parts = []
        if self.reopened:
            parts.append(
                ngettext(
                    "In {count} interview dat klaar was, is weer iets te beslissen. Meelezers zien het pas"
                    " daarna. Is er al iets uit opgehaald? Kijk dat zelf na.",
                    "In {count} interviews die klaar waren, is weer iets te beslissen. Meelezers zien ze pas"
                    " daarna. Is er al iets uit opgehaald? Kijk dat zelf na.",
                    self.reopened,
                ).format(count=self.reopened)
            )
        if self.taken_back:
            parts.append(
                ngettext(
                    "{count} vrijgegeven tekst is teruggehaald: er staat een naam in.",
                    "{count} vrijgegeven teksten zijn teruggehaald: er staat een naam in.",
                    self.taken_back,
                ).format(count=self.taken_back)
            )
        return " ".join(parts)


def change_register(
    opened: OpenStudy,
    study: Study,
    passphrase: str,
    family: str,
    change: Callable[[PseudonymRegister], PseudonymRegister],
) -> RegisterChange:
    """Change what the register says of a family, and look again.

    Raises
    ------
    InputError
        When a name may not be in it as it was given.
    """
    before = names_store.load_register(opened, passphrase)
    register = change(before)
    if register != before:
        names_store.save_register(opened, register, passphrase)
        storage.note(opened, "register-changed")
    ready = names_store.ready_for_readers(opened, study)
    look_for_names(opened, study, register, interviews_of(study, family))
    left = names_store.ready_for_readers(opened, study)
    return RegisterChange(len(ready - left), look_again(opened.id, register.everybody()))
