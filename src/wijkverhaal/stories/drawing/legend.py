# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small drawings for a legend."""

from markupsafe import Markup

from wijkverhaal.stories.drawing.soft_bar import definitions


def swatch(inside: str) -> Markup:
    """A small drawing; `inside` is made here and holds nothing that a person wrote."""
    return Markup(f'<svg class="swatch" viewBox="0 0 28 20" aria-hidden="true">{inside}</svg>')  # noqa: S704


def soft_swatch(name: str) -> Markup:
    """The bar that fades; `name` is of the chart."""
    key = f"{name}-key"
    bar = '<rect y="4" width="28" height="12" fill="url(#{key}-{what})"/>'
    return swatch(definitions(key) + bar.format(key=key, what="both") + bar.format(key=key, what="hatch"))
