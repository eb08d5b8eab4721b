# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the site says about itself: accessibility, privacy, and the entry for the algorithm register."""
