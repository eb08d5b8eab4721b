# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Draws of the effects at every wijk, with what neighbours share on its right level.

A spatial effect competes with the gemeente's: both can say that a whole area uses much care. What
the wijken of a gemeente have in common with their neighbours is therefore counted to the gemeente:
in every draw the mean of the spatial part over a gemeente, weighted by youths, moves from its wijken
to the gemeente (the orthogonal choice of Hodges and Reich 2010, "Adding spatially-correlated errors
can mess up the fixed effect you love", The American Statistician 64, for the gemeente's level). So
"expected here" stays what it is without neighbours: what such a wijk has in this gemeente.
"""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from wijkverhaal.expectation.engine.neighbour_effect import NeighbourEffect
from wijkverhaal.expectation.engine.posterior import Posterior
from wijkverhaal.expectation.engine.sparse_kernels import Floats
from wijkverhaal.expectation.specification import Specification

LEVELS = ("gemeente", "jeugdregio")


@dataclass(frozen=True)
class EffectDraws:
    """Draws at every wijk, shape (draws, wijken); None where the model has no such effect.

    Attributes
    ----------
    gemeente, jeugdregio, wijk
        The effects, with what was moved between them.
    wijk_sd, all_sd : ndarray of shape (draws,)
        Standard deviation of what differs between wijken of one gemeente, and of all effects.
    """

    gemeente: Floats | None
    jeugdregio: Floats | None
    wijk: Floats
    wijk_sd: Floats
    all_sd: Floats


def effect_draws(specification: Specification, posterior: Posterior, name: str) -> Floats | None:
    """Draws of one effect at every wijk; None where the model has no such effect."""
    found: Floats | None = getattr(all_effect_draws(specification, posterior), name, None)
    return found


def all_effect_draws(specification: Specification, posterior: Posterior) -> EffectDraws:
    """The effects of one year in every draw."""
    gemeente = _at_wijken(specification, posterior, "gemeente")
    region = _at_wijken(specification, posterior, "jeugdregio")
    wijk = _at_wijken(specification, posterior, "wijk")
    if wijk is None:
        raise ValueError("every model has an effect per wijk")
    wijk_sd = _sd(specification, posterior, ("wijk",))
    all_sd = _sd(specification, posterior, ("wijk", *LEVELS))
    position = specification.positions["wijk"]
    effect = specification.model.members[position].effect
    if gemeente is not None and isinstance(effect, NeighbourEffect):
        theta = posterior.draws.hyperparameters(specification.model, position)
        spatial = effect.spatial_part(posterior.draws.effect(specification.model, position), theta)
        spatial = spatial[:, specification.rows]
        common = _mean_of_gemeente(specification, spatial)
        own_variance = wijk_sd**2 * (1.0 - 1.0 / (1.0 + np.exp(-theta[:, 1])))
        wijk_sd = np.sqrt(own_variance + ((spatial - common) ** 2).mean(1))
        gemeente, wijk = gemeente + common, wijk - common
    return EffectDraws(gemeente, region, wijk, wijk_sd, all_sd)


def _at_wijken(specification: Specification, posterior: Posterior, name: str) -> Floats | None:
    if name not in specification.positions:
        return None
    position = specification.positions[name]
    drawn = posterior.draws.effect(specification.model, position)
    return drawn[:, specification.model.members[position].index[specification.rows]]


def _mean_of_gemeente(specification: Specification, values: Floats) -> Floats:
    """Per draw the mean over the wijken of a gemeente, weighted by youths, at every wijk."""
    gemeente = specification.grouping.gemeente
    weight = np.maximum(specification.weights, 1e-6)
    share = weight / np.bincount(gemeente, weight)[gemeente]
    wijken = np.arange(gemeente.size)
    mean = csr_array((share, (wijken, gemeente)), (gemeente.size, int(gemeente.max()) + 1))
    return np.asarray((values @ mean)[:, gemeente])


def _sd(specification: Specification, posterior: Posterior, names: tuple[str, ...]) -> Floats:
    """Joint standard deviation of the effects that are averaged over, per draw."""
    order = list(specification.model.hyperparameters)
    logs = [posterior.draws.theta[:, order.index(f"sd_{name}")] for name in names if f"sd_{name}" in order]
    return np.sqrt(np.exp(2.0 * np.array(logs)).sum(0)) if logs else np.zeros(len(posterior.draws.theta))
