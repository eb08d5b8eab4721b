# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The address of a link as a QR code."""

import qrcode
from markupsafe import Markup
from qrcode.image.svg import SvgPathImage

from wijkverhaal.foundation.language import _


def qr_code(address: str) -> Markup:
    """The address as a QR code, for within a page."""
    code = qrcode.QRCode(image_factory=SvgPathImage, border=4)
    code.add_data(address)
    code.make()
    svg = code.make_image().to_string().decode("ascii")
    named = _("QR-code van de link")
    opening = Markup('<svg role="img" aria-label="{}" class="qr"').format(named)
    return opening + Markup(svg.removeprefix("<svg"))  # noqa: S704 (numbers, made by the library)
