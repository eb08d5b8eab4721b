# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A synthetic country, and Wijkverhaal's engine beside others on it."""
