# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Families beside each other: what was said of each factor, in how many, before what, and by whom.

No p-values: with ten families they mean nothing. `mention` says present, absent or not mentioned;
`framework` and `case_ordered` are the two tables; `factor_bound` how well a factor goes with the outcome at
least and at most; `pair` which cases are most alike or most different; `trace` the order of things.
"""
