# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What makes two runs the same run: the same sources, the same choices, the same program."""

import hashlib
import json
from collections.abc import Sequence
from typing import Any

import wijkverhaal
from wijkverhaal.figures.source import Source


def fingerprint(sources: Sequence[Source], parameters: dict[str, Any]) -> str:
    """A digest that is equal for runs that would give equal results.

    >>> fingerprint([], {"seed": 1}) == fingerprint([], {"seed": 2})
    False
    """
    inputs = sorted((source.id, source.checksum) for source in sources)
    content = json.dumps([wijkverhaal.__version__, inputs, parameters], sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()
