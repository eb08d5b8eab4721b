# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Leading: making, preparing, inviting, steering, ending and reporting."""
