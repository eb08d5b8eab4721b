# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A page as PDF/UA, through its print stylesheet, by a program of its own that fetches nothing.

Needs the extra `pdf` (WeasyPrint). `python -m wijkverhaal.publication.pdf TARGET` reads the page as JSON
on standard input and writes the PDF to a file that appears whole. What a page does to the memory or the
clock, it does to that program only.
"""

import json
import logging
import mimetypes
import os
import subprocess
import sys
import traceback
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from threading import Timer
from typing import Any
from urllib.parse import unquote, urlsplit

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.files import whole_file
from wijkverhaal.foundation.language import _

#: How long a page may take, in seconds.
LONGEST = 60.0
_VARIANT = "pdf/ua-1"
_MEMORY = 3 * 1024**3
#: Nobody fills anything in on paper; a marker with a text of its own stops WeasyPrint 70.
_PAGES = """
input, button, select { display: none !important }
li::marker { content: normal !important }
"""


def can_make_pdf() -> bool:
    """Whether the extra `pdf` is installed."""
    return find_spec("weasyprint") is not None


def begin_pdf(
    html: str, base: str, folders: Mapping[str, Sequence[Path]], target: Path, seconds: float = LONGEST
) -> "subprocess.Popen[bytes]":
    """Start the program that turns a page into a PDF with tags for screen readers.

    Parameters
    ----------
    html : str
        A whole page with a title and a language.
    base : str
        The address of the site, to which the links in the PDF lead.
    folders : mapping
        For the beginning of an address (such as "/static/") the folders that answer it. Every other
        address is refused: nothing is fetched over a network, and no file outside these folders.
    target : Path
        Where the PDF goes.
    seconds : float
        How long it may take; then the program ends without a PDF.

    Raises
    ------
    InputError
        When the extra is not installed.
    """
    if not can_make_pdf():
        raise InputError(_("Druk de pagina af, of installeer wijkverhaal[pdf]."))
    asked = {
        "html": html,
        "base": base,
        "folders": {start: [str(folder) for folder in found] for start, found in folders.items()},
        "seconds": seconds,
    }
    making = subprocess.Popen(  # noqa: S603 (our own module; the page goes in as data)
        [sys.executable, "-m", "wijkverhaal.publication.pdf", str(target)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
    )
    if making.stdin is not None:
        with making.stdin as page:
            page.write(json.dumps(asked).encode("utf-8"))
    return making


def own_file(address: str, base: str, folders: Mapping[str, Sequence[str]]) -> Path | None:
    """The file of ours that answers an address; None for every other address.

    >>> own_file("https://example.org/static/a.css", "http://127.0.0.1/", {"/static/": ["."]}) is None
    True
    """
    asked, ours = urlsplit(address), urlsplit(base)
    if (asked.scheme, asked.netloc) != (ours.scheme, ours.netloc):
        return None
    path = unquote(asked.path)
    for start, found in folders.items():
        if not path.startswith(start):
            continue
        for folder in found:
            root = Path(folder).resolve()
            file = (root / path.removeprefix(start)).resolve()
            if file.is_relative_to(root) and file.is_file():
                return file
    return None


def _write(asked: Mapping[str, Any]) -> bytes:
    import weasyprint
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    def fetch(_self: Any, address: str, *_more: Any) -> Any:
        file = own_file(address, asked["base"], asked["folders"])
        if file is None:
            raise ValueError("refused")
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        return URLFetcherResponse(address, file.read_bytes(), {"Content-Type": kind})

    own_files = type("OwnFiles", (URLFetcher,), {"fetch": fetch})()
    page = weasyprint.HTML(string=asked["html"], base_url=asked["base"], url_fetcher=own_files)
    own = weasyprint.CSS(string=_PAGES)
    return bytes(page.write_pdf(pdf_variant=_VARIANT, stylesheets=[own]))


def _limit() -> None:
    """No more memory than a large page needs, where the system can hold us to it."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def reason_of(error: BaseException) -> str:
    """What went wrong and where in the code, without the text of the error: that can hold the page.

    >>> try:
    ...     int("geheim")
    ... except ValueError as error:
    ...     reason_of(error).startswith("ValueError in ")
    True
    """
    steps = traceback.extract_tb(error.__traceback__)
    where = f"{Path(steps[-1].filename).name}:{steps[-1].lineno}" if steps else "?"
    return f"{type(error).__name__} in {where}"


def _tell(reason: str) -> None:
    """A line for the operator, in the log of the site."""
    print(_("PDF niet gemaakt: {reason}").format(reason=reason), file=sys.stderr, flush=True)


def _stop(seconds: float) -> None:
    _tell(_("na {seconds} seconden nog niet klaar").format(seconds=round(seconds)))
    os._exit(1)


def main(target: str) -> None:
    """Make one PDF within its time and memory, as another program asked."""
    _limit()
    logging.disable()  # others' warnings can hold what is on the page
    asked = json.loads(sys.stdin.buffer.read())
    timer = Timer(asked["seconds"], _stop, [asked["seconds"]])
    timer.daemon = True
    timer.start()
    try:
        made = _write(asked)
    except Exception as error:  # whatever went wrong inside, the operator reads where
        _tell(reason_of(error))
        sys.exit(1)
    timer.cancel()
    with whole_file(Path(target)) as unfinished:
        unfinished.write_bytes(made)


if __name__ == "__main__":
    main(sys.argv[1])
