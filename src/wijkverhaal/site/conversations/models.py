# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the database keeps of a conversation: what it is about, who is in, and what they contributed."""

from django.conf import settings
from django.db import models

from wijkverhaal.dialogue.session import SessionState
from wijkverhaal.dialogue.step import Step
from wijkverhaal.site.conversations.survey.models import Survey, SurveyPartner

__all__ = ["Conversation", "Entry", "StoredInvitation", "StoredParticipant", "Survey", "SurveyPartner"]


class Conversation(models.Model):
    """A conversation, and where it is now.

    `version` goes up with every move of a facilitator, `last_serial` with everything that anybody adds,
    `erasures` when the words of a contribution are erased: who keeps something in memory knows by these
    three that it is old. `figures` holds [kind, area, year, item] of each, in order; `quotations` the
    numbers of released quotations. `grouping` is made once, when the conversation closes.
    """

    id = models.CharField(max_length=16, primary_key=True)
    title = models.CharField(max_length=150)
    goal = models.TextField(blank=True)
    wijken = models.JSONField(default=list)
    run = models.CharField(max_length=121)
    year = models.PositiveIntegerField()
    figures = models.JSONField(default=list)
    quotations = models.JSONField(default=list)
    anonymous = models.BooleanField(default=True)
    state = models.CharField(max_length=20, default=SessionState.PREPARED.value)
    step = models.CharField(max_length=20, default=Step.RECOGNISE.value)
    figure = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=0)
    last_serial = models.PositiveIntegerField(default=0)
    erasures = models.PositiveIntegerField(default=0)
    grouping = models.JSONField(null=True)
    facilitators = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="conversations")
    made = models.DateTimeField(auto_now_add=True)
    started = models.DateTimeField(null=True)
    closed = models.DateTimeField(null=True, db_index=True)
    forgotten = models.BooleanField(default=False)

    class Meta:
        ordering = ("-made", "id")

    def __str__(self) -> str:
        return str(self.id)


class StoredInvitation(models.Model):
    """A link with which anybody comes in. Its token is kept only as a fingerprint."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="invitations")
    label = models.CharField(max_length=60, blank=True)
    fingerprint = models.CharField(max_length=64, unique=True)
    expires = models.DateTimeField()
    revoked = models.BooleanField(default=False)
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("made", "pk")

    def __str__(self) -> str:
        return f"{self.conversation_id} until {self.expires:%Y-%m-%d %H:%M}"


class StoredParticipant(models.Model):
    """Somebody who came in. The token in their cookie is kept only as a fingerprint.

    Who withdraws loses name and token; what they chose goes to a row of `nobody`, tied to no one.
    """

    id = models.CharField(max_length=16, primary_key=True)
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="participants")
    name = models.CharField(max_length=80, blank=True)
    organisation = models.CharField(max_length=30, blank=True)
    serial = models.PositiveIntegerField()
    fingerprint = models.CharField(max_length=64, unique=True)
    withdrawn = models.BooleanField(default=False)
    nobody = models.BooleanField(default=False)

    class Meta:
        ordering = ("serial", "id")

    def __str__(self) -> str:
        return str(self.id)


class Entry(models.Model):
    """One contribution, or one thing that a facilitator did; added, and only ever emptied.

    `serial` is the place in the server's order. `content` is what `entry_kind` says of its kind; without a
    participant it is of a facilitator. `erased` says that its words were taken away.
    """

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="entries")
    serial = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    participant = models.ForeignKey(
        StoredParticipant, on_delete=models.CASCADE, null=True, related_name="entries"
    )
    client_key = models.CharField(max_length=64)
    content = models.JSONField()
    erased = models.BooleanField(default=False)
    moment = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("conversation", "serial")
        constraints = (
            models.UniqueConstraint(fields=["conversation", "serial"], name="one_entry_per_serial"),
            models.UniqueConstraint(
                fields=["conversation", "participant", "client_key"], name="one_entry_per_client_key"
            ),
        )

    def __str__(self) -> str:
        return f"{self.conversation_id} {self.serial} {self.kind}"
