# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The form with all parts of the Wijkverhaal: which of them somebody changed, and into what."""

from collections.abc import Mapping
from dataclasses import replace

from wijkverhaal.dialogue.document_part import Part, PartKind
from wijkverhaal.dialogue.three_way import Paragraphs
from wijkverhaal.dialogue.wijkverhaal_document import WijkverhaalDocument
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.site.wijken.settled_mark import settled

Form = Mapping[str, str]


class PartRefusedError(InputError):
    """A part that cannot be kept as somebody wrote it."""

    def __init__(self, kind: PartKind, sentence: str) -> None:
        super().__init__(sentence)
        self.kind = kind


def read_kind(typed: str) -> PartKind:
    """The part that a button stands under; the first where it is none."""
    return PartKind(typed) if typed in [one.value for one in PartKind] else PartKind.SEEN


def wanted_parts(form: Form, seen: WijkverhaalDocument, now: WijkverhaalDocument) -> list[Part]:
    """The parts as the form wants them; those that nobody touched are left out.

    Parameters
    ----------
    form : mapping of str to str
        Three texts of each part, and in `doe` the button: what to do, a colon, and its part.
    seen : WijkverhaalDocument
        As it was on the screen.
    now : WijkverhaalDocument

    Raises
    ------
    PartRefusedError
        When a text is too long, or there is nothing to choose any more.
    """
    do, _colon, under = form.get("doe", "").partition(":")
    found = []
    for part in now.parts:
        try:
            wanted = _written(form, seen.part(part.kind), part)
            if under == part.kind.value:
                wanted = _done(wanted, part, do)
        except InputError as error:
            raise PartRefusedError(part.kind, str(error)) from error
        if wanted != part:
            found.append(wanted)
    return found


def typed_of(form: Form, kind: PartKind) -> tuple[str, str, str] | None:
    """What somebody typed above, in and below a part; None where the form does not have it."""
    names = [f"{kind.value}-{place}" for place in ("ervoor", "tekst", "erna")]
    return (form[names[0]], form[names[1]], form[names[2]]) if all(name in form for name in names) else None


def _written(form: Form, seen: Part, part: Part) -> Part:
    typed = typed_of(form, seen.kind)
    if typed is None:
        return part
    before, text, after = typed
    then = seen.around(before, after)
    if (then.before, then.after) != (seen.before, seen.after):
        part = part.around(before, after)
    # whoever left the middle as it was did not choose at its marks either
    return part.rewritten(text) if _middle(seen.rewritten(text)) != _middle(seen) else part


def _done(wanted: Part, part: Part, do: str) -> Part:
    if do == "terug":
        return wanted.as_generated()
    word, _dash, number = do.partition("-")
    if word not in ("nieuw", "oud"):
        return wanted
    return settled(
        replace(wanted, marks=part.marks), int(number) if number.isdigit() else -1, word == "nieuw"
    )


def _middle(part: Part) -> Paragraphs:
    return part.generated if part.written is None else part.written
