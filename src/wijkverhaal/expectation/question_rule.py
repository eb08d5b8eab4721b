# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""When figures about the neighbourhood count as a gain."""

from typing import Literal

Verdict = Literal["gain", "none", "too_few"]

#: A gain is a difference of more than so many standard errors.
CLEAR = 2.0
#: The smallest effect worth knowing: more use, as a share, in a wijk one standard deviation away from
#: what its population would have of the indicator.
RELEVANT_EFFECT = 0.10
#: The step in which all groups are added at once.
TOGETHER = "together"
