# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Accounts with their roles, and the links with which somebody comes in once."""

from collections.abc import Iterable, Iterator

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models, transaction
from django.utils.crypto import salted_hmac
from django.utils.functional import cached_property

from wijkverhaal.site.roles import ACCOUNT_ROLES, READER

LOCAL = "lokaal"


class Account(AbstractBaseUser):
    """Somebody who may come in. Without a password unless one was set."""

    name = models.CharField(max_length=150, unique=True)
    email = models.EmailField(blank=True, default="")
    is_active = models.BooleanField(default=True)
    made = models.DateTimeField(auto_now_add=True)
    #: Goes up when everybody who came in as this account must come in again.
    generation = models.PositiveIntegerField(default=0)

    USERNAME_FIELD = "name"
    EMAIL_FIELD = "email"
    objects = BaseUserManager()

    def __str__(self) -> str:
        return str(self.name)

    @cached_property
    def roles(self) -> frozenset[str]:
        """What this account may be; always a reader."""
        return frozenset({READER, *self.held.values_list("role", flat=True)})

    def give_roles(self, roles: Iterable[str]) -> None:
        """Let the account hold exactly these roles.

        Raises
        ------
        ValueError
            When one is not a role of an account.
        """
        wanted = frozenset(roles)
        if unknown := wanted - frozenset(ACCOUNT_ROLES):
            raise ValueError(f"no role of an account: {sorted(unknown)}")
        with transaction.atomic():
            changed, _counts = self.held.exclude(role__in=wanted).delete()
            for role in wanted:
                _held, new = self.held.get_or_create(role=role)
                changed += new
            if changed:
                self.send_out()
        self.__dict__.pop("roles", None)

    def send_out(self) -> None:
        """End every visit of this account, in whichever browser."""
        Account.objects.filter(pk=self.pk).update(generation=models.F("generation") + 1)
        self.refresh_from_db(fields=["generation"])

    def get_session_auth_hash(self) -> str:
        """What a visit was begun with; a visit with another value is over."""
        told = f"{self.password}|{self.generation}"
        return salted_hmac("wijkverhaal.account.visit", told, algorithm="sha256").hexdigest()

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """Of earlier secrets: there are none."""
        return iter(())


class HeldRole(models.Model):
    """One role that an account holds."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="held")
    role = models.CharField(max_length=20)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["account", "role"], name="one_role_once"),)

    def __str__(self) -> str:
        return f"{self.account}: {self.role}"


class OneTimeLink(models.Model):
    """A link that lets one account in, once, until a moment. Its key is kept only as a digest."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    digest = models.CharField(max_length=64, unique=True)
    expires = models.DateTimeField()
    used = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.account} until {self.expires:%Y-%m-%d %H:%M}"


class ApiToken(models.Model):
    """What a program of somebody shows to read as they do. Kept only as a digest."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="tokens")
    label = models.CharField(max_length=60)
    digest = models.CharField(max_length=64, unique=True)
    made = models.DateTimeField(auto_now_add=True)
    expires = models.DateTimeField()
    last_used = models.DateField(null=True)

    class Meta:
        ordering = ("-made", "-id")

    def __str__(self) -> str:
        return f"{self.account}: {self.label}"
