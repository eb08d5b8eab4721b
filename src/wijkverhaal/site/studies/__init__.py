# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Studies: interviews kept sealed, what is coded in them, and help histories."""
