# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where: country, jeugdregio, gemeente, wijk and buurt; their codes, boundaries and neighbours."""
