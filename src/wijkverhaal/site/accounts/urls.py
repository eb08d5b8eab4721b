# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The addresses of the door, of somebody's own account, and of all accounts."""

from django.urls import path

from wijkverhaal.site.accounts import (
    management_views,
    organisation_views,
    own_account,
    second_factor_views,
    views,
)

app_name = "accounts"
urlpatterns = [
    path("inloggen/", views.login_page, name="login"),
    path("inloggen/tweede-stap/", views.second_step_page, name="second-step"),
    path("inloggen/organisatie/", organisation_views.organisation_login, name="organisation"),
    path("inloggen/organisatie/terug/", organisation_views.organisation_back, name="organisation-back"),
    path("uitloggen/", views.logout_page, name="logout"),
    path("account/", own_account.own_account, name="own"),
    path("account/wachtwoord/", own_account.password_page, name="password"),
    path("account/tweede-stap/", second_factor_views.second_factor_page, name="second-factor"),
    path("account/tweede-stap/vervangen/", second_factor_views.renew, name="renew"),
    path("account/tweede-stap/herstelcodes/", second_factor_views.recovery_codes, name="recovery-codes"),
    path("account/token/", own_account.make_token, name="make-token"),
    path("account/token/<int:number>/intrekken/", own_account.revoke_token, name="revoke-token"),
    path("accounts/", management_views.account_list, name="people"),
    path("accounts/uitnodigen/", management_views.invite, name="invite"),
    path("accounts/<int:number>/", management_views.account_page, name="account"),
    path("accounts/<int:number>/rollen/", management_views.roles, name="roles"),
    path("accounts/<int:number>/sluiten/", management_views.close, name="close"),
    path("accounts/<int:number>/heropenen/", management_views.reopen, name="reopen"),
    path("accounts/<int:number>/link/", management_views.new_link, name="new-link"),
    path(
        "accounts/<int:number>/tweede-stap-weghalen/",
        management_views.forget_second_factor,
        name="forget-second-factor",
    ),
]
