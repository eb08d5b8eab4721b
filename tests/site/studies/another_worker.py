# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Run as a program: another worker of the same site, asked with the cookies of a visitor."""

import json
import sys
from pathlib import Path

from wijkverhaal.foundation.workspace import Workspace


def main() -> None:
    """Answer each request of the list; say the status and whether the words are in the answer."""
    asked = json.loads(sys.stdin.read())
    from wijkverhaal.site import commands

    commands.prepare(Workspace(Path(asked["root"])))
    from django.test import Client

    client = Client(SERVER_NAME="127.0.0.1")
    for name, value in asked["cookies"].items():
        client.cookies[name] = value
    answers = []
    for method, address in asked["requests"]:
        answer = client.post(address) if method == "post" else client.get(address)
        answers.append([answer.status_code, asked["words"] in answer.content.decode()])
    sys.stdout.write(json.dumps(answers))


if __name__ == "__main__":
    main()
