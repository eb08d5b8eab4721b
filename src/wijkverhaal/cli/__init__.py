# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The verbs of Wijkverhaal on the command line."""

from wijkverhaal.cli.main import main

__all__ = ["main"]
