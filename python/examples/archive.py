"""An archive on one machine: a folder of articles becomes Parquet of annotations, on all processors.

    python archive.py ARTICLES OUT
    duckdb -c "select words, count(*) from 'OUT/*.parquet' where kind = 'person' group by 1 order by 2 desc limit 10"

ARTICLES holds `.txt` files, or Parquet files with the columns `id`, `text` and, if known, `published` and `title`. It can be
stopped at any time and started again, also with more articles: what is written is not read again. An article that cannot be read stands in
the tables as a row of the kind `error`, and is told.
"""

import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from glosser.arrow import SCHEMA, annotate

#: Articles in a part: what is lost at most when it is stopped.
PART = 500


def jobs(source: Path, out: Path) -> Iterator[tuple[str, list[Path], int]]:
    """What is left to read, in parts, each with a name of its own: that of what is in it."""

    def part(files: list[Path], group: int = 0) -> tuple[str, list[Path], int]:
        return sha256("\n".join([*map(str, files), str(group)]).encode()).hexdigest()[:16], files, group

    told = pq.read_table(out, columns=["article"], filters=[("kind", "in", ["article", "error"])])
    read = set(told.column("article").to_pylist())
    texts = [file for file in sorted(source.glob("**/*.txt")) if str(file) not in read]
    for first in range(0, len(texts), PART):
        yield part(texts[first : first + PART])
    for file in sorted(source.glob("**/*.parquet")):
        for group in range(pq.ParquetFile(file).num_row_groups):
            if not (out / f"{part([file], group)[0]}.parquet").exists():
                yield part([file], group)


def articles(files: list[Path], group: int) -> pa.Table:
    if files[0].suffix == ".parquet":
        return pq.ParquetFile(files[0]).read_row_group(group)
    return pa.table({"id": [str(file) for file in files], "text": [file.read_bytes() for file in files]})


def write(out: Path, name: str, files: list[Path], group: int) -> list[tuple[str, str]]:
    """Reads a part and writes it, whole or not at all; each article with what went wrong with it."""
    table = annotate(articles(files, group))
    unfinished = out / f".{name}.unfinished"
    pq.write_table(table, unfinished, compression="zstd")
    unfinished.rename(out / f"{name}.parquet")
    told = table.select(["article", "kind", "words"]).to_pylist()
    return [(row["article"], row["words"] if row["kind"] == "error" else "") for row in told if row["kind"] in ("article", "error")]


def main(source: Path, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    pq.write_table(SCHEMA.empty_table(), out / "columns.parquet")
    left = list(jobs(source, out))
    done = 0
    # Fresh processes: one that is forked from threads may wait for a lock for ever.
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        for future in as_completed([pool.submit(write, out, *job) for job in left]):
            for article, error in future.result():
                done += 1
                if error:
                    print(f"\rnot read: {article}: {error}", file=sys.stderr)
            print(f"\r{done:,} articles", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
