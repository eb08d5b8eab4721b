# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Django's settings: everything that differs per place comes from the environment or the workspace."""

import os
from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF

from wijkverhaal.foundation.workspace import open_workspace
from wijkverhaal.publication import template as drawing
from wijkverhaal.site.database import database
from wijkverhaal.site.secret_key import secret_key
from wijkverhaal.site.workspace_files import SiteFiles

_HERE = Path(__file__).parent
FILES = SiteFiles(open_workspace())

DEBUG = False
SECRET_KEY = secret_key(FILES.secret_key)
# Only this machine: another name in the address bar is somebody else's page that points here.
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "wijkverhaal.site.urls"
WSGI_APPLICATION = "wijkverhaal.site.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "wijkverhaal.site.accounts",
    "wijkverhaal.site.runs",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "wijkverhaal.site.reader_language.reader_language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wijkverhaal.site.access.AccessMiddleware",
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

DATABASES = {"default": database(os.environ.get("DATABASE_URL"), FILES.database)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "wijkverhaal.site.accounts.one_time_link.OneTimeLinkBackend",
]
LOGIN_URL = "accounts:login"
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = ["ip_address"]
AXES_LOCKOUT_CALLABLE = "wijkverhaal.site.trouble.too_often"
AXES_DISABLE_ACCESS_LOG = True
AXES_SENSITIVE_PARAMETERS = ["sleutel"]
AXES_VERBOSE = False

SESSION_COOKIE_NAME = "wijkverhaal-session"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "wijkverhaal-form"
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

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"terminal": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "loggers": {
        "django": {"handlers": ["terminal"], "level": "ERROR", "propagate": False},
        "axes": {"handlers": ["terminal"], "level": "ERROR", "propagate": False},
    },
}
