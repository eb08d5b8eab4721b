# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people tell, written down, coded, and compared case by case.

Pure: the caller stores what is computed here, and gives the date, the actor and the ids. By package:
`vault` keeps keys and seals, `intake` reads interviews from files, `study` holds the records and how they
change, `search` finds passages, `matrix` lays families beside each other, `leaving` looks at what goes out.
Beside them: help histories (`help_history`, `history_timeline`, `clash`), pseudonyms (`pseudonym`,
`hit_decision`, `pseudonym_register`, `date_shift`), agreement, set comparison, and exchange with other
programs (`refi_read`, `refi_write`).
"""
