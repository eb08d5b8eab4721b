# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the database keeps of the cooperation survey of a conversation; its answers are entries."""

from django.db import models


class Survey(models.Model):
    """The survey of one conversation: about which wijk, and whether it can be filled in now."""

    conversation = models.OneToOneField(
        "conversations.Conversation", on_delete=models.CASCADE, primary_key=True, related_name="survey"
    )
    area = models.CharField(max_length=12)
    state = models.CharField(max_length=20, default="voorbereid")
    closed = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.conversation_id} {self.state}"


class SurveyPartner(models.Model):
    """An organisation in the wijk that the survey asks about."""

    id = models.CharField(max_length=16, primary_key=True)
    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="partners")
    name = models.CharField(max_length=80)
    organisation = models.CharField(max_length=30)
    place = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("place", "id")

    def __str__(self) -> str:
        return str(self.id)
