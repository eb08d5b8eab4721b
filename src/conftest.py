# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Examples in docstrings are run, except where Django must be set up first: the site, and what fills it."""

collect_ignore_glob = [
    "wijkverhaal/site/*",
    "wijkverhaal/cli/fictional_releases.py",
    "wijkverhaal/cli/invented_findings.py",
    "wijkverhaal/cli/invented_meeting.py",
]
