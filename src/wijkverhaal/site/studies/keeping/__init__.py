# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Studies kept sealed: their keys, records, texts and chain, opened for one visitor at a time."""
