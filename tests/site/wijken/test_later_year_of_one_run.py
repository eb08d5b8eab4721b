# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A run can have a later year than the one that was talked about; then it looks back by itself."""

from __future__ import annotations

from datetime import date

from tests.site.conftest import RUN, WIJK, Site

from .conftest import made_in


def test_a_later_year_of_the_same_run_fills_the_follow_up(site: Site) -> None:
    from wijkverhaal.site.runs import library
    from wijkverhaal.site.wijken.agreements import agreements_of, make_agreement, reflect
    from wijkverhaal.site.wijken.follow_ups import followed

    kept = make_agreement(WIJK, RUN, 2021, "De school belt het wijkteam", "de school", date(2090, 6, 1))
    made = made_in(2021, kept)
    found = followed(made, library.entries())
    assert found.run == RUN
    assert found.follow_up is not None
    assert found.follow_up.years == (2021, 2022)
    assert found.to_look_back
    reflect(made, RUN, "Dat ging goed.")
    assert not followed(agreements_of(WIJK)[0], library.entries()).to_look_back


def test_a_newer_run_goes_before_it(site: Site, newer: str) -> None:
    from wijkverhaal.site.runs import library
    from wijkverhaal.site.wijken.follow_ups import newer_run

    found = newer_run(RUN, 2021, library.entries())
    assert found is not None
    assert found.id == newer


def test_the_newest_year_of_a_run_has_nothing_to_look_back_with(site: Site) -> None:
    from wijkverhaal.site.runs import library
    from wijkverhaal.site.wijken.follow_ups import newer_run

    assert newer_run(RUN, 2022, library.entries()) is None


def test_what_people_judged_is_not_among_what_no_figure_tells(site: Site) -> None:
    from wijkverhaal.site.runs import library
    from wijkverhaal.site.wijken.gathering import material_of
    from wijkverhaal.site.wijken.hypotheses import make_hypothesis
    from wijkverhaal.site.wijken.models import StoredHypothesis
    from wijkverhaal.site.wijken.wijk_now import wijk_now

    text = "School en wijkteam kennen elkaar niet"
    made = make_hypothesis(WIJK, RUN, 2022, text, "samenwerking")
    wijk, run = wijk_now(WIJK), library.opened(RUN)
    assert text in material_of(wijk, run)[0].without_figures
    StoredHypothesis.objects.filter(pk=made.pk).update(state="ondersteund")
    assert text not in material_of(wijk, run)[0].without_figures


def test_a_trial_is_not_looked_back_with(site: Site, newer: str) -> None:
    from wijkverhaal.site.runs import library
    from wijkverhaal.site.runs.models import ShownRun
    from wijkverhaal.site.runs.shown_run import show
    from wijkverhaal.site.wijken.follow_ups import newer_run

    show(RUN)
    try:
        assert newer_run(RUN, 2022, library.entries()) is None
        show(newer)
        found = newer_run(RUN, 2022, library.entries())
        assert found is not None
        assert found.id == newer
    finally:
        ShownRun.objects.all().delete()
