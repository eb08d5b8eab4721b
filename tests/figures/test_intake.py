# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Importing: all files or none, and one sentence when it is none."""

import json
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from wijkverhaal.figures.intake import import_files
from wijkverhaal.figures.store import FigureStore
from wijkverhaal.figures.tidy import ADJACENCY, AREAS, BOUNDARIES, FIGURES, REGIONS
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.workspace import Workspace

Write = Callable[[str, str], Path]
SQUARE = [[5, 52], [5.01, 52], [5.01, 52.01], [5, 52.01], [5, 52]]


def map_text(**top: object) -> str:
    geometry = {"type": "Polygon", "coordinates": [SQUARE]}
    feature = {"type": "Feature", "properties": {"wijkcode": "WK036300"}, "geometry": geometry}
    return json.dumps({"type": "FeatureCollection", **top, "features": [feature]})


def contents(workspace: Workspace) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in sorted(workspace.root.rglob("*")) if p.is_file()}


def refused(workspace: Workspace, *paths: Path, **options: object) -> str:
    before = contents(workspace)
    with pytest.raises(InputError) as caught:
        import_files(workspace, list(paths), **options)
    assert contents(workspace) == before
    sentence = str(caught.value)
    assert "\n" not in sentence
    return sentence


def test_an_empty_workspace_has_empty_tables(store: FigureStore) -> None:
    assert store.sources() == []
    assert store.figures().schema == FIGURES
    assert store.areas().schema == AREAS
    assert store.boundaries().schema == BOUNDARIES
    assert store.adjacency().schema == ADJACENCY
    assert store.regions().schema == REGIONS


def test_files_of_every_kind_in_one_go(
    workspace: Workspace, store: FigureStore, write: Write, kwb: Path, youth_care: Path
) -> None:
    paths = [
        kwb,
        youth_care,
        write("kaart_2021.geojson", map_text()),
        write("buren_2021.csv", "wijk_a,wijk_b,shared_boundary_m\nWK036300,WK036301,100\n"),
        write("regios.csv", "gemeentecode,jeugdregio\nGM0363,JZ01\n"),
        write("eigen_2021.csv", "wijkcode,samenhang\nWK036300,6.5\n"),
    ]
    seen: list[str] = []
    reports = import_files(workspace, paths, progress=seen.append)
    kinds = ["kwb", "youth-care", "boundaries", "adjacency", "regions", "local"]
    assert [report.kind for report in reports] == kinds
    assert seen == [path.name for path in paths]
    assert [source.kind for source in store.sources()] == sorted(kinds)
    assert set(store.figures()["source"]) == {
        s.id for s in store.sources() if s.kind in ("kwb", "youth-care", "local")
    }
    assert store.areas().unique(["area", "year"]).height == store.areas().height == 5
    assert store.areas().filter(pl.col("area") == "WK036300")["name"].to_list() == ["Zeekant"]
    assert store.boundaries().height == store.adjacency().height == store.regions().height == 1
    assert store.boundaries(2021).height == 1
    assert workspace.fictional is False
    report = reports[1]
    assert (report.secret, report.missing) == (1, 1)
    assert report.levels == {"country": 1, "gemeente": 1, "wijk": 3}
    assert json.loads(json.dumps(report.to_json()))["years"] == [2021]
    text = "\n".join(report.lines())
    assert "3 wijken" in text
    assert "1 cijfers zijn geheim en 1 ontbreken" in text
    assert "Huisarts_11" in text


def test_a_report_says_where_the_year_came_from_and_what_to_look_at(
    workspace: Workspace, write: Write, kwb_text: str
) -> None:
    path = write("kwb_2021.csv", kwb_text.replace("450,2.1", "450,21"))
    lines = "\n".join(import_files(workspace, [path])[0].lines())
    assert "Het jaar 2021 komt uit de naam van het bestand." in lines
    assert "Let op: In kwb_2021.csv, rij 4" in lines


def test_the_same_thing_twice_is_refused_and_can_be_replaced(
    workspace: Workspace, store: FigureStore, kwb: Path, write: Write, kwb_text: str
) -> None:
    import_files(workspace, [kwb])
    assert "al" not in (sentence := refused(workspace, kwb)).split()
    assert "--replace" in sentence
    assert "2021" in sentence
    newer = write("nieuw_2021.csv", kwb_text.replace("1000,150", "1005,150"))
    import_files(workspace, [newer], replace=True)
    assert [source.file for source in store.sources()] == ["nieuw_2021.csv"]
    found = store.figures().filter(pl.col("area") == "WK036300", pl.col("measure") == "a_inw")
    assert found["value"].to_list() == [1005.0]


def test_the_same_file_can_replace_itself(workspace: Workspace, store: FigureStore, kwb: Path) -> None:
    import_files(workspace, [kwb])
    import_files(workspace, [kwb], replace=True)
    assert len(store.sources()) == 1


def test_two_files_about_the_same_year_in_one_go_are_refused(
    workspace: Workspace, kwb: Path, youth_care: Path
) -> None:
    assert "maar één" in refused(workspace, kwb, youth_care, kwb)
    assert not workspace.root.exists()


def test_own_tables_of_one_year_stand_side_by_side_unless_they_share_a_column(
    workspace: Workspace, store: FigureStore, write: Write
) -> None:
    import_files(workspace, [write("a_2021.csv", "wijkcode,x\nWK036300,1\n")])
    import_files(workspace, [write("b_2021.csv", "wijkcode,y\nWK036300,1\n")])
    assert len(store.sources()) == 2
    assert "a_2021.csv" in refused(workspace, write("c_2021.csv", "wijkcode,x\nWK036300,2\n"))


