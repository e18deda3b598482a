from typing import Any

__version__: str

def read(
    text: str, *, published: str | None = None, title: str | None = None, lang: str | None = None
) -> dict[str, Any]:
    """The record of an article as dicts and lists; offsets count code points. ValueError for a day that is none."""

def page(html: str) -> tuple[str, str | None, str | None]: ...
def export(
    text: str,
    format: str,
    *,
    published: str | None = None,
    title: str | None = None,
    lang: str | None = None,
    url: str = "",
) -> str:
    """An article in the form of another program: markdown, text, csv, geojson, ics, jsonld or annotations."""

def library(articles: list[tuple[str, str, str | None, str | None]]) -> dict[str, Any]: ...
