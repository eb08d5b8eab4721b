# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every room stands on: errors in one sentence, language, whole files, the workspace."""
