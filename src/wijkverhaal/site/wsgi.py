# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The site as one callable, for a web server."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wijkverhaal.site.settings")

application = get_wsgi_application()


def keep_what_stays() -> None:
    """Read the pages and the newest run before anybody asks, and let the collector leave them alone.

    Going over everything that was loaded takes a tenth of a second, in which nobody gets an answer.
    """
    from wijkverhaal.site.runs.shown_run import read_ahead

    _pages = get_resolver().url_patterns
    read_ahead()
    gc.collect()
    gc.freeze()
