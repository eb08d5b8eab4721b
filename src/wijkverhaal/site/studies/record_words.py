# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""So many records of a kind, in words."""

from wijkverhaal.foundation.language import ngettext
from wijkverhaal.stories.study import record as records
from wijkverhaal.stories.study.record import Record


def counted(kind: type[Record], count: int) -> str:
    """How many of a kind, as a person says it."""
    words = {
        records.Family: ngettext("{count} gezin", "{count} gezinnen", count),
        records.Child: ngettext("{count} kind", "{count} kinderen", count),
        records.Episode: ngettext("{count} stuk hulp", "{count} stukken hulp", count),
        records.Informant: ngettext("{count} verteller", "{count} vertellers", count),
        records.Consent: ngettext("{count} toestemming", "{count} toestemmingen", count),
        records.Interview: ngettext("{count} interview", "{count} interviews", count),
        records.Factor: ngettext("{count} factor", "{count} factoren", count),
        records.Coding: ngettext("{count} codering", "{count} coderingen", count),
        records.Finished: ngettext("{count} interview klaar", "{count} interviews klaar", count),
        records.ToldEvent: ngettext("{count} gebeurtenis", "{count} gebeurtenissen", count),
        records.Statement: ngettext(
            "{count} uitspraak over een tijd", "{count} uitspraken over een tijd", count
        ),
        records.Following: ngettext("{count} gekozen verhaal", "{count} gekozen verhalen", count),
        records.Memo: ngettext("{count} notitie", "{count} notities", count),
        records.Judgement: ngettext(
            "{count} oordeel over een citaat", "{count} oordelen over citaten", count
        ),
        records.Outcome: ngettext("{count} oordeel over de afloop", "{count} oordelen over de afloop", count),
        records.CellSummary: ngettext("{count} samenvatting", "{count} samenvattingen", count),
        records.Finished: ngettext("{count} keer klaar", "{count} keer klaar", count),
    }
    return words.get(kind, ngettext("{count} onderdeel", "{count} onderdelen", count)).format(count=count)
