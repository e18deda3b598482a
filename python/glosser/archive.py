"""Archives: annotations as flat rows, for tables of any size.

    >>> for row in rows("a", "Mayor Ina Berg spoke on Tuesday.", published="2021-05-06"):
    ...     print(row["kind"], row["words"], row["key"])
    article None 2021-05-06
    person Ina Berg person/ina-berg
    date Tuesday 2021-05-04
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import read

#: The columns of a row and their types.
COLUMNS = {
    "article": "string",  # the id given
    "kind": "string",  # article, person, place, organization, date, quote; or error
    "start": "int",  # first code point in the text
    "end": "int",  # one past the last
    "words": "string",  # what stands there; the title of an article; what went wrong
    "key": "string",  # day of publication of an article, id of the entity, TIMEX3 value, id of the speaker
    "confidence": "double",
    "lat": "double",  # of a place
    "lon": "double",
    "country": "string",
    "first": "string",  # first and last day of a date, YYYY-MM-DD
    "last": "string",
}


def rows(article: str, text: str, *, published: str | None = None, title: str | None = None) -> Iterator[dict[str, Any]]:
    """The annotations of one article, after a row for the article itself: that it was read is known even if nothing was
    found. One that cannot be read gives one row of the kind `error`, so that whoever reads a million neither stops at it
    nor loses it."""

    def row(kind: str, at: dict[str, Any], **more: Any) -> dict[str, Any]:
        start, end = at["start"], at["end"]
        words = text[start:end]
        return {**dict.fromkeys(COLUMNS), "article": article, "kind": kind, "start": start, "end": end, "words": words, **more}

    try:
        record = read(text, published=published, title=title)
    except Exception as error:  # noqa: BLE001: whatever it is, it is about this article alone
        yield {**dict.fromkeys(COLUMNS), "article": article, "kind": "error", "words": f"{type(error).__name__}: {error}"}
        return
    yield {**dict.fromkeys(COLUMNS), "article": article, "kind": "article", "start": 0, "end": len(text), "words": title, "key": record["published"]}
    places = {entity["id"]: entity["place"] for entity in record["entities"] if entity.get("place")}
    for mention in record["mentions"]:
        place = places.get(mention["entity"], {})
        more = {key: place.get(key) for key in ("lat", "lon", "country")}
        yield row(mention["kind"], mention, key=mention["entity"], confidence=mention["confidence"], **more)
    for date in record["dates"]:
        yield row("date", date, key=date["value"], first=date.get("from"), last=date.get("to"))
    for quote in record["quotes"]:
        yield row("quote", quote, key=(quote.get("speaker") or {}).get("entity"))
