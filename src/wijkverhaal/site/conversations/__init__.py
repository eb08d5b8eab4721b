# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The conversation on the site: prepared, held by everybody on their own screen, and looked back at."""
