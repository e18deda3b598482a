"""Archives: articles a second on one processor and on two, on one machine (`archive.py`) and by Spark (`spark.py`).

    python benches/archives.py 8000        # with the package, pyarrow and pyspark installed; needs Linux' taskset

The articles are those of the corpus, each with a name of its own in it. What starting costs, with a handful of articles, is
taken off; what is left grows with the articles. The record is benches/record.md.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "python" / "examples"
FILES = 8


def archive(folder: Path, count: int) -> Path:
    texts = [file.read_text("utf-8") for file in sorted((ROOT / "corpus").glob("*.txt"))]
    folder.mkdir()
    for part in range(FILES):
        rows = [(f"{part}-{i}", f"{texts[i % len(texts)]}\n\nMayor Ina Berg{i} spoke in Berlin on Tuesday.") for i in range(count // FILES)]
        pq.write_table(pa.table({"id": [r[0] for r in rows], "text": [r[1] for r in rows]}), folder / f"{part}.parquet")
    return folder


def seconds(script: str, source: Path, processors: str) -> float:
    number = len(processors.split(","))
    env = {
        **os.environ,
        "PYSPARK_SUBMIT_ARGS": f"--master local[{number}] --conf spark.ui.enabled=false --conf spark.sql.shuffle.partitions={number} pyspark-shell",
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_LOCAL_IP": "127.0.0.1",
    }
    with tempfile.TemporaryDirectory() as out:
        command = ["taskset", "-c", processors, sys.executable, EXAMPLES / script, source, Path(out) / "out"]
        start = time.monotonic()
        subprocess.run(command, check=True, env=env, capture_output=True)
        return time.monotonic() - start


def main(count: int) -> None:
    print(f"load of the machine {os.getloadavg()[0]:.1f}; {count} articles of {sum(f.stat().st_size for f in (ROOT / 'corpus').glob('*.txt')) // 5} bytes")
    with tempfile.TemporaryDirectory() as folder:
        few, many = archive(Path(folder) / "few", FILES), archive(Path(folder) / "many", count)
        for script in ("archive.py", "spark.py"):
            for processors in ("0", "0,1"):
                rate = (count - FILES) / (seconds(script, many, processors) - seconds(script, few, processors))
                print(f"{script}, {len(processors.split(','))} processors: {rate:.0f} articles a second", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]))
