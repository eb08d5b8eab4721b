# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A workspace to visit: a copy of one that is given, real figures, or the fictional country."""

import shutil
import subprocess
import sys
from pathlib import Path

_DATA = Path(__file__).parents[3] / "shared" / "data"
_REAL = ("areas/gemeente_jeugdregio.csv", "areas/wijken_2022.geojson", "cbs")
_PROGRAM = "from wijkverhaal.cli import main; main()"


def built_workspace(folder: Path, given: Path | None) -> Path:
    """A workspace with a run, in `folder`; the given one stays as it is."""
    target = folder / "werkmap"
    if given is not None:
        shutil.copytree(given, target, ignore=shutil.ignore_patterns("site", "export", "published"))
    elif _DATA.is_dir():
        files = [_DATA / name for name in _REAL]
        every = [one for path in files for one in (sorted(path.iterdir()) if path.is_dir() else [path])]
        _wijkverhaal("import", *map(str, every), "--workspace", str(target))
        _wijkverhaal("estimate", "--workspace", str(target))
    else:
        print("Real figures are not beside this checkout; the fictional country takes their place.")
        _wijkverhaal("demo", "--workspace", str(target))
    return target


def _wijkverhaal(*arguments: str) -> None:
    subprocess.run([sys.executable, "-c", _PROGRAM, *arguments], check=True, stdout=subprocess.DEVNULL)
