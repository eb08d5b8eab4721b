# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Progress of long work: a bar for a person, a line per step for a log."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

Tell = Callable[[str, float], None]


@contextmanager
def progress() -> Iterator[Tell]:
    """Something to tell what is being done, and which share of it is done (0 to 1)."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _line_per_step()
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=1.0)
        yield lambda what, share: bar.update(task, description=what, completed=share)


def _line_per_step() -> Tell:
    told: set[str] = set()

    def tell(what: str, share: float) -> None:
        if what not in told:
            told.add(what)
            print(f"{what} ...", file=sys.stderr, flush=True)

    return tell
