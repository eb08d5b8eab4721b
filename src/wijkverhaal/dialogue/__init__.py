# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What partners make of the figures: four steps, hypotheses, evidence, agreements, and a year later."""
