# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The addresses of studies; nothing that somebody told is ever in one."""

from django.urls import path, register_converter

from wijkverhaal.site.studies import end_views, study_views, undo_views
from wijkverhaal.site.studies.comparing import comparison_views, matrix_views
from wijkverhaal.site.studies.factors import agreement_views, codebook_views, memo_views, search_views
from wijkverhaal.site.studies.history import history_views, waiting_views
from wijkverhaal.site.studies.interviews import (
    family_views,
    finish_views,
    import_views,
    text_views,
    withdraw_views,
)
from wijkverhaal.site.studies.leaving import export_views, quotation_views, released_views
from wijkverhaal.site.studies.names import names_views, proposal_views, register_views
from wijkverhaal.site.studies.people import key_views, member_views
from wijkverhaal.site.studies.projects import project_views


class RecordId:
    """The id of a record."""

    regex = "[A-Za-z0-9_-]{1,80}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class StudyId(RecordId):
    """The id of a study."""

    regex = "[0-9a-f]{12}"


register_converter(RecordId, "record")
register_converter(StudyId, "study")
app_name = "studies"
_ONE = "verhalen/<study:study_id>/"
_FAMILY = _ONE + "gezin/<record:family>/"
_INTERVIEW = _ONE + "interview/<record:interview>/"
urlpatterns = [
    path("verhalen/", study_views.studies, name="list"),
    path("verhalen/nieuw/", study_views.make, name="make"),
    path(_ONE, study_views.study, name="study"),
    path(_ONE + "openen/", study_views.unlock, name="unlock"),
    path(_ONE + "sluiten/", study_views.lock, name="lock"),
    path(_ONE + "mensen/", member_views.members, name="members"),
    path(_ONE + "mensen/toelaten/", member_views.admit, name="admit"),
    path(_ONE + "mensen/herstelcode/", member_views.new_code, name="new-code"),
    path(_ONE + "wachtzin/", member_views.passphrase, name="passphrase"),
    path(_ONE + "gezin/", family_views.add_family, name="add-family"),
    path(_FAMILY, family_views.family, name="family"),
    path(_ONE + "weg/", family_views.remove, name="remove"),
    path(_ONE + "verteller/<record:informant>/interview/", import_views.upload, name="upload"),
    path(_ONE + "verteller/<record:informant>/terugtrekken/", withdraw_views.withdraw, name="withdraw"),
    path(_ONE + "concept/<record:draft>/", import_views.draft, name="draft"),
    path(_ONE + "project/", project_views.send, name="send-project"),
    path(_ONE + "project/<record:draft>/", project_views.project, name="project"),
    path(_ONE + "meegeven/", export_views.export, name="export"),
    path(_ONE + "sleutels/", key_views.keys, name="keys"),
    path(_ONE + "sleutels/kopie/", key_views.copy, name="key-copy"),
    path(_ONE + "sleutels/afnemen/", key_views.take, name="take-key"),
    path(_ONE + "sleutels/register/", key_views.destroy_register, name="destroy-register"),
    path(_ONE + "sleutels/terugzetten/", key_views.restore, name="restore"),
    path(_ONE + "namen/", register_views.register, name="register"),
    path(_INTERVIEW, text_views.text, name="text"),
    path(_INTERVIEW + "lezen/", text_views.read, name="read"),
    path(_INTERVIEW + "namen/", names_views.hits, name="hits"),
    path(_INTERVIEW + "namen/deduce/", proposal_views.propose, name="propose"),
    path(_INTERVIEW + "coderen/", text_views.code, name="code"),
    path(_INTERVIEW + "klaar/", finish_views.finish, name="finish"),
    path(_INTERVIEW + "codering/<record:coding>/", text_views.change_coding, name="change-coding"),
    path(_ONE + "ongedaan/", undo_views.undo, name="undo"),
    path(_ONE + "opnieuw/", undo_views.redo, name="redo"),
    path(_ONE + "factoren/", codebook_views.codebook, name="codebook"),
    path(_ONE + "factoren/nieuw/", codebook_views.add_factor, name="add-factor"),
    path(_ONE + "factoren/<record:factor>/", codebook_views.factor, name="factor"),
    path(_ONE + "zoeken/", search_views.search, name="search"),
    path(_ONE + "overeenstemming/", agreement_views.agreement, name="agreement"),
    path(_ONE + "notities/", memo_views.memos, name="memos"),
    path(_ONE + "notities/nieuw/", memo_views.add_memo, name="add-memo"),
    path(_ONE + "notities/<record:memo>/", memo_views.memo, name="memo"),
    path(_FAMILY + "geschiedenis/", history_views.history, name="history"),
    path(_FAMILY + "geschiedenis/gebeurtenis/", history_views.add_event, name="add-event"),
    path(_FAMILY + "geschiedenis/uitspraak/", history_views.add_statement, name="add-statement"),
    path(_FAMILY + "geschiedenis/keuze/", history_views.choose, name="choose"),
    path(_FAMILY + "geschiedenis/weg/", history_views.untell, name="untell"),
    path(_ONE + "matrix/", matrix_views.matrix, name="matrix"),
    path(_ONE + "wachten/", waiting_views.waits, name="waits"),
    path(_ONE + "vergelijken/", comparison_views.comparing, name="compare"),
    path(_ONE + "citaten/", quotation_views.quotation_list, name="quotations"),
    path(_ONE + "citaten/<record:coding>/oordeel/", quotation_views.judge, name="judge"),
    path(_ONE + "citaten/<record:coding>/vrijgeven/", released_views.release, name="release"),
    path(_FAMILY + "vrijgeven/", released_views.release_history, name="release-history"),
    path(_ONE + "citaten/citaten.csv", quotation_views.download, name="quotations-csv"),
    path(_ONE + "logboek/", end_views.log, name="log"),
    path(_ONE + "wissen/", end_views.erase, name="erase"),
]
