# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register of pseudonyms, and per interview what was found in it and what was decided."""

import json
from collections.abc import Container
from dataclasses import asdict, dataclass, replace

from django.db import transaction
from django.utils import timezone

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.studies.keeping import key_store, storage
from wijkverhaal.site.studies.keeping.guard import guarded
from wijkverhaal.site.studies.keeping.open_study import OpenStudy
from wijkverhaal.stories.hit import Hit
from wijkverhaal.stories.hit_decision import HitDecision, text_for_readers, undecided
from wijkverhaal.stories.offset_map import OffsetMap
from wijkverhaal.stories.pseudonym_register import PseudonymRegister
from wijkverhaal.stories.study.item import interview_item
from wijkverhaal.stories.study.record import Interview
from wijkverhaal.stories.study.study import Study
from wijkverhaal.stories.vault.item_key import destroy_items
from wijkverhaal.stories.vault.key_file import KeyFile, StudyKey
from wijkverhaal.stories.vault.register_file import REGISTER_ITEM, open_register, register_bytes
from wijkverhaal.stories.vault.secret_file import destroy_file, write_secret

#: What was found and decided; and how much is open, for lists of all interviews (as it was counted before
#: a name of the register counted for more than a word that may stay, it stood under another name).
_FIELD, _OPEN = "names", "names-left"


@dataclass(frozen=True)
class NamesFound:
    """What was found in an interview, and what a person decided about it."""

    hits: tuple[Hit, ...] = ()
    decisions: tuple[HitDecision, ...] = ()

    @property
    def open(self) -> list[Hit]:
        """What nobody decided about yet."""
        return undecided(self.hits, self.decisions)


def has_register(study: str) -> bool:
    """Whether somebody made a register for a study."""
    return key_store.register_path(study).exists()


def make_register(opened: OpenStudy, passphrase: str) -> tuple[OpenStudy, PseudonymRegister]:
    """An empty register with a passphrase of its own."""
    if has_register(opened.id):
        raise InputError(_("Er is al een register; open het met zijn wachtzin."))
    if register_destroyed(opened):
        raise InputError(_("Het register is vernietigd; er komt in dit onderzoek geen nieuw."))
    opened = opened.with_items([REGISTER_ITEM])
    register = PseudonymRegister(opened.id)
    save_register(opened, register, passphrase)
    return opened, register


def register_destroyed(opened: OpenStudy) -> bool:
    """Whether somebody destroyed the register."""
    return any(one.item == REGISTER_ITEM for one in opened.file.destroyed)


def destroy_register(opened: OpenStudy) -> OpenStudy:
    """Destroy the key of the register and then its file; a copy of it opens nothing any more."""

    def destroy(file: KeyFile) -> tuple[KeyFile, StudyKey]:
        return destroy_items(file, opened.study_key, [REGISTER_ITEM], timezone.now())

    file, study_key = key_store.change_keys(opened.stored, destroy)
    destroy_file(key_store.register_path(opened.id))
    return replace(opened, file=file, study_key=study_key)


def load_register(opened: OpenStudy, passphrase: str) -> PseudonymRegister:
    """The register; guessing is made slow.

    Raises
    ------
    WrongPassphraseError, InputError
    """
    if not has_register(opened.id):
        raise InputError(_("Er is nog geen register; maak het eerst."))
    content = key_store.register_path(opened.id).read_bytes()
    with_care = guarded(opened.stored, "register")
    register = open_register(content, opened.id, passphrase, opened.key(REGISTER_ITEM))
    with_care.clear()
    return register


def save_register(opened: OpenStudy, register: PseudonymRegister, passphrase: str) -> None:
    """Write the register in the place of the one before."""
    content = register_bytes(register, passphrase, opened.key(REGISTER_ITEM))
    write_secret(key_store.register_path(opened.id), content)


def names_in(opened: OpenStudy, interview: str) -> NamesFound | None:
    """What was found and decided; None where nobody looked yet."""
    words = storage.read_text(opened, interview_item(interview), _FIELD)
    return None if words is None else _read(words)


def ready_for_readers(opened: OpenStudy, study: Study) -> set[str]:
    """The interviews in which everything was decided."""
    counted = storage.interview_texts(opened, study, _OPEN)
    ready = {name for name, count in counted.items() if count == "0"}
    uncounted = [one.id for one in study.all(Interview) if one.id not in counted]
    kept = storage.interview_texts(opened, study, _FIELD, uncounted) if uncounted else {}
    return ready | {name for name, words in kept.items() if not _read(words).open}


def _read(words: str) -> NamesFound:
    read = json.loads(words)
    return NamesFound(
        tuple(Hit(**one) for one in read["hits"]), tuple(HitDecision(**one) for one in read["decisions"])
    )


def keep_names(opened: OpenStudy, interview: str, found: NamesFound) -> None:
    """Seal what was found and decided, under the key of the interview."""
    words = json.dumps(
        {"hits": [asdict(one) for one in found.hits], "decisions": [asdict(one) for one in found.decisions]},
        ensure_ascii=False,
    )
    with transaction.atomic():
        storage.write_text(opened, interview_item(interview), _FIELD, words)
        storage.write_text(opened, interview_item(interview), _OPEN, str(len(found.open)))


def reader_text(opened: OpenStudy, interview: Interview) -> tuple[str, OffsetMap]:
    """The text for readers, and where its passages went.

    Raises
    ------
    InputError
        While nobody looked for names in it, or not everything was decided.
    """
    found = names_in(opened, interview.id)
    if found is None:
        raise InputError(
            _("In dit interview is nog niet naar namen gezocht; een onderzoeker doet dat eerst.")
        )
    return text_for_readers(storage.interview_text(opened, interview).text, found.hits, found.decisions)


def reader_texts(
    opened: OpenStudy, study: Study, interviews: Container[str] | None = None
) -> dict[str, tuple[str, OffsetMap]]:
    """The text for readers of every interview, or of these, if it is ready for them."""
    found = {}
    for one in study.all(Interview):
        if interviews is not None and one.id not in interviews:
            continue
        try:
            found[one.id] = reader_text(opened, one)
        except InputError:
            continue
    return found