def test_a_count_above_the_youths_is_refused_also_against_the_workspace(
    workspace: Workspace, write: Write, kwb: Path, youth_care_text: str
) -> None:
    wrong = write("jeugdzorg.csv", youth_care_text.replace(";25;", ";400;"))
    sentence = refused(workspace, kwb, wrong)
    assert "WK036300 in 2021 400 jongeren" in sentence
    import_files(workspace, [kwb])
    assert "WK036300 in 2021 400 jongeren" in refused(workspace, wrong)


@pytest.mark.parametrize("text", ["wijkcode,jaar,x\nWK999900,2021,1\n", None])
def test_a_wijk_in_no_gemeente_is_refused(
    workspace: Workspace, write: Write, kwb: Path, youth_care_text: str, text: str | None
) -> None:
    wrong = write("a.csv", text or youth_care_text + "WK999900;Wijk;2021JJ00;10;\n")
    assert "wijk WK999900 in gemeente GM9999" in refused(workspace, kwb, wrong)


def test_a_wijk_whose_gemeente_its_own_table_lacks_is_refused(
    workspace: Workspace, write: Write, kwb_text: str
) -> None:
    text = kwb_text + "WK999900,Nergens,Nergens,Wijk,1,500,75,60,225,2.1,45,310\n"
    assert "GM9999" in refused(workspace, write("kwb_2021.csv", text))


def test_one_bad_file_keeps_all_out(workspace: Workspace, write: Write, kwb: Path) -> None:
    refused(workspace, kwb, write("leeg.csv", ""))
    assert not workspace.root.exists()


def test_no_files_is_no_import(workspace: Workspace) -> None:
    assert "minstens" in refused(workspace)


@pytest.mark.parametrize("kind", ["kaart", "boundaries", "youth-care", "adjacency", "regions", "scp"])
def test_a_kind_that_does_not_fit_is_refused(workspace: Workspace, kwb: Path, kind: str) -> None:
    assert refused(workspace, kwb, kind=kind)


def test_a_map_is_nothing_but_boundaries(workspace: Workspace, write: Write) -> None:
    path = write("kaart_2021.geojson", map_text())
    assert "geen kwb" in refused(workspace, path, kind="kwb")
    assert import_files(workspace, [path], kind="boundaries")[0].levels == {"wijk": 1}


def test_a_kind_can_be_said(workspace: Workspace, kwb: Path) -> None:
    assert import_files(workspace, [kwb], kind="local")[0].kind == "local"


def test_a_map_without_a_year_is_refused(workspace: Workspace, write: Write) -> None:
    path = write("kaart.geojson", map_text())
    assert "--year" in refused(workspace, path)
    assert import_files(workspace, [path], year=2022)[0].years == (2022,)


def test_fictional_files_are_known_by_their_marker(
    workspace: Workspace, store: FigureStore, write: Write
) -> None:
    table = write("eigen_2021.csv", "wijkcode,x,fictional\nWK036300,1,1\n")
    shapes = write("kaart_2021.geojson", map_text(fictional=True))
    reports = import_files(workspace, [table, shapes])
    assert [report.fictional for report in reports] == [True, True]
    assert workspace.fictional is True
    assert store.figures()["measure"].to_list() == ["local:x"]


def test_fictional_and_real_files_are_never_mixed(workspace: Workspace, write: Write) -> None:
    fictional = write("a_2021.csv", "wijkcode,x,fictional\nWK036300,1,1\n")
    true = write("b_2021.csv", "wijkcode,y\nWK036300,1\n")
    assert "verzonnen" in refused(workspace, fictional, true)
    import_files(workspace, [fictional])
    assert "verzonnen" in refused(workspace, true)
    assert import_files(workspace, [true], fictional=True)[0].fictional


def test_a_workspace_that_breaks_halfway_holds_nothing_new(
    workspace: Workspace, store: FigureStore, kwb: Path, youth_care: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, calls = pl.DataFrame.write_parquet, []

    def full_disk(self: pl.DataFrame, *args: object, **options: object) -> None:
        calls.append(1)
        if len(calls) == 3:
            raise OSError(28, "No space left on device")
        real(self, *args, **options)

    monkeypatch.setattr(pl.DataFrame, "write_parquet", full_disk)
    with pytest.raises(InputError, match="niets geïmporteerd"):
        import_files(workspace, [kwb, youth_care])
    assert list(workspace.sources.iterdir()) == []
    assert store.sources() == []


def test_a_damaged_source_says_what_to_do(workspace: Workspace, store: FigureStore, kwb: Path) -> None:
    report = import_files(workspace, [kwb])[0]
    (workspace.sources / report.source / "source.json").write_text("{", "utf-8")
    with pytest.raises(InputError, match="importeer opnieuw"):
        store.sources()


def test_everything_real_in_one_go(
    workspace: Workspace, store: FigureStore, real: Callable[[str], Path]
) -> None:
    names = (
        "scp/Wijkdata_Jeugdhulp_in_de_wijk.ods", "cbs/kwb_2021.parquet", "cbs/kwb_2022.parquet",
        "cbs/85075NED_jeugdzorg_wijk_2021.csv", "cbs/85335NED_jeugdzorg_wijk_2022.csv",
        "areas/wijken_2022.geojson", "areas/wijk_2022_adjacency_queen.csv", "areas/gemeente_jeugdregio.csv",
    )  # fmt: skip
    reports = import_files(workspace, [real(name) for name in names])
    assert [report.secret for report in reports] == [286, 0, 0, 385, 420, 0, 0, 0]
    assert all(report.warnings == () for report in reports)
    assert store.areas().filter(pl.col("level") == "wijk").group_by("year").len().sort("year").rows() == [
        (2017, 2918), (2021, 3248), (2022, 3340),
    ]  # fmt: skip
