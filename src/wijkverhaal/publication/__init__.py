# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What leaves the house: charts, maps, reports and exports of a finished run."""
