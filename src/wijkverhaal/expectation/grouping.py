# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which gemeente and which region a wijk belongs to, as numbers."""

from dataclasses import dataclass

import numpy as np

from wijkverhaal.expectation.engine.sparse_kernels import Ints
from wijkverhaal.figures.panel import Panel


@dataclass(frozen=True)
class Grouping:
    """Numbers of gemeente and region per wijk.

    A gemeente whose region is not known is given a region of its own, so that its effect comes
    from the prior.
    """

    gemeenten: tuple[str, ...]
    gemeente: Ints
    regions: tuple[str, ...]
    region: Ints
    region_of_gemeente: Ints

    @classmethod
    def of(cls, panel: Panel) -> "Grouping":
        codes = panel.areas["gemeente"].to_list()
        gemeenten = tuple(sorted(set(codes)))
        number = {code: k for k, code in enumerate(gemeenten)}
        region_code = {
            gemeente: region or f"? {gemeente}"
            for gemeente, region in zip(codes, panel.areas["region"].to_list(), strict=True)
        }
        regions = tuple(sorted(set(region_code.values())))
        region_number = {code: k for k, code in enumerate(regions)}
        region_of = np.array([region_number[region_code[code]] for code in gemeenten], dtype=np.int64)
        gemeente = np.array([number[code] for code in codes], dtype=np.int64)
        return cls(gemeenten, gemeente, regions, region_of[gemeente], region_of)
