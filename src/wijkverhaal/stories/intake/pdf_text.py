# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The text of a PDF, read in a process of its own with little memory and little time.

A PDF is a program of a kind, and a bad one can keep its reader busy for ever; here only that process
suffers. Nothing but text is taken from it.
"""

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.apart import run_apart
from wijkverhaal.stories.intake.read_text import ReadText, read_text

SECONDS = 60


def pdf_text(content: bytes, file: str, seconds: float = SECONDS) -> ReadText:
    """The text of a PDF, page after page.

    Raises
    ------
    InputError
        When it is damaged, has a password, takes too long, or has pages without text only.
    """
    return _text(_strings(content, file, seconds)["pages"], file)


def pdf_strings(content: bytes, file: str, seconds: float = SECONDS) -> list[str]:
    """Every page of a PDF, and what it says about itself; raises as `pdf_text` does."""
    found = _strings(content, file, seconds)
    return [*found["pages"], *found["about"]]


def _strings(content: bytes, file: str, seconds: float) -> dict[str, list[str]]:
    try:
        found = run_apart("wijkverhaal.stories.intake.pdf_reader", content, seconds)
    except TimeoutError as error:
        raise InputError(
            _("Het lezen van {file} duurt te lang; sla de tekst op als docx of txt.").format(file=file)
        ) from error
    except ValueError as error:
        raise _damaged(file) from error
    if "password" in found:
        raise InputError(
            _("Het bestand {file} heeft een wachtwoord; sla het op zonder wachtwoord.").format(file=file)
        )
    if "pages" not in found:
        raise _damaged(file)
    return found


def _text(pages: list[str], file: str) -> ReadText:
    empty = sum(not page.strip() for page in pages)
    if empty == len(pages):
        raise InputError(
            _(
                "In {file} staat geen tekst maar alleen beeld, zoals van een scanner;"
                " laat er eerst tekst van maken."
            ).format(file=file)
        )
    findings = [_("Uit een pdf kan de volgorde van de tekst anders komen; lees haar na.")]
    if empty:
        findings.append(_("Van {count} bladzijden was geen tekst te lezen.").format(count=empty))
    return read_text(file, "pdf", "\n".join(page.strip("\n") for page in pages), tuple(findings))


def _damaged(file: str) -> InputError:
    return InputError(
        _("Het bestand {file} is geen goede pdf; sla de tekst op als docx of txt.").format(file=file)
    )
