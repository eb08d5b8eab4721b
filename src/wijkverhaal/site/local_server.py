# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The web server for one person on one machine: Django's own, without its messages per request."""

from typing import Any

from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _


class _QuietHandler(WSGIRequestHandler):
    def log_message(self, *_arguments: Any) -> None:
        """Say nothing: an address may hold the key of a link."""


def local_server(host: str, port: int) -> ThreadedWSGIServer:
    """A server that listens but does not serve yet.

    Raises
    ------
    InputError
        When the port is taken or not allowed.
    """
    from wijkverhaal.site.wsgi import application

    try:
        server = ThreadedWSGIServer((host, port), _QuietHandler, allow_reuse_address=True)
    except (OSError, OverflowError) as error:
        raise InputError(
            _("Poort {port} is niet vrij; kies een andere met --port, zoals --port {other}.").format(
                port=port, other=8765
            )
        ) from error
    server.daemon_threads = True
    server.set_app(application)
    return server
