# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
import numpy as np

from wijkverhaal.simulation.chance import over_years, stream


def test_concepts_draw_from_streams_of_their_own() -> None:
    assert stream(1, "coast").random() != stream(1, "names").random()


def test_years_are_correlated_as_asked() -> None:
    first, second, third = over_years(stream(1, "test"), (20_000,), 0.9, 3)
    assert abs(np.corrcoef(first, second)[0, 1] - 0.9) < 0.01
    assert abs(np.corrcoef(first, third)[0, 1] - 0.81) < 0.02
    assert abs(third.std() - 1) < 0.02
