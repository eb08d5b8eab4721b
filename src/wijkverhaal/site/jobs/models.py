# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Jobs: what somebody asked for and a worker does; and the workers that were seen."""

from django.db import models
from django.db.models import Q

LOOK, IMPORT, ESTIMATE, REMOVE = "look", "import", "estimate", "remove"
NEIGHBOURHOOD, LOCAL = "neighbourhood", "local"
#: Questions about the neighbourhood.
QUESTIONS = (NEIGHBOURHOOD, LOCAL)
#: These change the sources or rest on them for a while: never two of them at once.
CHANGES = (IMPORT, ESTIMATE, REMOVE, *QUESTIONS)

WAITING, RUNNING = "waiting", "running"
FINISHED, FAILED, CANCELLED = "finished", "failed", "cancelled"
OPEN = (WAITING, RUNNING)


class Job(models.Model):
    """One piece of work. The database itself refuses the same work twice, and two changes at once."""

    kind = models.CharField(max_length=20)
    state = models.CharField(max_length=20, default=WAITING, db_index=True)
    fingerprint = models.CharField(max_length=64)
    parameters = models.JSONField(default=dict)
    language = models.CharField(max_length=2, default="nl")
    who = models.CharField(max_length=150, blank=True)
    worker = models.CharField(max_length=150, blank=True)
    wanted_stop = models.BooleanField(default=False)
    made = models.DateTimeField(auto_now_add=True)
    started = models.DateTimeField(null=True)
    ended = models.DateTimeField(null=True)
    heartbeat = models.DateTimeField(null=True)
    words = models.CharField(max_length=300, blank=True)
    share = models.FloatField(default=0.0)
    result = models.JSONField(default=dict)
    trouble = models.TextField(blank=True)

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["fingerprint"], condition=Q(state__in=OPEN), name="same_work_once"
            ),
            models.UniqueConstraint(
                fields=["state"],
                condition=Q(state=RUNNING, kind__in=CHANGES),
                name="one_change_at_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.pk} {self.kind} {self.state}"

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def percent(self) -> int:
        """How far it is, in whole percents."""
        return round(100 * min(max(self.share, 0.0), 1.0))


class WorkerSign(models.Model):
    """A worker and when it was last seen, so that a page can say that nobody is at work."""

    name = models.CharField(max_length=150, unique=True)
    seen = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} {self.seen:%Y-%m-%d %H:%M}"
