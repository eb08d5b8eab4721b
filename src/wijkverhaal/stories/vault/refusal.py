# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Why something stays shut."""

from wijkverhaal.foundation.errors import InputError, NotFoundError
from wijkverhaal.foundation.language import _


class WrongPassphraseError(InputError):
    """The passphrase or the recovery code does not fit."""

    def __init__(self) -> None:
        super().__init__(_("Deze wachtzin of herstelcode past niet; probeer het opnieuw."))


class TamperedError(InputError):
    """What is stored is not what was sealed there: changed, moved from elsewhere, or put back."""

    def __init__(self, what: str) -> None:
        super().__init__(
            _(
                "Wat is opgeslagen ({what}) klopt niet met wat is weggelegd;"
                " gebruik het niet en haal een reservekopie terug."
            ).format(what=what)
        )


class LockedError(InputError):
    """The study is shut for this visitor."""

    def __init__(self) -> None:
        super().__init__(_("Het onderzoek is op slot; geef uw wachtzin om verder te gaan."))


class DestroyedKeyError(NotFoundError):
    """There is no key for it (any more); nobody can read it."""

    def __init__(self, item: str) -> None:
        super().__init__(
            _("De sleutel van {item} is er niet of is vernietigd; niemand kan dit nog lezen.").format(
                item=item
            )
        )
