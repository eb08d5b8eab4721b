# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Django's settings: everything that differs per place comes from the environment or the workspace."""

import os
from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF

from wijkverhaal.foundation.workspace import open_workspace
from wijkverhaal.publication import template as drawing
from wijkverhaal.site.about.organisation import contact, organisation
from wijkverhaal.site.accounts.failures import FOR_ONE
from wijkverhaal.site.accounts.organisation_login import read_organisation_login
from wijkverhaal.site.database import database
from wijkverhaal.site.environment import Environment
from wijkverhaal.site.house_style import HouseStyle
from wijkverhaal.site.secret_key import secret_key
from wijkverhaal.site.server import read_server
from wijkverhaal.site.workspace_files import SiteFiles

_HERE = Path(__file__).parent
FILES = SiteFiles(open_workspace())
_ENVIRONMENT = Environment(os.environ)
SERVER = read_server(_ENVIRONMENT)
ON_SERVER = SERVER.shared
ORGANISATION = organisation(_ENVIRONMENT)
ORGANISATION_LOGIN = read_organisation_login(_ENVIRONMENT)
CONTACT = contact(_ENVIRONMENT)
HOUSE_STYLE = HouseStyle.read(_ENVIRONMENT.text("WIJKVERHAAL_STYLE"))

DEBUG = False
SECRET_KEY = secret_key(FILES.secret_key)
ALLOWED_HOSTS = SERVER.allowed
ROOT_URLCONF = "wijkverhaal.site.urls"
WSGI_APPLICATION = "wijkverhaal.site.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.mfa",
    "axes",
    "csp",
    "wijkverhaal.site.log",
    "wijkverhaal.site.accounts",
    "wijkverhaal.site.runs",
    "wijkverhaal.site.jobs",
    "wijkverhaal.site.about",
    "wijkverhaal.site.api",
    "wijkverhaal.site.studies",
    "wijkverhaal.site.wijken",
    "wijkverhaal.site.conversations",
]
MIDDLEWARE = [
    "wijkverhaal.site.answer_headers.answer_headers",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "wijkverhaal.site.reader_language.reader_language",
    "wijkverhaal.site.api.door.ApiDoor",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "wijkverhaal.site.accounts.visit.LimitedVisit",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wijkverhaal.site.access.AccessMiddleware",
    "wijkverhaal.site.accounts.visit.DutiesMiddleware",
    "axes.middleware.AxesMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [_HERE / "jinja2", drawing.TEMPLATES],
        "APP_DIRS": True,
        "OPTIONS": {"environment": "wijkverhaal.site.templating.environment"},
    }
]

DATABASES = {"default": database(_ENVIRONMENT.text("DATABASE_URL"), FILES.database)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "wijkverhaal.site.accounts.one_time_link.OneTimeLinkBackend",
    "wijkverhaal.site.accounts.password.PasswordBackend",
    "wijkverhaal.site.accounts.second_factor.SecondStepBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["name"]},
    },
]
LOGIN_URL = "accounts:login"
# allauth keeps second steps and speaks to the login of the organisation; none of its pages is ours.
ACCOUNT_USER_MODEL_USERNAME_FIELD = "name"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
SOCIALACCOUNT_ADAPTER = "wijkverhaal.site.accounts.admission.Doorkeeper"
MFA_ADAPTER = "wijkverhaal.site.accounts.mfa_adapter.MfaAdapter"
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
AXES_HANDLER = "wijkverhaal.site.accounts.failure_count.FailureCount"
AXES_FAILURE_LIMIT = FOR_ONE
AXES_COOLOFF_TIME = timedelta(minutes=15)
# else a stranger keeps the door closed by knocking now and then
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_LOCKOUT_PARAMETERS = "wijkverhaal.site.accounts.failures.lockout_parameters"
# as it is called where somebody is let in; axes would look for the field of the account instead
AXES_USERNAME_FORM_FIELD = "username"
AXES_USERNAME_CALLABLE = "wijkverhaal.site.accounts.failures.counted_as"
AXES_CLIENT_IP_CALLABLE = "wijkverhaal.site.client_address.counted_address"
AXES_LOCKOUT_CALLABLE = "wijkverhaal.site.trouble.too_often"
AXES_DISABLE_ACCESS_LOG = True
AXES_SENSITIVE_PARAMETERS = ["sleutel", "naam", "wachtwoord", "code", "csrfmiddlewaretoken", "verder"]
AXES_VERBOSE = False

# On a server everything goes over https; a browser then keeps a cookie with this in front for us alone.
COOKIE_PREFIX = "__Host-" if ON_SERVER else ""
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ON_SERVER
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if ON_SERVER else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SERVER.proxies else None
SESSION_COOKIE_NAME = COOKIE_PREFIX + "wijkverhaal-session"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = COOKIE_PREFIX + "wijkverhaal-form"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "wijkverhaal.site.trouble.form_expired"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "script-src": [SELF],
        "connect-src": [SELF],
        "img-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

STATIC_URL = "/static/"
STATICFILES_DIRS = [_HERE / "static", ("publication", drawing.STYLES)]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 24 * 60 * 60

LANGUAGE_CODE = "nl"
USE_I18N = False
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"
DATA_UPLOAD_MAX_MEMORY_SIZE = 100_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 50
FILE_UPLOAD_HANDLERS = [
    "wijkverhaal.site.upload_guard.UploadGuard",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "filters": {"links": {"()": "wijkverhaal.site.conversations.taking_part.hidden_links.HiddenLinks"}},
    "handlers": {
        "terminal": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["links"]},
        "nowhere": {"class": "logging.NullHandler"},
    },
    "loggers": {
        "django": {"handlers": ["terminal"], "level": "ERROR", "propagate": False},
        # anybody can ask for another name, as often as they like; the answer is 400
        "django.security.DisallowedHost": {"handlers": ["nowhere"], "propagate": False},
        "axes": {"handlers": ["terminal"], "level": "ERROR", "propagate": False},
    },
}
