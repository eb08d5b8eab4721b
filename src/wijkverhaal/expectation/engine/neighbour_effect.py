# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""An effect per area that has a part in common with its neighbours (BYM2), over one or more years.

    effect = sigma (sqrt(phi) u + sqrt(1 - phi) v)

u is the scaled intrinsic effect of the map, the same in all years, v is the area's own: normal, and
over years autoregressive (Riebler and others 2016; with years as in Bernardinelli and others 1995,
type II of Knorr-Held 2000). sigma is the standard deviation of the whole, phi the share of its
variance that neighbours have in common. The unknowns are the effect itself and u, so that an
observation knows one of them only and the precision stays sparse.
"""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from wijkverhaal.expectation.engine.effect import LOG_SD_BOUNDS
from wijkverhaal.expectation.engine.mixing_prior import MIXING_BOUNDS, MixingPrior
from wijkverhaal.expectation.engine.neighbour_graph import NeighbourGraph
from wijkverhaal.expectation.engine.prior import ExponentialScalePrior, PersistencePrior
from wijkverhaal.expectation.engine.sparse_kernels import Floats, Ints
from wijkverhaal.expectation.engine.yearly_chain import ChainTerms, YearlyChain
from wijkverhaal.expectation.engine.yearly_effect import PERSISTENCE_BOUNDS, PERSISTENCE_START

#: Keeps a part of the map without any figure from being singular; its sum is zero, so it says nothing.
_RIDGE = 1e-7


@dataclass(frozen=True)
class NeighbourEffect:
    """Area effects with neighbours.

    theta is the logarithm of sigma, the logit of phi and, with more than one year, the logit of the
    correlation of v between two years that follow each other.

    Parameters
    ----------
    name
        Noun of an area.
    graph
        The map.
    area
        Number of the area in the map, per member, shape (members,).
    chain
        The members as years of their areas; one member per area where None.
    draw_spatial_part
        Whether draws hold u too, after the members.
    """

    name: str
    graph: NeighbourGraph
    area: Ints
    chain: YearlyChain | None = None
    prior: ExponentialScalePrior = field(default_factory=ExponentialScalePrior)
    persistence_prior: PersistencePrior = field(default_factory=PersistencePrior)
    start: float = 0.2
    draw_spatial_part: bool = False

    @classmethod
    def of_one_year(cls, name: str, graph: NeighbourGraph) -> "NeighbourEffect":
        """One member per area of the map."""
        return cls(name, graph, np.arange(graph.nodes))

    @property
    def members(self) -> int:
        """Effects; the spatial part of each area comes after them."""
        return self.area.size

    @property
    def size(self) -> int:
        return self.members + self.graph.nodes

    @property
    def visible(self) -> int:
        return self.size if self.draw_spatial_part else self.members

    def spatial_part(self, draws: Floats, theta: Floats) -> Floats:
        """What each member has in common with its neighbours, shape (draws, members).

        Parameters
        ----------
        draws
            Of the unknowns of this effect, shape (draws, size).
        theta
            Of its hyperparameters, shape (draws, hyperparameters).
        """
        scale = np.exp(theta[:, 0]) * np.sqrt(1.0 / (1.0 + np.exp(-theta[:, 1])))
        return np.asarray(scale[:, None] * draws[:, self.members + self.area])

    @property
    def hyperparameters(self) -> tuple[str, ...]:
        names = (f"sd_{self.name}", f"neighbours_{self.name}")
        return names if self.chain is None else (*names, f"persistence_{self.name}")

    @cached_property
    def mixing_prior(self) -> MixingPrior:
        return MixingPrior.of(self.graph)

    def zero_sums(self) -> list[Ints]:
        return [part + self.members for part in self.graph.zero_sums()]

    def positions(self) -> tuple[Ints, Ints]:
        members, nodes = np.arange(self.members), self.members + np.arange(self.graph.nodes)
        edges = self.members + self.graph.edges
        first, second = (self.chain.first, self.chain.second) if self.chain else (members[:0], members[:0])
        return (
            np.concatenate([members, first, members, nodes, edges[:, 0]]).astype(np.int64),
            np.concatenate([members, second, self.members + self.area, nodes, edges[:, 1]]).astype(np.int64),
        )

    def initial(self) -> Floats:
        start = [np.log(self.start), 0.0]
        return np.array(start if self.chain is None else [*start, PERSISTENCE_START])

    def bounds(self) -> list[tuple[float, float]]:
        bounds = [LOG_SD_BOUNDS, MIXING_BOUNDS]
        return bounds if self.chain is None else [*bounds, PERSISTENCE_BOUNDS]

    def _chain_terms(self, theta: Floats) -> ChainTerms:
        if self.chain is None:
            return ChainTerms(np.ones(self.members), np.zeros(0), 0.0)
        return self.chain.terms(_expit(theta[2]))

    def _blocks(self, own: ChainTerms) -> tuple[Floats, Floats]:
        """Row sums of the precision of v, and their sums over the members of each area."""
        rows = own.diagonal.copy()
        if self.chain is not None:
            for member in (self.chain.first, self.chain.second):
                rows += np.bincount(member, own.off_diagonal, self.members)
        return rows, np.bincount(self.area, rows, self.graph.nodes).astype(np.float64)

    def precision(self, theta: Floats) -> Floats:
        tau, phi = np.exp(-2.0 * theta[0]), _expit(theta[1])
        own = self._chain_terms(theta)
        rows, areas = self._blocks(own)
        diagonal, off_diagonal = self.graph.scaled_precision
        left = 1.0 - phi
        return np.concatenate(
            [
                tau / left * own.diagonal,
                tau / left * own.off_diagonal,
                -np.sqrt(phi * tau) / left * rows,
                diagonal + _RIDGE + phi / left * areas,
                off_diagonal,
            ]
        )

    def precision_derivatives(self, theta: Floats) -> list[Floats]:
        tau, phi = np.exp(-2.0 * theta[0]), _expit(theta[1])
        own = self._chain_terms(theta)
        rows, areas = self._blocks(own)
        left, edges = 1.0 - phi, np.zeros(len(self.graph.edges))
        itself = tau / left * np.concatenate([own.diagonal, own.off_diagonal])
        across, along = -np.sqrt(phi * tau) / left * rows, phi / left * areas
        by_scale = np.concatenate([-2.0 * itself, -across, np.zeros_like(along), edges])
        by_share = np.concatenate([phi * itself, 0.5 * (1.0 + phi) * across, along, edges])
        if self.chain is None:
            return [by_scale, by_share]
        rho = _expit(theta[2])
        change = self.chain.slopes(rho)
        rows, areas = self._blocks(change)
        by_persistence = np.concatenate(
            [
                tau / left * np.concatenate([change.diagonal, change.off_diagonal]),
                -np.sqrt(phi * tau) / left * rows,
                phi / left * areas,
                edges,
            ]
        )
        return [by_scale, by_share, rho * (1.0 - rho) * by_persistence]

    def log_determinant(self, theta: Floats) -> tuple[float, Floats]:
        """Of the effect given u, and of u on the space where its sums are zero."""
        phi = _expit(theta[1])
        value = -self.members * (2.0 * float(theta[0]) + float(np.log1p(-phi)))
        value += self._chain_terms(theta).log_determinant + self.graph.log_pseudo_determinant
        slopes = [-2.0 * self.members, self.members * phi]
        if self.chain is not None:
            rho = _expit(theta[2])
            slopes.append(self.chain.slopes(rho).log_determinant * rho * (1.0 - rho))
        return value, np.array(slopes)

    def log_prior(self, theta: Floats) -> tuple[float, Floats]:
        parts = [self.prior.log_density(float(theta[0])), self.mixing_prior.log_density(float(theta[1]))]
        if self.chain is not None:
            parts.append(self.persistence_prior.log_density(float(theta[2])))
        return sum(value for value, _slope in parts), np.array([slope for _value, slope in parts])


def _expit(logit: float) -> float:
    return float(1.0 / (1.0 + np.exp(-logit)))
