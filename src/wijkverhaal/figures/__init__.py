# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is known: public figures, each with its source, year, rounding and secrecy."""
