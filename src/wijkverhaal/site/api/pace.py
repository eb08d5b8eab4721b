# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How many questions somebody may ask: kept in memory, per process."""

import time
from collections import OrderedDict
from threading import Lock

#: So many questions in so many seconds; a script that reads a whole run stays below it.
MOST, SECONDS = 600, 60
_PEOPLE = 1000


class Pace:
    """Counts questions per person in a window of time, of no more people than fit."""

    def __init__(self, most: int = MOST, seconds: int = SECONDS) -> None:
        self.most, self.seconds = most, seconds
        self._seen: OrderedDict[str, tuple[float, int]] = OrderedDict()
        self._lock = Lock()

    def wait(self, who: str, now: float | None = None) -> int:
        """Count a question; how many seconds to wait before it may be asked, 0 for none.

        >>> pace = Pace(most=1, seconds=60)
        >>> pace.wait("a", now=0.0), pace.wait("a", now=10.0), pace.wait("b", now=10.0)
        (0, 50, 0)
        """
        now = time.monotonic() if now is None else now
        with self._lock:
            began, count = self._seen.pop(who, (now, 0))
            if now - began >= self.seconds:
                began, count = now, 0
            self._seen[who] = (began, count + 1)
            while len(self._seen) > _PEOPLE:
                self._seen.popitem(last=False)
        return 0 if count < self.most else max(1, round(began + self.seconds - now))
