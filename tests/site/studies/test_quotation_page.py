# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The quotations of a factor are on a page in parts, and only the words of that part are looked up."""

from __future__ import annotations

import pytest

from wijkverhaal.stories.study.record import Coding

from .conftest import MOTHER, Cast


def test_each_part_shows_its_own_quotations(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    from wijkverhaal.site.studies.keeping import storage
    from wijkverhaal.site.studies.leaving import quotation_views
    from wijkverhaal.site.studies.names import names_store

    opened, mother = cast.filled.opened, cast.filled.mother.id
    names_store.keep_names(opened, mother, names_store.NamesFound())
    words = ["Hoe begon het?", "Niemand deed iets."]
    places = [MOTHER.index(one) for one in words]
    storage.put(
        opened,
        cast.filled.study,
        *(
            Coding(f"k{place}", mother, "late", opened.actor, place, place + len(one))
            for one, place in zip(words, places, strict=True)
        ),
    )
    monkeypatch.setattr(quotation_views, "_PART", 1)
    page = f"{cast.home}citaten/?factor=late"
    for part, (here, elsewhere) in enumerate((words, words[::-1]), 1):
        shown = cast.researcher.get(f"{page}&deel={part}").content.decode()
        assert here in shown
        assert elsewhere not in shown
        assert f"deel={part}" in shown
