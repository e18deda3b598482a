"""Archives, on one machine and on a cluster: stopped, started again, with a bad article in them; asked in SQL."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pa = pytest.importorskip("pyarrow")
import pyarrow.parquet as pq  # noqa: E402

EXAMPLES = Path(__file__).parent.parent / "examples"
TEXT = "Mayor Ina Berg spoke in Berlin on Tuesday. “It rains,” she said."


def run(script, *args, **environment):
    """Runs an example; what it prints, with its complaints."""
    command = [sys.executable, EXAMPLES / script, *map(str, args)]
    env = {**os.environ, **environment}
    return subprocess.run(command, check=True, timeout=300, env=env, text=True, stdout=-1, stderr=subprocess.STDOUT).stdout


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
    return sorted(((r["article"], r["kind"], r["words"], r["key"]) for r in table), key=repr)


def is_whole(rows):
    good = [r[1:] for r in rows if r[0] == "one-0"]
    assert good == [
        ("article", None, "2021-05-06"),
        ("date", "Tuesday", "2021-05-04"),
        ("person", "Ina Berg", "person/ina-berg"),
        ("place", "Berlin", "place/berlin"),
        ("quote", "“It rains,”", "person/ina-berg"),
    ]
    # Six good ones, two without a word, two that cannot be read.
    assert len(rows) == 6 * len(good) + 2 + 2
    assert [r[2] for r in rows if r[1] == "error"] == ["ValueError: published is \"never\", not YYYY-MM-DD"] * 2


def test_a_batch_from_anywhere():
    duckdb = pytest.importorskip("duckdb")
    polars = pytest.importorskip("polars")
    from glosser.arrow import annotate

    raw = pa.table({"id": [1, 2, 3], "text": pa.array([b"Ina Berg left. \xff", None, b""])})
    assert annotate(raw).column("kind").to_pylist() == ["article", "person", "error", "article"]
    frame = polars.DataFrame({"id": ["a"], "text": [TEXT], "published": ["2021-05-06"]})
    kinds = ["article", "person", "place", "date", "quote"]
    for table in (frame.to_arrow(), duckdb.sql("select * from frame").to_arrow_table()):
        assert annotate(table).column("kind").to_pylist() == kinds
    assert polars.from_arrow(annotate(frame.to_arrow())).height == len(kinds)


def test_one_machine(archive):
    source, out = archive
    told = run("archive.py", source, out)
    is_whole(found(out))
    assert told.count("not read: ") == 2 and "not read: one-bad: ValueError: published is \"never\"" in told
    parts = sorted(part for part in out.glob("*.parquet") if part.stem != "columns")
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
    # What has come since is read, and what was read is not.
    (tmp_path / "texts" / "0.txt").write_text(TEXT, "utf-8")
    assert "1 articles" in run("archive.py", tmp_path / "texts", tmp_path / "out")
    top = duckdb.sql(f"select words, count(*) from '{glob}' where kind = 'person' group by 1").fetchall()
    assert top == [("Ina Berg", 5)]
    lazy = polars.scan_parquet(glob).filter(polars.col("kind") == "place").select("words", "country").unique()
    assert lazy.collect().rows() == [("Berlin", "DE")]


def test_a_cluster(archive):
    pytest.importorskip("pyspark")
    if not shutil.which("java"):
        pytest.skip("Spark needs Java, which is not here")
    source, out = archive
    # As few partitions as a small archive needs, or starting them is all that the test does.
    local = {"PYSPARK_SUBMIT_ARGS": "--master local[2] --conf spark.sql.shuffle.partitions=2 --conf spark.ui.enabled=false pyspark-shell"}
    local |= {"SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_HOSTNAME": "localhost"}
    (source / "2021").mkdir()
    (source / "2021" / "note.txt").write_bytes(b"Mayor Ina Berg spoke in Berlin. \xff")
    told = run("spark.py", source, out, **local)
    rows = found(out)
    of_note = [r for r in rows if r[0].endswith("2021/note.txt")]
    assert [r[1:3] for r in of_note] == [("article", None), ("person", "Ina Berg"), ("place", "Berlin")]
    is_whole([r for r in rows if r not in of_note])
    assert told.count("not read: ") == 2 and "not read: two-bad: ValueError" in told
    # Stopped halfway: what is lost is done again, with what has come since, and nothing is there twice.
    lost = max(out.glob("*.parquet"), key=lambda part: part.stat().st_size)
    lost.unlink()
    (out / "_temporary").mkdir()
    (out / "_temporary" / "half.parquet").write_bytes(b"half")
    pq.write_table(pa.Table.from_pylist([{"id": "late", "text": TEXT}]), source / "late.parquet")
    run("spark.py", source, out, **local)
    again = found(out)
    assert {r[1] for r in again if r[0] == "late"} == {"article", "date", "person", "place", "quote"}
    assert [r for r in again if r[0] != "late"] == rows
