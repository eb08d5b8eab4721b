# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stays with a wijk, run after run: explanations, evidence, agreements and its Wijkverhaal."""
