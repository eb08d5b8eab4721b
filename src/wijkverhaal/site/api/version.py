# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The version of the API: the first number is in the address, the whole in every answer."""

#: Semantic versioning: another first number means that what scripts rely on has changed.
API_VERSION = "1.0.0"
#: Where every address of this version begins.
ROOT = "/api/v1/"
