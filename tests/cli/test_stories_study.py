# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The commands that keep a study: in, out, looked through, somebody withdraws, and the end.

Each command is a process of its own, as Django is set up once per process for one workspace.
"""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from wijkverhaal.cli.fictional_stories import PASSPHRASE, REGISTER_PASSPHRASE, make_fictional_stories
from wijkverhaal.cli.fictional_study import study_to_store
from wijkverhaal.foundation.workspace import Workspace
from wijkverhaal.stories.refi_read import read_qdpx

BOTH = (PASSPHRASE, REGISTER_PASSPHRASE)
CONSENT = ("--consent-by", "verteller", "--consent-given", "2026-01-01", "--consent-for", "onderzoek")
_PROGRAM = "import sys; from wijkverhaal.cli import main; main(sys.argv[1:])"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    home = tmp_path_factory.mktemp("verhalen") / "werkmap"
    return home, make_fictional_stories(Workspace(home)).study


@pytest.fixture
def own(made: tuple[Path, str], tmp_path: Path) -> tuple[Path, str]:
    """A copy, for a test that changes it."""
    return Path(shutil.copytree(made[0], tmp_path / "werkmap")), made[1]


def _stories(home: Path, *words: str, secrets: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    reading, writing = os.pipe()
    os.write(writing, "\n".join(secrets).encode())
    os.close(writing)
    asked = ["--passphrase-fd", str(reading)] if secrets else []
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, "stories", *words, "--workspace", str(home), *asked],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        pass_fds=[reading],
    )
    os.close(reading)
    return done


def _content(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_nothing_of_the_study_can_be_read_in_its_folder(made: tuple[Path, str]) -> None:
    everything = _content(made[0])
    found = study_to_store()
    names = {term for person in found.register.everybody() for term in person.terms if len(term) > 6}
    assert len(names) > 40
    assert [name for name in names if name.encode() in everything] == []
    told = [text.splitlines()[5][:40] for text in found.texts.values()]
    assert [words for words in told if words.encode() in everything] == []
    assert PASSPHRASE.encode() not in everything


def test_the_fictional_study_of_an_earlier_demonstration_is_replaced(own: tuple[Path, str]) -> None:
    home, study = own
    again = make_fictional_stories(Workspace(home))
    listed = json.loads(_stories(home, "list", "--json").stdout)
    assert [one["id"] for one in listed] == [again.study]
    assert again.study != study


def test_a_whole_study_is_sound_and_a_changed_log_is_found(own: tuple[Path, str]) -> None:
    import sqlite3

    home, study = own
    done = _stories(home, "check", "--study", study, secrets=(PASSPHRASE,))
    assert (done.returncode, "Gesprekken: 30." in done.stdout) == (0, True), done.stderr
    assert "Schrijf dit zegel op" in done.stdout
    with sqlite3.connect(home / "site" / "site.sqlite3") as database:
        database.execute("UPDATE studies_logline SET actor = '99' WHERE number = 2")
    done = _stories(home, "check", "--study", study, secrets=(PASSPHRASE,))
    assert done.returncode == 1
    assert "Regel 2 van het logboek is veranderd" in done.stdout


def test_a_wrong_passphrase_opens_nothing(own: tuple[Path, str]) -> None:
    home, study = own
    done = _stories(home, "check", "--study", study, secrets=("vier groene stoelen samen",))
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    done = _stories(home, "export", study, str(home / "uit.csv"))
    assert done.returncode == 2
    assert "--passphrase-fd" in done.stderr
    assert not (home / "uit.csv").exists()


def test_quotations_leave_and_nothing_recognisable_with_them(own: tuple[Path, str], tmp_path: Path) -> None:
    home, study = own
    target = tmp_path / "citaten.csv"
    done = _stories(home, "export", study, str(target), secrets=BOTH)
    assert done.returncode == 0, done.stderr
    lines = target.read_text("utf-8-sig").splitlines()
    assert lines[0] == "factor;gezin;rol;zegt;citaat"
    assert all("FICTIEF" in line for line in lines[1:])
    assert "blijven hier, want herkenbaar" in done.stdout
    assert "geen toestemming voor citeren" in done.stdout


def test_a_project_leaves_only_when_every_name_is_gone(own: tuple[Path, str], tmp_path: Path) -> None:
    home, study = own
    target = tmp_path / "studie.qdpx"
    done = _stories(home, "export", study, str(target), secrets=BOTH)
    assert done.returncode == 2
    assert "[huisdier-H]" in done.stderr  # a rat is called Boter, and somebody else eats boter
    assert not target.exists()
    done = _stories(home, "export", study, str(target), "--ordinary", "boter", secrets=BOTH)
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(target) as packed:
        whole = b"".join(packed.read(name) for name in packed.namelist()).decode()
    assert "[weggelaten: herkenbaar]" in whole
    assert len(read_qdpx(target).sources) == 28
    done = _stories(
        home,
        "import",
        str(target),
        "--title",
        "Terug",
        "--keep-until",
        "2090-01-01",
        *CONSENT,
        secrets=(PASSPHRASE,),
    )
    assert done.returncode == 0, done.stderr
    assert "28 gesprekken staan nu versleuteld" in done.stdout
    listed = json.loads(_stories(home, "list", "--json").stdout)
    assert [one["title"] for one in listed] == ["FICTIEF: hulp rond tien gezinnen", "Terug"]


def test_a_preview_keeps_nothing_and_a_new_study_needs_its_days(tmp_path: Path) -> None:
    folder = tmp_path / "map" / "gezin A"
    folder.mkdir(parents=True)
    (folder / "moeder.txt").write_text("I: Hoe ging het?\nMoeder: Goed.\n", "utf-8")
    home = tmp_path / "werkmap"
    done = _stories(home, "import", str(folder.parent), "--preview")
    assert done.returncode == 0
    assert "Gesprekken: 1." in done.stdout
    assert not home.exists()
    new = ("--title", "x", "--keep-until", "2090-01-01")
    done = _stories(home, "import", str(folder.parent), *new, *CONSENT)
    assert "op welke dag" in done.stderr
    done = _stories(home, "import", str(folder.parent), *new, "--held", "2026-03-01")
    assert "wie toestemming gaf" in done.stderr
    assert "--roles" in done.stderr
    done = _stories(home, "import", str(folder.parent), *new, "--held", "2026-03-01", "--may-quote")
    assert "--consent-by" in done.stderr
    assert not home.exists()
    done = _stories(home, "import", str(folder.parent), "--held", "3 mei")
    assert "'3 mei' is geen dag" in done.stderr
    assert done.returncode == 2


def test_somebody_withdraws_and_is_gone_everywhere(own: tuple[Path, str]) -> None:
    home, study = own
    people = _stories(home, "withdraw", study, secrets=(PASSPHRASE,)).stdout.splitlines()
    assert len(people) == 30
    who = people[0].split(":")[0]
    before = _content(home / "site" / "keys")
    done = _stories(home, "withdraw", study, who, secrets=BOTH)
    assert done.returncode == 0, done.stderr
    assert "opnieuw berekend" in done.stdout
    assert _content(home / "site" / "keys") != before
    left = _stories(home, "withdraw", study, secrets=(PASSPHRASE,)).stdout
    assert len(left.splitlines()) == 29
    assert who not in left
    done = _stories(home, "check", "--study", study, secrets=(PASSPHRASE,))
    assert (done.returncode, "Gesprekken: 29." in done.stdout) == (0, True)
    again = _stories(home, "withdraw", study, who, secrets=BOTH)
    assert again.returncode != 0


def test_a_study_is_erased_only_when_its_number_is_typed_again(own: tuple[Path, str]) -> None:
    home, study = own
    assert "niets gewist" in _stories(home, "erase", study, "--sure", "iets anders").stderr
    assert (home / "site" / "keys" / f"{study}.json").exists()
    done = _stories(home, "erase", study, "--sure", study)
    assert done.returncode == 0, done.stderr
    assert [path for path in (home / "site").rglob("*") if study in path.name] == []
    assert json.loads(_stories(home, "list", "--json").stdout) == []


def test_files_are_looked_through(tmp_path: Path) -> None:
    good, bad = tmp_path / "gesprek.txt", tmp_path / "stuk.qdpx"
    good.write_text("I: Hoe ging het?\nMoeder: Goed.\n", "utf-8")
    bad.write_bytes(b"PK\x03\x04" + b"\x00" * 50)
    done = _stories(tmp_path / "werkmap", "check", str(good))
    assert (done.returncode, "een gesprek van 6 woorden" in done.stdout) == (0, True)
    done = _stories(tmp_path / "werkmap", "check", str(good), str(bad))
    assert done.returncode == 1
    assert not (tmp_path / "werkmap").exists()
    assert "Noem bestanden" in _stories(tmp_path / "werkmap", "check").stderr


def test_roles_days_and_consent_come_from_a_table(tmp_path: Path) -> None:
    folder = tmp_path / "map"
    for name in ("gezin A/moeder.txt", "gezin A/school.txt", "gezin B/vader.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("I: Hoe ging het?\nMoeder: Goed.\n", "utf-8")
    home, table = tmp_path / "werkmap", tmp_path / "rollen.csv"
    done = _stories(home, "import", str(folder), "--write-roles", str(table))
    assert done.returncode == 0, done.stderr
    rows = table.read_text("utf-8-sig").splitlines()
    assert rows[0].startswith("nummer;bestand;meenemen;gezin;rol;dag;")
    assert rows[1] == "1;moeder;ja;gezin A;moeder;;;;;;;I, Moeder"
    whole = "2026-03-10;moeder;2026-01-01;onderzoek;2027-01-01;ja;I, Moeder"
    filled = [rows[0], f"1;moeder;ja;gezin A;tante;{whole}", f"2;school;nee;gezin A;school;{whole}"]
    table.write_text("\n".join([*filled, "3;vader;ja;gezin B;vader;gisteren;;;;;;"]), "utf-8")
    new = ("--title", "Terug", "--keep-until", "2090-01-01", "--roles", str(table))
    done = _stories(home, "import", str(folder), *new, secrets=(PASSPHRASE,))
    assert "'gisteren' geen dag" in done.stderr
    table.write_text("\n".join([*filled, f"3;vader;ja;gezin B;vader;{whole}"]), "utf-8")
    done = _stories(home, "import", str(folder), *new, secrets=(PASSPHRASE,))
    assert done.returncode == 0, done.stderr
    assert "2 gesprekken staan nu versleuteld" in done.stdout
    study = json.loads(_stories(home, "list", "--json").stdout)[0]["id"]
    people = _stories(home, "withdraw", study, secrets=(PASSPHRASE,)).stdout
    assert "gezin A, tante" in people
    assert "gezin B, vader" in people
    assert "school" not in people


def test_everything_leaves_and_comes_back_the_same(own: tuple[Path, str], tmp_path: Path) -> None:
    home, study = own
    target = tmp_path / "alles.qdpx"
    done = _stories(home, "export", study, str(target), "--with-names", "--sure", "iets", secrets=BOTH)
    assert "niets opgehaald" in done.stderr
    assert not target.exists()
    done = _stories(
        home, "export", study, str(target), "--with-names", "--sure", study, secrets=(PASSPHRASE,)
    )
    assert done.returncode == 0, done.stderr
    assert "alle namen staan erin" in done.stdout
    new = ("--title", "Terug", "--keep-until", "2090-01-01", *CONSENT)
    done = _stories(home, "import", str(target), *new, secrets=(PASSPHRASE,))
    assert done.returncode == 0, done.stderr
    assert "30 gesprekken" in done.stdout
    listed = {one["title"]: one["id"] for one in json.loads(_stories(home, "list", "--json").stdout)}
    counts = [
        _stories(home, "check", "--study", one, secrets=(PASSPHRASE,)).stdout.split("Regels")[0]
        for one in listed.values()
    ]
    assert len(counts) == 2
    assert counts[0] == counts[1]


def test_help_histories_leave_without_names(own: tuple[Path, str], tmp_path: Path) -> None:
    home, study = own
    target = tmp_path / "studie.qdpx"
    done = _stories(
        home,
        "export",
        study,
        str(target),
        "--with-history",
        "--with-memos",
        "--ordinary",
        "boter",
        secrets=BOTH,
    )
    assert done.returncode == 0, done.stderr
    companion = read_qdpx(target).companion
    assert '"type": "Statement"' in companion
    names = {term for person in study_to_store().register.everybody() for term in person.terms}
    assert [name for name in names if len(name) > 6 and name in companion] == []
