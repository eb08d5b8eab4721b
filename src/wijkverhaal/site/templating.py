# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Templates: escaped by default, in the language of the reader, and strict about what is missing."""

from functools import lru_cache
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.urls import reverse
from jinja2 import Environment

from wijkverhaal.publication.marking_sentence import standing_out, way_of
from wijkverhaal.publication.sentence import figure, rate
from wijkverhaal.publication.template import environment as publication_environment
from wijkverhaal.site.day import day


def environment(**options: Any) -> Environment:
    """The environment that Django asks for."""
    made = publication_environment(options["loader"])
    made.globals.update(url=reverse, static=static_address)
    made.filters.update(
        day=day,
        percent=rate,
        whole=lambda value: figure(value, 0),
        standing=lambda row: standing_out(way_of(row)),
    )
    return made


@lru_cache(maxsize=32)
def static_address(name: str) -> str:
    """The address of one of our own files; it changes when the file changes."""
    path = finders.find(name)
    with open(path, "rb") as file:
        mark = sha256(file.read()).hexdigest()[:10]
    return f"{settings.STATIC_URL}{name}?v={mark}"
