# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""One child process as its worker sees it: what it said last, and how it ended."""

import multiprocessing
import signal
import time
from typing import Any

from wijkverhaal.foundation.language import speaking
from wijkverhaal.site.jobs.child import Task, memory_sentence, work
from wijkverhaal.site.jobs.limits import Limits
from wijkverhaal.site.jobs.queue import broken_off

_spawn = multiprocessing.get_context("spawn")
#: Seconds in which a child may put its things away before it is killed.
_PATIENCE = 5.0


class Running:
    """A job at work.

    Attributes
    ----------
    words, share
        How far it is.
    result : dict or None
        What came of it; None until it is done.
    trouble : str
        Why nothing came of it.
    """

    def __init__(
        self, job_id: int, task: Task, root: str, parameters: dict[str, Any], language: str, limits: Limits
    ) -> None:
        self.job_id, self.language = job_id, language
        self.words, self.share = "", 0.0
        self.result: dict[str, Any] | None = None
        self.trouble = ""
        self.stopped = False
        self.ended = False
        self._deadline = time.monotonic() + limits.clock
        self._ear, mouth = _spawn.Pipe(duplex=False)
        self.process = _spawn.Process(
            target=work, args=(task, root, parameters, language, limits, mouth), name=f"job {job_id}"
        )
        self.process.start()
        mouth.close()

    @property
    def waits_on(self) -> list[Any]:
        """What tells that there is something to hear."""
        return [self.process.sentinel] if self._ear.closed else [self._ear, self.process.sentinel]

    def listen(self) -> None:
        """Take in what the child said; see whether it ended, or went on for too long."""
        # looked at first: what a child said before it ended is then heard below
        alive = self.process.is_alive()
        while not self._ear.closed and self._ear.poll():
            self._hear()
        if alive and time.monotonic() > self._deadline:
            self.stop()
            self.stopped, alive = False, False
            self.trouble = self._in_its_language(memory_sentence)
        if not alive and not self.ended:
            self.process.join()
            self.ended = True
            if self.result is None and not self.trouble and not self.stopped:
                self.trouble = self._in_its_language(self._why)

    def _hear(self) -> None:
        try:
            said = self._ear.recv()
        except (EOFError, OSError):
            self._ear.close()
            return
        if said[0] == "progress":
            self.words, self.share = said[1], float(said[2])
        elif said[0] == "done":
            self.result = said[1]
        else:
            self.trouble = said[1]

    def stop(self) -> None:
        """End the child: first it may put its things away."""
        self.stopped = True
        self.process.terminate()
        self.process.join(_PATIENCE)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()

    def _why(self) -> str:
        """Of a child that ended without a word."""
        code = -(self.process.exitcode or 0)
        too_much = {getattr(signal, name, None) for name in ("SIGXCPU", "SIGXFSZ", "SIGABRT", "SIGSEGV")}
        return memory_sentence() if code in too_much else broken_off()

    def _in_its_language(self, sentence: Any) -> str:
        with speaking(self.language):
            return str(sentence())
