# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The addresses of the door."""

from django.urls import path

from wijkverhaal.site.accounts import views

app_name = "accounts"
urlpatterns = [
    path("inloggen/", views.login_page, name="login"),
    path("uitloggen/", views.logout_page, name="logout"),
]
