# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Expressions of a comparison in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from wijkverhaal.foundation.language import _


@dataclass(frozen=True)
class ComparisonWords:
    """What conditions, outcome and cases are called; without a name they keep their own."""

    names: Mapping[str, str]
    cases: Mapping[str, str]

    def case(self, case: str) -> str:
        """A case."""
        return self.cases.get(case, case)

    def name(self, name: str) -> str:
        """A condition."""
        return self.names.get(name, name)

    def outcome(self, written: str) -> str:
        """The outcome as it is called; its absence has a name of its own, or else says so."""
        if written in self.names or not written.startswith("~"):
            return self.name(written)
        return _("{name}: niet").format(name=self.name(written[1:]))

    def expression(self, written: str) -> str:
        """An expression with what its conditions are called, in words."""
        if written == "1":
            return _("altijd")
        sums = [
            _(" en ").join(self._literal(one) for one in term.split("*")) for term in written.split(" + ")
        ]
        return _(", of ").join(sums)

    def _literal(self, written: str) -> str:
        bare = written.strip().lstrip("~")
        base, _bracket, level = bare.partition("[")
        if level:
            return _("‘{name}’ is {level}").format(name=self.name(base), level=level.rstrip("]"))
        if written.strip().startswith("~"):
            return _("‘{name}’ niet").format(name=self.name(base))
        return _("‘{name}’ wel").format(name=self.name(base))
