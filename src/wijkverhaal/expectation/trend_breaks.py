# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where the figures begin to count in another way, so that no line may be drawn across."""

#: First years of a new way of counting.
TREND_BREAKS = (2021,)
