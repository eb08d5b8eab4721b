# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page's templates: escaped by default, in the language of the reader."""

from functools import lru_cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from wijkverhaal.foundation import language


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("wijkverhaal.publication", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        language._, language.ngettext, newstyle=False
    )
    return environment


def render(name: str, **context: Any) -> Markup:
    """Fill in the template `name`; everything in `context` is escaped unless it is Markup."""
    return Markup(_environment().get_template(name).render(**context))  # noqa: S704 (escaped by Jinja)


def own_file(name: str) -> Markup:
    """A stylesheet or script of ours, to stand inside the page as it is."""
    text = (files("wijkverhaal.publication") / "templates" / name).read_text("utf-8")
    return Markup(text)  # noqa: S704 (shipped with the program)
