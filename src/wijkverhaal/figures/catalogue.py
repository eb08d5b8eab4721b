# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The indicator catalogue: everything about a wijk that can help to explain its use of care."""

from collections.abc import Iterable

from wijkverhaal.figures.indicator import Indicator
from wijkverhaal.figures.kwb_indicators import KWB_INDICATORS
from wijkverhaal.figures.scp_indicators import SCP_INDICATORS

#: Before the name of a column of a gemeente's own table.
LOCAL_PREFIX = "local:"
#: Words in the name of such a column that tell its group.
_WORDS = {
    "samenhang": "cohesion",
    "cohesie": "cohesion",
    "veilig": "safety",
    "misdrij": "safety",
    "criminal": "safety",
    "voorziening": "amenities",
    "samenwerk": "cooperation",
    "fysieke": "surroundings",
}


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


def local_indicators(measures: Iterable[str]) -> tuple[Indicator, ...]:
    """One indicator for every column of a gemeente's own tables among `measures`.

    >>> [(i.label, i.group) for i in local_indicators(["a_inw", "local:Cijfer", "local:sociale_samenhang"])]
    [('Cijfer', 'own'), ('sociale samenhang', 'cohesion')]
    """
    return tuple(_local(name) for name in sorted(set(measures)) if name.startswith(LOCAL_PREFIX))


def _local(measure: str) -> Indicator:
    name = measure.removeprefix(LOCAL_PREFIX)
    label = name.replace("_", " ")
    group = next((group for word, group in _WORDS.items() if word in name.lower()), "own")
    return Indicator(measure, label, label, "", "", group, (measure,), family="local")


def indicators_of(family: str, measures: Iterable[str] = ()) -> tuple[Indicator, ...]:
    """The indicators of any family; those of "local" depend on the measures that there are."""
    return local_indicators(measures) if family == "local" else catalogue(family)
