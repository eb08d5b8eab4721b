# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Latent Gaussian models: knows nothing of youth care, wijken or files."""
