# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Several copies of one model, so that points in the space of its hyperparameters go side by side.

The compiled loops release Python's lock; each thread fills a factor of its own. What is found does
not depend on the number of threads.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from queue import SimpleQueue
from typing import TypeVar

from wijkverhaal.expectation.engine.latent_gaussian import LatentGaussianModel

_MOST_THREADS = 4
Item = TypeVar("Item")
Result = TypeVar("Result")


def available_cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class ModelPool:
    """A model with a sibling for every thread."""

    def __init__(self, model: LatentGaussianModel, threads: int) -> None:
        self.model = model
        self._free: SimpleQueue[LatentGaussianModel] = SimpleQueue()
        for sibling in [model] + [model.sibling() for _ in range(threads - 1)]:
            self._free.put(sibling)
        self._executor = ThreadPoolExecutor(threads)

    def each(
        self, work: Callable[[LatentGaussianModel, Item], Result], items: Iterable[Item]
    ) -> Iterator[Result]:
        """What `work` makes of each item, in their order."""

        def run(item: Item) -> Result:
            model = self._free.get()
            try:
                return work(model, item)
            finally:
                self._free.put(model)

        futures = deque(self._executor.submit(run, item) for item in items)
        try:
            while futures:
                yield futures.popleft().result()
        finally:
            for future in futures:
                future.cancel()

    def close(self) -> None:
        self._executor.shutdown(wait=True, cancel_futures=True)


@contextmanager
def model_pool(model: LatentGaussianModel) -> Iterator[ModelPool]:
    """A pool with a thread for every core, at most four."""
    pool = ModelPool(model, min(available_cores(), _MOST_THREADS))
    try:
        yield pool
    finally:
        pool.close()
