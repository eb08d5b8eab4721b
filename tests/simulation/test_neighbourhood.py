# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
import numpy as np

from wijkverhaal.simulation.country import Country, CountrySettings, simulate_country
from wijkverhaal.simulation.settings import NEIGHBOURHOOD


def test_scores_are_school_marks_with_one_decimal(country: Country) -> None:
    marks = country.neighbourhood.to_numpy()
    assert country.neighbourhood.columns == list(NEIGHBOURHOOD)
    assert marks.min() >= 1
    assert marks.max() <= 10
    assert np.allclose(marks, marks.round(1))


def test_the_neighbourhood_explains_nothing_unless_asked(small: Country) -> None:
    assert (small.predictor[0].neighbourhood == 0).all()
    settings = CountrySettings(gemeenten=20, wijken=120, regions=4, neighbourhood={"veiligheid": -0.2})
    asked = simulate_country(settings, seed=3)
    part = asked.predictor[0].neighbourhood
    assert abs(part.std() - 0.2) < 1e-9
    assert np.corrcoef(part, asked.neighbourhood["veiligheid"])[0, 1] < -0.999
