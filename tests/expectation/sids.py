# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sudden infant deaths in the 100 counties of North Carolina, 1974 to 1978: a small public data set.

Deaths out of births, with the share of non-white births, as libpysal carries them (Cressie and Read
1985, "Do sudden infant deaths come in clusters?", Statistics and Decisions, supplement 2).
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyogrio
from libpysal.examples import get_path

from wijkverhaal.expectation.engine.interval_count import IntervalCountLikelihood
from wijkverhaal.expectation.engine.latent_gaussian import LatentGaussianModel, Member
from wijkverhaal.expectation.engine.neighbour_effect import NeighbourEffect
from wijkverhaal.expectation.engine.neighbour_graph import NeighbourGraph
from wijkverhaal.expectation.engine.prior import CoefficientPrior, ExponentialScalePrior

COEFFICIENTS = CoefficientPrior(sd=5.0, intercept_sd=5.0)
SCALE = ExponentialScalePrior()


@dataclass(frozen=True)
class Counties:
    """Deaths and births per county, the design, and which counties touch."""

    deaths: np.ndarray
    births: np.ndarray
    design: np.ndarray
    edges: np.ndarray

    @property
    def graph(self) -> NeighbourGraph:
        return NeighbourGraph(self.deaths.size, self.edges)

    @property
    def effect(self) -> NeighbourEffect:
        graph = self.graph
        return NeighbourEffect("county", graph, np.arange(graph.nodes), prior=SCALE)

    @property
    def model(self) -> LatentGaussianModel:
        exact = IntervalCountLikelihood(self.births, self.deaths, self.deaths, np.ones(self.deaths.size))
        member = Member(self.effect, np.arange(self.deaths.size))
        return LatentGaussianModel(exact, self.design, COEFFICIENTS.precisions(2), [member])


def counties() -> Counties:
    """The counties, from the files in libpysal's wheel."""
    facts, _ids, _shapes, fields = pyogrio.raw.read(get_path("sids2.shp"), read_geometry=False)
    column = dict(zip(facts["fields"], fields, strict=True))
    births, deaths = (column[name].astype(np.int64) for name in ("BIR74", "SID74"))
    share = column["NWBIR74"] / column["BIR74"]
    design = np.column_stack([np.ones(births.size), (share - share.mean()) / share.std()])
    return Counties(deaths, births, design, _edges(Path(get_path("sids2.gal")), column["FIPSNO"]))


def _edges(file: Path, codes: np.ndarray) -> np.ndarray:
    """Pairs of positions of counties that touch, each pair once."""
    position = {int(code): k for k, code in enumerate(codes)}
    lines = file.read_text().splitlines()[1:]
    pairs = {
        tuple(sorted((position[int(head.split()[0])], position[int(other)])))
        for head, others in zip(lines[::2], lines[1::2], strict=True)
        for other in others.split()
    }
    return np.array(sorted(pairs), dtype=np.int64)
