# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the gemeente filled in for the algorithm register: a small file in the workspace."""

import json
from pathlib import Path
from typing import Any

from django.conf import settings

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _

NAME = "algorithm-register.json"
_LARGEST = 100_000


def filled_in() -> dict[str, Any]:
    """The fields by their key; the organisation and its contact as this site knows them.

    Raises
    ------
    InputError
        When the file is there and is not a JSON object.
    """
    known = {"organization": settings.ORGANISATION, "contact_email": settings.CONTACT}
    own = _read(settings.FILES.folder / NAME)
    return {key: value for key, value in {**known, **own}.items() if value not in (None, "", [])}


def _read(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > _LARGEST:
            raise ValueError
        content = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise _unreadable() from error
    if not isinstance(content, dict):
        raise _unreadable()
    return content


def _unreadable() -> InputError:
    return InputError(
        _("Het bestand {file} in de map site van de werkmap is geen JSON met velden; verbeter het.").format(
            file=NAME
        )
    )
