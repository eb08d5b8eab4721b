# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What leaves a study: quotations that nobody can be recognised by, and files in which no name is left."""
