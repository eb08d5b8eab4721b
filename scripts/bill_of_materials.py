# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writes what the program is made of, as CycloneDX: Python packages of the lock, and the design system."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

_VERSION = SchemaVersion.V1_6


def bill(root: Path) -> dict[str, Any]:
    """The bill as a document."""
    program = str(Path(sys.executable).with_name("cyclonedx-py"))
    form = ["--sv", _VERSION.to_version(), "--of", "JSON", "--output-reproducible"]
    told = subprocess.run(  # noqa: S603 (our own environment's program)
        [program, "requirements", "requirements.lock", "--pyproject", "pyproject.toml", *form],
        cwd=root,
        capture_output=True,
        check=True,
    )
    document: dict[str, Any] = json.loads(told.stdout)
    document["components"] += _design(root)
    return document


def _design(root: Path) -> list[dict[str, Any]]:
    """The packages of npm of which the stylesheet is made."""
    packages = json.loads((root / "design" / "package-lock.json").read_text("utf-8"))["packages"]
    wanted = packages[""]["dependencies"]
    return [
        {
            "type": "library",
            "bom-ref": f"npm-{name}",
            "name": name,
            "version": version,
            "purl": f"pkg:npm/{name.replace('@', '%40')}@{version}",
            "licenses": [{"license": {"id": packages[f"node_modules/{name}"]["license"]}}],
        }
        for name, version in sorted(wanted.items())
    ]


def main(target: Path) -> int:
    document = bill(Path(__file__).parents[1])
    text = json.dumps(document, indent=1, sort_keys=True)
    trouble = JsonStrictValidator(_VERSION).validate_str(text)
    if trouble is not None:
        print(f"The bill of materials is not CycloneDX {_VERSION.to_version()}: {trouble}", file=sys.stderr)
        return 1
    target.write_text(text + "\n", "utf-8")
    print(f"{target}: {len(document['components'])} components, CycloneDX {_VERSION.to_version()}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
