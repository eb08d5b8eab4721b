# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The indicator catalogue: everything about a wijk that can help to explain its use of care."""

from collections.abc import Iterable, Mapping

from wijkverhaal.figures.indicator import Indicator
from wijkverhaal.figures.kwb_indicators import KWB_INDICATORS
from wijkverhaal.figures.local_group import LOCAL_PREFIX, group_and_label
from wijkverhaal.figures.scp_indicators import SCP_INDICATORS

__all__ = ["LOCAL_PREFIX", "catalogue", "indicators_of", "local_indicators"]


def catalogue(family: str) -> tuple[Indicator, ...]:
    """The indicators of SCP ("scp") or of CBS's Kerncijfers wijken en buurten ("kwb").

    Raises
    ------
    KeyError
        When the family has no fixed catalogue.

    Examples
    --------
    >>> len(catalogue("scp"))
    27
    """
    return {"scp": SCP_INDICATORS, "kwb": KWB_INDICATORS}[family]


def local_indicators(
    measures: Iterable[str], groups: Mapping[str, str] | None = None
) -> tuple[Indicator, ...]:
    """One indicator for every column of a gemeente's own tables among `measures`.

    Parameters
    ----------
    measures
        Names of measures; those that are not local are passed over.
    groups
        Name of a column to its group, where somebody said so.

    Examples
    --------
    >>> [(i.label, i.group) for i in local_indicators(["a_inw", "local:Cijfer", "local:sociale_samenhang"])]
    [('Cijfer', 'own'), ('sociale samenhang', 'cohesion')]
    """
    names = sorted({name for name in measures if name.startswith(LOCAL_PREFIX)})
    found = []
    for measure in names:
        group, label = group_and_label(measure, groups)
        found.append(Indicator(measure, label, label, "", "", group, (measure,), family="local"))
    return tuple(found)


def indicators_of(family: str, measures: Iterable[str] = ()) -> tuple[Indicator, ...]:
    """The indicators of any family; those of "local" depend on the measures that there are."""
    return local_indicators(measures) if family == "local" else catalogue(family)
