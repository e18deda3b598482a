"""Archives in Arrow, as Spark, DuckDB, Polars and Parquet hand them around: a batch of articles in, a table of annotations out.

Needs `pyarrow`.
"""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from .archive import COLUMNS, rows

_TYPES = {"string": pa.string(), "int": pa.int32(), "double": pa.float64()}

#: The columns of `glosser.archive`.
SCHEMA = pa.schema([(name, _TYPES[kind]) for name, kind in COLUMNS.items()])


def annotate(articles: pa.RecordBatch | pa.Table) -> pa.Table:
    """The annotations of articles in the columns `id`, `text` and, if they are there, `published` and `title`."""
    known = {name: _strings(articles.column(name)) for name in ("id", "text", "published", "title") if name in articles.schema.names}
    table: list[dict[str, Any]] = []
    for number in range(articles.num_rows):
        article = {name: column[number] for name, column in known.items()}
        more = {name: article.get(name) for name in ("published", "title")}
        table += rows(str(article.get("id")), article.get("text"), **more)
    return pa.Table.from_pylist(table, SCHEMA)


def _strings(column: pa.Array | pa.ChunkedArray) -> list[str | None]:
    """A column as strings, whatever is in it: bytes that are no UTF-8, which Java hands on unseen, end nothing here."""
    if pa.types.is_string(column.type) or pa.types.is_large_string(column.type) or pa.types.is_binary(column.type):
        found = column.cast(pa.large_binary()).to_pylist()
        return [None if value is None else value.decode("utf-8", "replace") for value in found]
    return [None if value is None else str(value) for value in column.to_pylist()]
