# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Wijkverhaal: figures, stories and conversation about youth care in a neighbourhood."""

__version__ = "0.1.0"
