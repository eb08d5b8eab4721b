# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The work of an analyst: files are read in, runs are made, compared and removed."""
