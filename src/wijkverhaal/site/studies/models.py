# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the database keeps of studies: everything somebody told is sealed, and no key is here."""

from django.conf import settings
from django.db import models

KEYHOLDER, RESEARCHER, CODER, READER = "keyholder", "researcher", "coder", "reader"


class StoredStudy(models.Model):
    """A study. The title is readable, so it never holds a name.

    `change` is the highest number of the key file that was seen; `item_number` says which key seals what
    belongs to nobody in particular; `to_destroy` are keys whose rows are gone already.
    """

    id = models.CharField(max_length=16, primary_key=True)
    title = models.CharField(max_length=150)
    keep_until = models.DateField()
    made = models.DateTimeField(auto_now_add=True)
    change = models.PositiveIntegerField(default=0)
    item_number = models.PositiveIntegerField(default=1)
    to_destroy = models.JSONField(default=list)

    class Meta:
        ordering = ("made", "id")

    def __str__(self) -> str:
        return str(self.id)


class Member(models.Model):
    """One role of one account in one study; one account may have several."""

    study = models.ForeignKey(StoredStudy, on_delete=models.CASCADE, related_name="members")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    role = models.CharField(max_length=12)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["study", "account", "role"], name="one_study_role_once"),
        )

    def __str__(self) -> str:
        return f"{self.study_id}: {self.account_id} {self.role}"


class StoredRecord(models.Model):
    """A sealed record. `bulk` are the many of one interview, which are read with that interview only."""

    study = models.ForeignKey(StoredStudy, on_delete=models.CASCADE)
    record = models.CharField(max_length=80)
    item = models.CharField(max_length=100)
    version = models.PositiveIntegerField()
    bulk = models.BooleanField(default=False)
    sealed = models.BinaryField()

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=["study", "record"], name="one_record_once"),)
        indexes = (models.Index(fields=["study", "item"]), models.Index(fields=["study", "bulk"]))

    def __str__(self) -> str:
        return str(self.record)


class StoredText(models.Model):
    """A sealed text of an item: the interview itself, or what was decided about names in it."""

    study = models.ForeignKey(StoredStudy, on_delete=models.CASCADE)
    item = models.CharField(max_length=100)
    field = models.CharField(max_length=20)
    version = models.PositiveIntegerField(default=1)
    sealed = models.BinaryField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["study", "item", "field"], name="one_text_once"),)

    def __str__(self) -> str:
        return f"{self.item} {self.field}"


class LogLine(models.Model):
    """An entry of the chain of a study, with its sealed content as long as that may stay."""

    study = models.ForeignKey(StoredStudy, on_delete=models.CASCADE)
    number = models.PositiveIntegerField()
    moment = models.CharField(max_length=40)
    actor = models.CharField(max_length=150)
    kind = models.CharField(max_length=30)
    digest = models.CharField(max_length=64, blank=True)
    previous = models.CharField(max_length=64, blank=True)
    seal = models.CharField(max_length=64)
    action = models.CharField(max_length=32, blank=True, db_index=True)
    undoes = models.CharField(max_length=32, blank=True)
    item = models.CharField(max_length=100, blank=True)
    content = models.BinaryField(null=True)

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=["study", "number"], name="one_log_number_once"),)

    def __str__(self) -> str:
        return f"{self.study_id} {self.number}"


class Draft(models.Model):
    """A text that somebody sent and did not confirm; its key is only in that visitor's cookie."""

    study = models.ForeignKey(StoredStudy, on_delete=models.CASCADE)
    draft = models.CharField(max_length=32, unique=True)
    made = models.DateTimeField(auto_now_add=True)
    sealed = models.BinaryField()

    def __str__(self) -> str:
        return str(self.draft)


class Tries(models.Model):
    """Wrong passphrases in a row, per study and holder; outlives the visit."""

    study = models.ForeignKey(StoredStudy, on_delete=models.CASCADE)
    holder = models.CharField(max_length=100)
    wrong = models.PositiveIntegerField(default=0)
    last = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["study", "holder"], name="one_holder_tries_once"),)

    def __str__(self) -> str:
        return f"{self.study_id} {self.holder}: {self.wrong}"


class ReleasedQuotation(models.Model):
    """Pseudonymised words that a researcher let go for conversations: readable, unlike all else of a study.

    It goes when the informant withdraws, when somebody can be recognised by it after all, and with the
    study; whoever shows it asks for it again each time, and keeps no copy.
    """

    id = models.CharField(max_length=16, primary_key=True)
    study = models.ForeignKey(StoredStudy, on_delete=models.CASCADE, related_name="released")
    record = models.CharField(max_length=80)
    family = models.CharField(max_length=80)
    informant = models.CharField(max_length=80, blank=True)
    history = models.BooleanField(default=False)
    text = models.TextField()
    role = models.CharField(max_length=100)
    factor = models.CharField(max_length=200, blank=True)
    until = models.DateField()
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("made", "id")
        constraints = (models.UniqueConstraint(fields=["study", "record"], name="one_release_once"),)
        indexes = (models.Index(fields=["study", "family"]),)

    def __str__(self) -> str:
        return str(self.id)
