# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The site served from the process of the tests, so that they see the same database and the same clock."""

from typing import Any

from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler


class _QuietHandler(WSGIRequestHandler):
    def log_message(self, *_arguments: Any) -> None:
        """Say nothing."""


def local_server(host: str, port: int) -> ThreadedWSGIServer:
    """A server that listens but does not serve yet."""
    from wijkverhaal.site.wsgi import application

    server = ThreadedWSGIServer((host, port), _QuietHandler, allow_reuse_address=True)
    server.daemon_threads = True
    server.set_app(application)
    return server
