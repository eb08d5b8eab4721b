# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What holds for all tests."""

import os

# As on the command line, and before NumPy is imported: small matrices gain nothing by threads.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
