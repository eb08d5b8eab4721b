# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How an app learns the secret of a second step: a drawing to scan, and the same to type over."""

from io import BytesIO
from urllib.parse import quote, urlencode

import qrcode
from qrcode.image.svg import SvgPathImage

_MAKER = "Wijkverhaal"


def address_of(secret: str, name: str, host: str) -> str:
    """What an app reads in the drawing.

    >>> address_of("ABC", "j jansen", "wijk.nl")
    'otpauth://totp/Wijkverhaal%20%28wijk.nl%29:j%20jansen?secret=ABC&issuer=Wijkverhaal%20%28wijk.nl%29'
    """
    issuer = f"{_MAKER} ({host})"
    query = urlencode({"secret": secret, "issuer": issuer}, quote_via=quote)
    return f"otpauth://totp/{quote(issuer)}:{quote(name)}?{query}"


def drawing_of(address: str) -> str:
    """The drawing, to stand in the page itself: the policy of the site allows no pictures in addresses."""
    made = BytesIO()
    qrcode.make(address, image_factory=SvgPathImage).save(made)
    return made.getvalue().decode("utf-8").partition("?>")[2].strip()


def spelled(secret: str) -> str:
    """The secret in groups of four, to type over.

    >>> spelled("ABCDEFGHIJ")
    'ABCD EFGH IJ'
    """
    return " ".join(secret[place : place + 4] for place in range(0, len(secret), 4))
