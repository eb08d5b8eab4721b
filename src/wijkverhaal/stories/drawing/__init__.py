# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stories look like: each a drawing, a table and a sentence (`foundation.chart.Chart`).

`history_chart` draws what happened to a family, `care_chart` who helped when; `delay_chart` and
`waiting_chart` how long families waited; the tables lay families and configurations beside each other.
Colours mean nothing by themselves: what is not certain is hatched and fades, every informant has a shape
and a letter, and a clash has a sign and words.
"""
