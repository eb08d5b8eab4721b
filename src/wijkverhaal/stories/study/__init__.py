# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A study: families, who tells about them, what they allowed, what was coded and noted, and what was undone.

Plain records that the site stores. `study` holds them together; `action` is a change with its opposite;
`action_log` is what happened, added to and never changed; `undo` takes back; `withdrawal` and `erasure`
say what has to disappear.
"""
