# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Errors that are meant for the person who caused them.

The tree is shallow on purpose: a caller needs to know only whether to show the sentence
(every `WijkverhaalError`) and, for the command line, with which exit status.
"""


class WijkverhaalError(Exception):
    """One sentence for a person: what is wrong, where, and what to do about it."""

    exit_status = 1


class InputError(WijkverhaalError):
    """A file or a value that somebody gave cannot be used as it is."""

    exit_status = 2


class NotFoundError(WijkverhaalError):
    """What was asked for (a wijk, a run, figures of a year) is not in the workspace."""

    exit_status = 3


class FitError(WijkverhaalError):
    """The model cannot be fitted on these figures."""

    exit_status = 4
