# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was contributed: kept in the server's order, sorted out, taken back and forgotten."""
