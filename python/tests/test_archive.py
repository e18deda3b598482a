"""Archives: stopped, started again, with a bad article in them; asked in SQL."""

import subprocess
import sys
from pathlib import Path

import pytest

pa = pytest.importorskip("pyarrow")
import pyarrow.parquet as pq  # noqa: E402

EXAMPLES = Path(__file__).parent.parent / "examples"
TEXT = "Mayor Ina Berg spoke in Berlin on Tuesday. “It rains,” she said."


def run(script, *args):
    subprocess.run([sys.executable, EXAMPLES / script, *map(str, args)], check=True, timeout=300, capture_output=True)


@pytest.fixture
def archive(tmp_path):
    """Two parts of articles, one of them with a day that is none."""
    source = tmp_path / "articles"
    source.mkdir()
    for part in ("one", "two"):
        rows = [{"id": f"{part}-{i}", "text": TEXT, "published": "2021-05-06"} for i in range(3)]
        rows.append({"id": f"{part}-bad", "text": TEXT, "published": "never"})
        rows.append({"id": f"{part}-empty", "text": "", "published": None})
        pq.write_table(pa.Table.from_pylist(rows), source / f"{part}.parquet")
    return source, tmp_path / "out"


def found(out):
    table = pq.read_table(out).to_pylist()
    return sorted((r["article"], r["kind"], r["words"], r["key"]) for r in table if r["kind"] != "none")


def is_whole(rows):
    good = [r[1:] for r in rows if r[0] == "one-0"]
    assert good == [
        ("date", "Tuesday", "2021-05-04"),
        ("person", "Ina Berg", "person/ina-berg"),
        ("place", "Berlin", "place/berlin"),
        ("quote", "“It rains,”", "person/ina-berg"),
    ]
    assert len(rows) == 6 * len(good) + 2
    assert [r[2] for r in rows if r[1] == "error"] == ["ValueError: published is \"never\", not YYYY-MM-DD"] * 2


def test_one_machine(archive):
    source, out = archive
    run("archive.py", source, out)
    is_whole(found(out))
    parts = sorted(out.glob("*.parquet"))
    assert len(parts) == 2
    # What was lost is done again, what is there is not touched.
    parts[0].unlink()
    (out / f".{parts[0].stem}.unfinished").write_bytes(b"half")
    kept = parts[1].stat().st_mtime_ns
    run("archive.py", source, out)
    is_whole(found(out))
    assert parts[1].stat().st_mtime_ns == kept


def test_texts_and_questions_in_sql(tmp_path):
    duckdb = pytest.importorskip("duckdb")
    polars = pytest.importorskip("polars")
    (tmp_path / "texts" / "2021").mkdir(parents=True)
    for number in range(4):
        (tmp_path / "texts" / "2021" / f"{number}.txt").write_text(TEXT, "utf-8")
    run("archive.py", tmp_path / "texts", tmp_path / "out")
    glob = str(tmp_path / "out" / "*.parquet")
    top = duckdb.sql(f"select words, count(*) from '{glob}' where kind = 'person' group by 1").fetchall()
    assert top == [("Ina Berg", 4)]
    lazy = polars.scan_parquet(glob).filter(polars.col("kind") == "place").select("words", "country").unique()
    assert lazy.collect().rows() == [("Berlin", "DE")]
