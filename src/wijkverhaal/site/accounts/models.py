# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Accounts, and the links with which somebody comes in once."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from wijkverhaal.site.access import READER

LOCAL = "lokaal"


class Account(AbstractBaseUser):
    """Somebody who may come in, with a role. Without a password unless one was set."""

    name = models.CharField(max_length=150, unique=True)
    role = models.CharField(max_length=20, default=READER)
    is_active = models.BooleanField(default=True)
    made = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "name"
    objects = BaseUserManager()

    def __str__(self) -> str:
        return str(self.name)


class OneTimeLink(models.Model):
    """A link that lets one account in, once, until a moment. Its key is kept only as a digest."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    digest = models.CharField(max_length=64, unique=True)
    expires = models.DateTimeField()
    used = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.account} until {self.expires:%Y-%m-%d %H:%M}"
