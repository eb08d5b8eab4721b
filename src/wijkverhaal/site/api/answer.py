# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""An answer for a program: JSON with links, and a mark by which it need not be sent twice."""

import json
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

import polars as pl
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from wijkverhaal.site.api.question import PAGE_SIZE

#: May be kept by who asked, but must be checked each time: who may see it can change.
_KEEP = "private, no-cache"


def answer(request: HttpRequest, content: Any, made: str | None = None) -> HttpResponse:
    """The content as JSON; 304 where the asker has it already.

    Parameters
    ----------
    made : str, optional
        When what is told came to be and stopped changing (ISO 8601).
    """
    body = json.dumps(content, ensure_ascii=False, allow_nan=False) + "\n"
    mark = f'"{sha256(body.encode("utf-8")).hexdigest()[:32]}"'
    moment = _moment(made)
    response = HttpResponse(body, content_type="application/json")
    response.headers["ETag"] = mark
    response.headers["Cache-Control"] = _KEEP
    response.headers["Vary"] = "Authorization, Cookie"
    if moment is not None:
        response.headers["Last-Modified"] = http_date(moment)
    return get_conditional_response(request, etag=mark, last_modified=moment, response=response)


def rows(table: pl.DataFrame) -> list[dict[str, Any]]:
    """The rows of a table as in its csv, with null for what is unknown."""
    return table.with_columns(pl.selectors.float().fill_nan(None)).to_dicts()


def paged(request: HttpRequest, table: pl.DataFrame, wish: Mapping[str, Any]) -> dict[str, Any]:
    """One page of the rows of a table, with the way to the others."""
    size, number = wish.get("paginagrootte", PAGE_SIZE), wish.get("pagina", 1)
    last = max(1, -(-table.height // size))
    links = {"self": number, "first": 1, "last": last}
    if number > 1:
        links["prev"] = min(number - 1, last)
    if number < last:
        links["next"] = number + 1
    return {
        "_links": {name: {"href": _address(request, page)} for name, page in links.items()},
        "page": number,
        "page_size": size,
        "total": table.height,
        "items": rows(table.slice((number - 1) * size, size)),
    }


def listed(request: HttpRequest, items: list[dict[str, Any]]) -> dict[str, Any]:
    """A list that is never long, without pages."""
    return {"_links": {"self": {"href": request.build_absolute_uri()}}, "total": len(items), "items": items}


def _address(request: HttpRequest, page: int) -> str:
    query = request.GET.copy()
    query["pagina"] = str(page)
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")


def _moment(made: str | None) -> int | None:
    try:
        return int(datetime.fromisoformat(made).timestamp()) if made else None
    except ValueError:
        return None
