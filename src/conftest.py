# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Examples in docstrings are run, except in the site: its files need Django set up for a workspace."""

collect_ignore_glob = ["wijkverhaal/site/*"]
