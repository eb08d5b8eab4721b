# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A conversation that is going on, with people who came in, and what its database holds afterwards."""

import json
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

_BEGIN = Path(__file__).with_name("begin_conversation.py")


@dataclass(frozen=True)
class RunningConversation:
    """The conversation, the figure that is looked at, statements to vote on, and a cookie per person."""

    id: str
    figure: str
    statements: list[str]
    cookies: list[str]

    @property
    def table(self) -> str:
        """The address of everybody's own page."""
        return f"/gesprek/tafel/{self.id}/"


def running_conversation(workspace: Path, people: int) -> RunningConversation:
    """Begin a conversation with fictional people."""
    asked = [sys.executable, str(_BEGIN), str(workspace), str(people)]
    told = subprocess.run(asked, stdout=subprocess.PIPE, text=True, check=True)
    return RunningConversation(**json.loads(told.stdout))


def kept_keys(workspace: Path, conversation: str) -> Counter[str]:
    """How often each key of a sender is in the file of the site, past everything that the site says of it."""
    with closing(sqlite3.connect(workspace / "site" / "site.sqlite3")) as database:
        if database.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise SystemExit("the database is damaged")
        asked = "SELECT client_key FROM conversations_entry WHERE conversation_id = ?"
        return Counter(key for (key,) in database.execute(asked, (conversation,)))
