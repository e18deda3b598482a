"""An archive on one machine: a folder of articles becomes Parquet of annotations, on all processors.

    python archive.py ARTICLES OUT
    duckdb -c "select words, count(*) from 'OUT/*.parquet' where kind = 'person' group by 1 order by 2 desc limit 10"

ARTICLES holds `.txt` files, or Parquet files with the columns `id`, `text` and, if known, `published` and `title`. It can be
stopped at any time and started again: a part that is written is not read again. An article that cannot be read stands in
the tables as a row of the kind `error`.
"""

import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from glosser.archive import COLUMNS, rows

#: Articles in a part: what is lost at most when it is stopped.
PART = 500
ARROW = {"string": pa.string(), "int": pa.int32(), "double": pa.float64()}
SCHEMA = pa.schema({name: ARROW[kind] for name, kind in COLUMNS.items()})


def jobs(source: Path) -> Iterator[tuple[str, list[Path], int]]:
    """Parts of the archive, each with a name that is the same in every run."""
    texts = sorted(source.glob("**/*.txt"))
    for first in range(0, len(texts), PART):
        yield f"texts-{first:09}", texts[first : first + PART], 0
    for file in sorted(source.glob("**/*.parquet")):
        for group in range(pq.ParquetFile(file).num_row_groups):
            yield f"{file.stem}-{group:06}", [file], group


def articles(files: list[Path], group: int) -> Iterator[dict]:
    if files[0].suffix == ".parquet":
        yield from pq.ParquetFile(files[0]).read_row_group(group).to_pylist()
    else:
        for file in files:
            yield {"id": str(file), "text": file.read_bytes().decode("utf-8", "replace")}


def write(out: Path, name: str, files: list[Path], group: int) -> int:
    """Reads a part and writes it, whole or not at all; how many articles it had."""
    table, count = [], 0
    for article in articles(files, group):
        count += 1
        known = {key: article.get(key) for key in ("published", "title")}
        table += rows(str(article.get("id")), article.get("text"), **known)
    unfinished = out / f".{name}.unfinished"
    pq.write_table(pa.Table.from_pylist(table, SCHEMA), unfinished, compression="zstd")
    unfinished.rename(out / f"{name}.parquet")
    return count


def main(source: Path, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    left = [job for job in jobs(source) if not (out / f"{job[0]}.parquet").exists()]
    done = 0
    with ProcessPoolExecutor() as pool:
        for future in [pool.submit(write, out, *job) for job in left]:
            done += future.result()
            print(f"\r{done} articles read", end="", file=sys.stderr)
    print(file=sys.stderr)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
