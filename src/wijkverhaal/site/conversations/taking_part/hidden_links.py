# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keeps links of conversations out of what the server writes down."""

import logging
import re

_LINK = re.compile(r"(/gesprek/mee/)[^\s/?\"']+")


class HiddenLinks(logging.Filter):
    """Takes the token out of an address before the line is written."""

    def filter(self, record: logging.LogRecord) -> bool:
        told = record.getMessage()
        if "/gesprek/mee/" in told:
            record.msg, record.args = _LINK.sub(r"\1...", told), ()
        return True
