# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""People in one conversation: each looks every few seconds as the script of the page does, and writes."""

import asyncio
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from visitors.running_conversation import RunningConversation

#: The form's secret stands in a cookie and in the form; whoever has a browser chooses it.
_FORM = "a" * 32
_AGAIN, _PATIENCE = 0.25, 120.0
_TROUBLE = (OSError, asyncio.IncompleteReadError, asyncio.TimeoutError)
#: One in so many answers gets lost on its way to the phone, which then sends once more.
_LOST = 20


@dataclass(frozen=True)
class Rhythm:
    """How many seconds it takes, and how many lie between two reads and two writes of a person."""

    seconds: float
    read: float = 2.0
    write: float = 5.0


@dataclass(frozen=True)
class Made:
    """One request: what it was, how long until its last byte, its bytes and its status."""

    sort: str
    seconds: float
    size: int
    status: int


@dataclass
class Held:
    """What everybody did, and of what the site said that it keeps the keys, with the moment it said so."""

    made: list[Made] = field(default_factory=list)
    acknowledged: dict[str, float] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    again: int = 0


class _Person:
    """Somebody with a phone: a connection that is made again when it breaks."""

    def __init__(self, port: int, cookie: str, number: int, there: RunningConversation, held: Held) -> None:
        self._port, self._there, self._held, self._number = port, there, held, number
        self._cookie = f"{cookie}; wijkverhaal-form={_FORM}"
        # the same people every time; nothing here is a secret
        self.chance = random.Random(number)  # noqa: S311
        self._line: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self._mark, self._sent = "", 0

    async def read(self, path: str) -> None:
        """Look once; where the site does not answer, the page looks again at its next turn."""
        known = f"If-None-Match: {self._mark}\r\n" if self._mark else ""
        try:
            made, mark = await self._ask("read", f"GET {path} HTTP/1.1\r\n{known}")
        except _TROUBLE:
            self._line = None
            return
        self._mark = mark or self._mark
        self._held.made.append(made)
        if made.status not in (200, 304):
            self._held.refused.append(f"{path} {made.status}")

    async def write(self) -> None:
        """Send once, and again with the same key until the site says that it keeps it."""
        self._sent += 1
        key = f"person-{self._number}-{self._sent}"
        form = urlencode(self._said() | {"sleutel": key, "csrfmiddlewaretoken": _FORM})
        head = f"POST {self._there.table}bijdrage/ HTTP/1.1\r\nContent-Length: {len(form)}\r\n"
        head += (
            f"Content-Type: application/x-www-form-urlencoded\r\nOrigin: http://127.0.0.1:{self._port}\r\n"
        )
        made = await self._until_answered(head, form)
        self._held.made.append(made)
        if made.status not in (200, 302):
            self._held.refused.append(f"{key} {made.status}")
            return
        if not self.chance.randrange(_LOST):
            self._held.again += 1
            await self._until_answered(head, form)
        self._held.acknowledged[key] = time.perf_counter()

    async def _until_answered(self, head: str, form: str) -> Made:
        ends = time.perf_counter() + _PATIENCE
        while True:
            try:
                return (await self._ask("write", head, form))[0]
            except _TROUBLE:
                if time.perf_counter() > ends:
                    raise
                self._line = None
                self._held.again += 1
                await asyncio.sleep(_AGAIN)

    def _said(self) -> dict[str, str]:
        """A vote mostly, as at this step; now and then a figure is recognised or an explanation added."""
        sort = self.chance.random()
        if sort < 0.75:
            statement = self.chance.choice(self._there.statements)
            return {"wat": "opinion", "uitspraak": statement, "stem": self.chance.choice(("eens", "oneens"))}
        if sort < 0.95:
            answer = {"antwoord": "deels", "reden": "Verzonnen reden, zo lang als mensen die typen."}
            return {"wat": "recognition", "cijfer": self._there.figure} | answer
        return {"wat": "statement", "tekst": f"Verzonnen verklaring van {self._number}.", "soort": "aanbod"}

    async def _ask(self, sort: str, head: str, body: str = "") -> tuple[Made, str]:
        began = time.perf_counter()
        if self._line is None:
            self._line = await asyncio.open_connection("127.0.0.1", self._port)
        reader, writer = self._line
        rest = f"Host: 127.0.0.1:{self._port}\r\nWijkverhaal-Live: 1\r\nAccept-Encoding: gzip\r\n"
        writer.write(f"{head}{rest}Cookie: {self._cookie}\r\n\r\n{body}".encode("ascii"))
        answer = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        lines = [line.split(": ", 1) for line in answer.split("\r\n")[1:] if line]
        headers = {name.lower(): value for name, value in lines}
        size = int(headers.get("content-length", 0))
        await reader.readexactly(size)
        made = Made(sort, time.perf_counter() - began, size, int(answer.split(" ", 2)[1]))
        return made, headers.get("etag", "")


async def _every(person: _Person, rhythm: float, over: Callable[[], bool], path: str) -> None:
    """Something each few seconds, counted from the answer, as the timer of a page does."""
    await asyncio.sleep(person.chance.uniform(0, rhythm))
    while not over():
        began = time.perf_counter()
        await (person.read(path) if path else person.write())
        await asyncio.sleep(max(0.0, rhythm - (time.perf_counter() - began)))


async def _all(
    port: int,
    there: RunningConversation,
    rhythm: Rhythm,
    path: str,
    held: Held,
    enough: Callable[[], bool] | None = None,
) -> None:
    ends = time.perf_counter() + rhythm.seconds
    turns = []

    def over() -> bool:
        return time.perf_counter() > ends or (enough is not None and enough())

    for number, cookie in enumerate(there.cookies):
        # a phone opens a line for each of the two
        turns.append(_every(_Person(port, cookie, number, there, held), rhythm.read, over, path))
        if path.startswith(there.table):
            turns.append(_every(_Person(port, cookie, number, there, held), rhythm.write, over, ""))
    await asyncio.gather(*turns)


def conversation(
    port: int,
    there: RunningConversation,
    rhythm: Rhythm,
    held: Held | None = None,
    enough: Callable[[], bool] | None = None,
) -> Held:
    """Let everybody take part, until the time is over or it was enough."""
    held = held or Held()
    asyncio.run(_all(port, there, rhythm, f"{there.table}stand/", held, enough))
    return held


def lookers(port: int, there: RunningConversation, rhythm: Rhythm, path: str) -> Held:
    """Let as many people look at another page, in the same rhythm, and write nothing."""
    held = Held()
    asyncio.run(_all(port, there, rhythm, path, held))
    return held


def seconds_of(held: Held, sort: str) -> Sequence[float]:
    """How long each request of a sort took."""
    return [one.seconds for one in held.made if one.sort == sort]
