# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The examples in the documentation of areas, figures and foundation are true."""

import doctest
import importlib
import pkgutil

import pytest

import wijkverhaal.areas
import wijkverhaal.figures
import wijkverhaal.foundation

_ROOMS = (wijkverhaal.areas, wijkverhaal.figures, wijkverhaal.foundation)
_MODULES = [
    found.name for room in _ROOMS for found in pkgutil.iter_modules(room.__path__, room.__name__ + ".")
]


@pytest.mark.parametrize("name", _MODULES)
def test_examples_give_what_they_say(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
