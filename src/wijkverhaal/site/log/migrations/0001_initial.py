# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The table of events, with triggers that refuse to change one or to erase one within a year."""

from typing import Any

from django.db import migrations, models

_SQLITE = (
    "CREATE TRIGGER log_event_stays BEFORE UPDATE ON log_event BEGIN"
    " SELECT RAISE(ABORT, 'events are never changed'); END",
    "CREATE TRIGGER log_event_kept BEFORE DELETE ON log_event"
    " WHEN OLD.moment > datetime('now', '-1 year') BEGIN"
    " SELECT RAISE(ABORT, 'events are kept for a year'); END",
)
_POSTGRESQL = (
    "CREATE FUNCTION log_event_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
    " IF TG_OP = 'DELETE' AND OLD.moment <= now() - interval '1 year' THEN RETURN OLD; END IF;"
    " RAISE EXCEPTION 'events are never changed'; END $$",
    "CREATE TRIGGER log_event_stays BEFORE UPDATE OR DELETE ON log_event"
    " FOR EACH ROW EXECUTE FUNCTION log_event_stays()",
)
_SQLITE_BACK = ("DROP TRIGGER log_event_stays", "DROP TRIGGER log_event_kept")
_POSTGRESQL_BACK = ("DROP TRIGGER log_event_stays ON log_event", "DROP FUNCTION log_event_stays()")


def _guard(_apps: Any, editor: Any) -> None:
    _run(editor, _SQLITE, _POSTGRESQL)


def _unguard(_apps: Any, editor: Any) -> None:
    _run(editor, _SQLITE_BACK, _POSTGRESQL_BACK)


def _run(editor: Any, sqlite: tuple[str, ...], postgresql: tuple[str, ...]) -> None:
    for statement in sqlite if editor.connection.vendor == "sqlite" else postgresql:
        editor.execute(statement)


class Migration(migrations.Migration):
    initial = True
    dependencies = ()
    operations = (
        migrations.CreateModel(
            name="Event",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("moment", models.DateTimeField(auto_now_add=True, db_index=True)),
                ("actor", models.CharField(blank=True, max_length=150)),
                ("key", models.CharField(db_index=True, max_length=60)),
                ("facts", models.JSONField(default=dict)),
            ],
            options={"ordering": ("-moment", "-id")},
        ),
        migrations.RunPython(_guard, _unguard),
    )
