# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the database keeps of a wijk: what people made of its figures, and what became of it."""

from django.db import models

from wijkverhaal.site.studies.models import ReleasedQuotation
from wijkverhaal.site.wijken.cooperation_models import KeptCooperation

__all__ = [
    "ChosenQuotation",
    "DiscussedFigure",
    "DocumentVersion",
    "KeptCooperation",
    "Reflection",
    "StoredAgreement",
    "StoredDocument",
    "StoredEvidence",
    "StoredHypothesis",
    "WijkChange",
]


class StoredHypothesis(models.Model):
    """An explanation with what people make of it now; `conversation` is where it came from, if anywhere.

    `away` says that its words were taken away in that conversation: nobody reads it, until a facilitator
    puts the words back there or writes it anew.
    """

    id = models.CharField(max_length=16, primary_key=True)
    area = models.CharField(max_length=12, db_index=True)
    run = models.CharField(max_length=121)
    year = models.PositiveIntegerField()
    text = models.TextField()
    tag = models.CharField(max_length=20)
    state = models.CharField(max_length=20, default="open")
    reason = models.TextField(blank=True)
    conversation = models.CharField(max_length=40, blank=True, db_index=True)
    statement = models.CharField(max_length=40, blank=True)
    away = models.BooleanField(default=False)
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("made", "id")
        constraints = (
            models.UniqueConstraint(
                fields=["conversation", "area", "statement"],
                condition=~models.Q(statement=""),
                name="one_hypothesis_per_statement",
            ),
        )

    def __str__(self) -> str:
        return str(self.id)


class StoredEvidence(models.Model):
    """One thing that pleads for or against an explanation.

    A figure is kept as what it refers to and told anew in the language of the reader; a quotation is
    never copied, so that it goes when it is taken back in its study.
    """

    id = models.CharField(max_length=16, primary_key=True)
    hypothesis = models.ForeignKey(StoredHypothesis, on_delete=models.CASCADE, related_name="evidence")
    kind = models.CharField(max_length=30)
    direction = models.CharField(max_length=10)
    run = models.CharField(max_length=121, blank=True)
    figure = models.JSONField(null=True)
    quotation = models.ForeignKey(ReleasedQuotation, on_delete=models.CASCADE, null=True)
    question = models.CharField(max_length=121, blank=True)
    text = models.TextField(blank=True)
    address = models.CharField(max_length=500, blank=True)
    remark = models.TextField(blank=True)
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("made", "id")

    def __str__(self) -> str:
        return f"{self.id} {self.kind}"


class StoredAgreement(models.Model):
    """Who does what and when, by which figure one would see it, and from which run that was looked at.

    `away` is as with an explanation.
    """

    id = models.CharField(max_length=16, primary_key=True)
    area = models.CharField(max_length=12, db_index=True)
    run = models.CharField(max_length=121)
    year = models.PositiveIntegerField()
    text = models.TextField()
    owner = models.CharField(max_length=200)
    owner_is_person = models.BooleanField(default=False)
    due = models.DateField(db_index=True)
    indicator = models.CharField(max_length=80, blank=True)
    state = models.CharField(max_length=20, default="afgesproken")
    hypothesis = models.ForeignKey(StoredHypothesis, on_delete=models.SET_NULL, null=True)
    conversation = models.CharField(max_length=40, blank=True, db_index=True)
    contribution = models.CharField(max_length=40, blank=True)
    away = models.BooleanField(default=False)
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("due", "id")
        constraints = (
            models.UniqueConstraint(
                fields=["conversation", "area", "contribution"],
                condition=~models.Q(contribution=""),
                name="one_agreement_per_contribution",
            ),
        )

    def __str__(self) -> str:
        return str(self.id)


class Reflection(models.Model):
    """What people wrote when they looked back at an agreement with the figures of a newer run."""

    agreement = models.ForeignKey(StoredAgreement, on_delete=models.CASCADE, related_name="reflections")
    run = models.CharField(max_length=121)
    text = models.TextField()
    made = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("made", "pk")
        constraints = (models.UniqueConstraint(fields=["agreement", "run"], name="one_reflection_per_run"),)

    def __str__(self) -> str:
        return f"{self.agreement_id} {self.run}"


class DiscussedFigure(models.Model):
    """A figure that was looked at in a conversation, with how many recognised it and what they thought.

    `reasons` and `wishes` are what people wrote beside it, as it may be read now.
    """

    area = models.CharField(max_length=12, db_index=True)
    conversation = models.CharField(max_length=40, db_index=True)
    run = models.CharField(max_length=121)
    figure = models.JSONField()
    place = models.PositiveIntegerField(default=0)
    recognition = models.JSONField(null=True)
    valuation = models.JSONField(null=True)
    reasons = models.JSONField(default=list)
    wishes = models.JSONField(default=list)
    held = models.DateField()

    class Meta:
        ordering = ("held", "place", "pk")

    def __str__(self) -> str:
        return f"{self.area} {self.conversation}"


class ChosenQuotation(models.Model):
    """That a released quotation is told with a wijk; gone as soon as it is taken back."""

    area = models.CharField(max_length=12, db_index=True)
    quotation = models.ForeignKey(ReleasedQuotation, on_delete=models.CASCADE)

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=["area", "quotation"], name="one_quotation_per_wijk"),)

    def __str__(self) -> str:
        return f"{self.area} {self.quotation_id}"


class StoredDocument(models.Model):
    """The Wijkverhaal of a wijk in one language, as it is now."""

    area = models.CharField(max_length=12)
    language = models.CharField(max_length=2)
    version = models.PositiveIntegerField(default=0)
    run = models.CharField(max_length=121, blank=True)
    year = models.PositiveIntegerField(default=0)
    content = models.JSONField()
    changed = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["area", "language"], name="one_wijkverhaal_per_language"),
        )

    def __str__(self) -> str:
        return f"{self.area} {self.language} {self.version}"


class DocumentVersion(models.Model):
    """How a Wijkverhaal was at each of its versions.

    `by` is the number of an account, so that no name outlives it; `taken_from` says that a quotation had to
    go from it.
    """

    document = models.ForeignKey(StoredDocument, on_delete=models.CASCADE, related_name="versions")
    version = models.PositiveIntegerField()
    content = models.JSONField()
    by = models.CharField(max_length=150, blank=True)
    taken_from = models.BooleanField(default=False)
    saved = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-version",)
        constraints = (
            models.UniqueConstraint(fields=["document", "version"], name="one_document_version_once"),
        )

    def __str__(self) -> str:
        return f"{self.document_id} {self.version}"


class WijkChange(models.Model):
    """How often what stays with a wijk changed: pages that were kept know by it that they are old."""

    area = models.CharField(max_length=12, primary_key=True)
    count = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.area} {self.count}"
