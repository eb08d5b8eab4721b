# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether what went wrong just now is that the database cannot be reached."""

import sys

from django.db.utils import InterfaceError, OperationalError


def database_is_gone() -> bool:
    """Of the error that is being handled; whichever layer of the site it came from."""
    error = sys.exc_info()[1]
    while error is not None:
        if isinstance(error, (OperationalError, InterfaceError)):
            return True
        error = error.__cause__ or error.__context__
    return False
