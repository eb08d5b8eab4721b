# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page's templates: escaped by default, in the language of the reader."""

from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from wijkverhaal.foundation import language

TEMPLATES = Path(str(files("wijkverhaal.publication"))) / "templates"
#: Stylesheets that others who show our drawings need too.
STYLES = TEMPLATES.parent / "styles"


def environment(loader: BaseLoader) -> Environment:
    """Templates from a loader: escaped, in the language of the reader, strict about what is missing."""
    made = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_callables(  # type: ignore[attr-defined]
        language._, language.ngettext, newstyle=False
    )
    return made


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return environment(FileSystemLoader(TEMPLATES))


def render(name: str, **context: Any) -> Markup:
    """Fill in the template `name`; everything in `context` is escaped unless it is Markup."""
    return Markup(_environment().get_template(name).render(**context))  # noqa: S704 (escaped by Jinja)


def own_file(name: str) -> Markup:
    """A stylesheet or script of this room, to stand inside the page as it is."""
    text = (TEMPLATES.parent / name).read_text("utf-8")
    return Markup(text)  # noqa: S704 (shipped with the program)
