# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Interviews from files of strangers: read, shown as a proposal, and frozen.

`interview_file` reads any of the formats; `speaker` proposes who speaks where; `frozen_text` is what
remains, and never changes again.
"""
