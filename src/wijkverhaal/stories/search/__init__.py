# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Finding passages: words as they stand (`word_search`) and passages that look alike (`alike`).

Indexes are made in memory from opened texts and are never stored. What "lijkt op" finds is a help for
looking, and no coding.
"""
