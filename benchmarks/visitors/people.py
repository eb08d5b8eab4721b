# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""People at once: each asks a page, reads it for a while, and asks another."""

import asyncio
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Visit:
    """One page asked for: which sort, the seconds until its last byte, its bytes on the line, its status."""

    sort: str
    seconds: float
    size: int
    status: int


@dataclass(frozen=True)
class Crowd:
    """How many people, for how many seconds, and how long each reads on average between two pages."""

    people: int
    seconds: float
    pause: float


def visits(port: int, cookies: Sequence[str], pages: dict[str, list[str]], crowd: Crowd) -> list[Visit]:
    """Let a crowd visit; every person has a cookie and a connection of its own."""
    return asyncio.run(_all(port, cookies, pages, crowd))


async def _all(port: int, cookies: Sequence[str], pages: dict[str, list[str]], crowd: Crowd) -> list[Visit]:
    ends = time.perf_counter() + crowd.seconds
    # the same people every time; nothing here is a secret
    chances = [random.Random(number) for number in range(crowd.people)]  # noqa: S311
    people = zip(cookies, chances, strict=False)
    found = await asyncio.gather(
        *(_person(port, cookie, pages, crowd, ends, chance) for cookie, chance in people)
    )
    return [visit for visits in found for visit in visits]


async def _person(
    port: int, cookie: str, pages: dict[str, list[str]], crowd: Crowd, ends: float, chance: random.Random
) -> list[Visit]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    made: list[Visit] = []
    await asyncio.sleep(chance.uniform(0, crowd.pause))
    while time.perf_counter() < ends:
        sort = chance.choice(list(pages))
        made.append(await _ask(reader, writer, sort, chance.choice(pages[sort]), cookie))
        if crowd.pause:
            await asyncio.sleep(chance.expovariate(1 / crowd.pause))
    writer.close()
    return made


async def _ask(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, sort: str, address: str, cookie: str
) -> Visit:
    began = time.perf_counter()
    head = f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\nCookie: {cookie}\r\n\r\n"
    writer.write(head.encode("ascii"))
    answer = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    size = int(answer.split("content-length:", 1)[1].split("\r\n", 1)[0])
    await reader.readexactly(size)
    return Visit(sort, time.perf_counter() - began, size, int(answer.split(" ", 2)[1]))
