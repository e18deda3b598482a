"""Glosser reads news articles: people, places, organisations and dates, who said what, and what matters.

    >>> import glosser
    >>> text = "Mayor Ina Berg spoke in Berlin on Tuesday."
    >>> article = glosser.read(text, published="2021-05-06")
    >>> article["entities"][0]["name"], article["dates"][0]["value"]
    ('Ina Berg', '2021-05-04')
    >>> [text[m["start"]:m["end"]] for m in article["mentions"]]
    ['Ina Berg', 'Berlin']

What comes back are plain dicts and lists, the same record as the command `glosser read --json` writes. Offsets count code
points, as Python's strings do. The interpreter's lock is released while an article is read.
"""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from . import _core
from ._core import __version__

__all__ = ["Outcome", "Page", "__version__", "export", "library", "page", "read", "read_html", "read_many"]

#: An article as read.
Article = dict[str, Any]

#: A day of publication: `YYYY-MM-DD`, also with a time after it, or a date.
Day = str | date


def read(text: str, *, published: Day | None = None, title: str | None = None, lang: str | None = None) -> Article:
    """Reads one article. Any text will do, lone surrogates included; TypeError for what is none, ValueError for a day or
    a language that is none."""
    return _core.read(_text(text), **_settings(published, title, lang))


def export(
    text: str,
    format: str,
    *,
    published: Day | None = None,
    title: str | None = None,
    lang: str | None = None,
    url: str | None = None,
) -> str:
    """An article in the form of another program: markdown, text, csv, geojson, ics, jsonld or annotations."""
    return _core.export(_text(text), format, **_settings(published, title, lang), url=url or "")


def _text(text: str, what: str = "text") -> str:
    if not isinstance(text, str):
        raise TypeError(f"the {what} is {type(text).__name__}, not str{': decode it first' if isinstance(text, bytes) else ''}")
    if text.isascii():
        return text
    # Half a pair, as JSON may hold it, is one character before and after.
    return text.encode("utf-32", "surrogatepass").decode("utf-32", "replace") if _HALF.search(text) else text


_HALF = re.compile("[\ud800-\udfff]")
_TAG = re.compile(r"[a-z]{2,3}([-_]\w+)*", re.IGNORECASE)


def _settings(published: Day | None, title: str | None, lang: str | None) -> dict[str, str | None]:
    if isinstance(published, date):
        published = published.isoformat()
    for name, value in (("published", published), ("title", title), ("lang", lang)):
        if not isinstance(value, str | None):
            raise TypeError(f"{name} is {type(value).__name__}, not str")
    if lang is not None and not _TAG.fullmatch(lang):
        raise ValueError(f"lang is {lang!r}, not a tag such as en or en-GB")
    return {"published": published, "title": title and _text(title), "lang": lang}


@dataclass(frozen=True)
class Page:
    """The article in a web page."""

    text: str
    title: str | None
    published: str | None


@dataclass(frozen=True)
class Outcome:
    """What became of one of many: the article, or why there is none."""

    input: Any
    article: Article | None
    error: Exception | None


def page(html: str) -> Page:
    """The article in a web page: scripts, menus, forms and hidden parts are left out.

    >>> page("<title>Rain</title><nav>Home</nav><p>It rained.")
    Page(text='It rained.', title='Rain', published=None)
    """
    return Page(*_core.page(_text(html, "page")))


def read_html(html: str, *, published: Day | None = None, title: str | None = None, lang: str | None = None) -> Article:
    """Reads the article in a web page. Its prose, in which the offsets count, comes along as `text`."""
    found = page(html)
    article = read(found.text, published=published or found.published, title=title or found.title, lang=lang)
    return {**article, "text": found.text}


def read_many(
    inputs: Iterable[str | Mapping[str, Any]],
    *,
    threads: int | None = None,
    published: Day | None = None,
    title: str | None = None,
    lang: str | None = None,
) -> Iterator[Outcome]:
    """Reads many articles on several threads, in their order, some ahead of the loop.

    An input is a text, or a mapping with `text` (or `html`) and, if known, `published`, `title`, `lang`, over the settings
    given for all. What is wrong with one is told with that one and ends nothing.

    >>> [o.error or o.article["language"] for o in read_many(["It rained in Berlin again.", {"text": 7}])]
    ['en', TypeError('the text is int, not str')]
    """
    if isinstance(inputs, str | bytes | Mapping):
        raise TypeError(f"the inputs are one {type(inputs).__name__}, not several articles: read_many([…]), or read(…)")
    common = {"published": published, "title": title, "lang": lang}
    return _outcomes(iter(inputs), threads or os.cpu_count() or 1, common)


def _outcomes(source: Iterator[Any], threads: int, common: Mapping[str, Any]) -> Iterator[Outcome]:
    with ThreadPoolExecutor(threads, thread_name_prefix="glosser") as pool:
        waiting: deque[Future[Outcome]] = deque()
        try:
            while True:
                # So many are held at a time that no thread waits, and no more.
                for given in islice(source, 4 * threads - len(waiting)):
                    waiting.append(pool.submit(_outcome, given, common))
                if not waiting:
                    return
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def _outcome(given: str | Mapping[str, Any], common: Mapping[str, Any]) -> Outcome:
    try:
        own = given if isinstance(given, Mapping) else {"text": given}
        settings = {key: own.get(key) or value for key, value in common.items()}
        if own.get("html") is not None:
            return Outcome(given, read_html(own["html"], **settings), None)
        return Outcome(given, read(own.get("text"), **settings), None)
    except Exception as error:  # noqa: BLE001: whatever it is, it is about this article alone
        return Outcome(given, None, error)


def library(articles: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Several articles as one story: who figures in which, one timeline, what is new in each.

    Each is a mapping with `id` and `text`, and `published` and `title` if known.
    """
    return _core.library([_member(number, article) for number, article in enumerate(articles)])


def _member(number: int, article: Mapping[str, Any]) -> tuple[str, str, str | None, str | None]:
    if not isinstance(article, Mapping) or "id" not in article:
        raise TypeError(f"article {number} is no mapping with id and text: {article!r:.60}")
    known = _settings(article.get("published"), article.get("title"), None)
    return str(article["id"]), _text(article.get("text")), known["published"], known["title"]
