# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who can open what a study keeps: keys, their holders, and what is left when a key is destroyed.

Everything here works on bytes and dates that the caller gives; nothing knows a database. See
docs/privacy/stories.md for what this protects against and what it does not.

`cipher` seals a field to its place; `key_file` is the one place with the keys of a study; `opening`
opens it, `key_change` changes who can; `item_key` makes and destroys the key of one interview;
`recovery_copy` is for when the key file is lost; `session_lock` keeps a study open for one visitor;
`attempts` makes guessing slow; `register_file` is the register of pseudonyms.
"""
