# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Says what the audit found: fails on a known vulnerability, and aloud when it could not look."""

import json
import sys
from pathlib import Path
from typing import Any


def outcome(report: dict[str, Any]) -> tuple[int, str]:
    """The exit status, and a sentence."""
    packages = report.get("dependencies", [])
    weak = [one for one in packages if one.get("vulns")]
    if weak:
        told = "; ".join(
            f"{one['name']} {one['version']}: {', '.join(found['id'] for found in one['vulns'])}"
            for one in weak
        )
        return 1, f"Known vulnerabilities: {told}."
    skipped = [one["name"] for one in packages if "skip_reason" in one]
    if not packages or skipped:
        return 0, (
            f"NOT AUDITED: {len(skipped) or 'all'} of {len(packages)} packages,"
            " for the service that knows of vulnerabilities is not within reach."
        )
    return 0, f"No known vulnerabilities in {len(packages)} packages."


def _weakness(package: dict[str, Any]) -> str:
    known = ", ".join(found["id"] for found in package["vulns"])
    return f"{package['name']} {package['version']}: {known}"


def main(path: Path) -> int:
    try:
        report = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        report = {}
    status, sentence = outcome(report)
    print(sentence)
    return status


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
