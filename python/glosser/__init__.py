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
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from typing import Any

from ._core import __version__, page as _page
from ._core import export, library as _library, read

__all__ = ["Outcome", "Page", "__version__", "export", "library", "page", "read", "read_html", "read_many"]

#: An article as read.
Article = dict[str, Any]

_SETTINGS = ("published", "title", "lang")


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
    return Page(*_page(html))


def read_html(html: str, **settings: str | None) -> Article:
    """Reads the article in a web page. Its prose, in which the offsets count, comes along as `text`."""
    found = page(html)
    known = {"published": found.published, "title": found.title}
    known.update({key: value for key, value in settings.items() if value is not None})
    return {**read(found.text, **known), "text": found.text}


def read_many(
    inputs: Iterable[str | Mapping[str, Any]], *, threads: int | None = None, **settings: str | None
) -> Iterator[Outcome]:
    """Reads many articles on several threads, in their order, some ahead of the loop.

    An input is a text, or a mapping with `text` (or `html`) and, if known, `published`, `title`, `lang`, over the settings
    given for all. What is wrong with one is told with that one and ends nothing.

    >>> [o.error or o.article["language"] for o in read_many(["It rained in Berlin again.", {"text": 7}])]
    ['en', TypeError('the text is int, not str')]
    """
    threads = threads or os.cpu_count() or 1
    source = iter(inputs)
    with ThreadPoolExecutor(threads, thread_name_prefix="glosser") as pool:
        waiting: deque[Future[Outcome]] = deque()
        try:
            while True:
                # So many are held at a time that no thread waits, and no more.
                for given in islice(source, 4 * threads - len(waiting)):
                    waiting.append(pool.submit(_outcome, given, settings))
                if not waiting:
                    return
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def _outcome(given: str | Mapping[str, Any], common: Mapping[str, str | None]) -> Outcome:
    try:
        own = given if isinstance(given, Mapping) else {"text": given}
        settings = {key: own.get(key) or common.get(key) for key in _SETTINGS}
        if own.get("html") is not None:
            return Outcome(given, read_html(own["html"], **settings), None)
        text = own.get("text")
        if not isinstance(text, str):
            raise TypeError(f"the text is {type(text).__name__}, not str")
        return Outcome(given, read(text, **settings), None)
    except Exception as error:  # noqa: BLE001: whatever it is, it is about this article alone
        return Outcome(given, None, error)


def library(articles: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Several articles as one story: who figures in which, one timeline, what is new in each.

    Each is a mapping with `id` and `text`, and `published` and `title` if known.
    """
    return _library([(str(a["id"]), a["text"], a.get("published"), a.get("title")) for a in articles])
