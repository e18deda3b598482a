"""An archive on a cluster: a folder of articles becomes Parquet of annotations, by Spark.

    spark-submit spark.py ARTICLES OUT

ARTICLES holds `.txt` files, or Parquet files with the columns `id`, `text` and, if known, `published` and `title`. OUT gets the
columns of `glosser.archive.COLUMNS`. The workers need the package: `pip install` it there, or hand over an environment with
`--archives`. It can be stopped at any time and started again, also with more articles: what is written is not read again. An
article that cannot be read fails nothing: it is a row of the kind `error`, and told at the end.
"""

import sys
from collections.abc import Iterator

import pyarrow as pa
from glosser.archive import COLUMNS
from glosser.arrow import annotate
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as f

#: Files of articles in one job: what is lost at most when it is stopped, times the articles in a file.
FILES = 20_000
SCHEMA = ", ".join(f"`{name}` {kind}" for name, kind in COLUMNS.items())


def annotations(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """What each worker does with its share of the articles."""
    for batch in batches:
        yield from annotate(batch).to_batches()


def files(spark: SparkSession, source: str, ending: str) -> list[str]:
    """The files of a folder and the folders in it, wherever Spark finds files."""
    found = spark.read.format("binaryFile").option("recursiveFileLookup", True).option("pathGlobFilter", f"*{ending}")
    return sorted(row.path for row in found.load(source).select("path").collect())


def articles(spark: SparkSession, paths: list[str], ending: str) -> DataFrame:
    if ending == ".txt":
        texts = spark.read.text(paths, wholetext=True)
        return texts.select(f.col("_metadata.file_path").alias("id"), f.col("value").alias("text"))
    # One file may know the day of publication where another does not.
    found = spark.read.option("mergeSchema", True).parquet(*paths)
    known = [name for name in ("published", "title") if name in found.columns]
    return found.select(f.col("id").cast("string"), "text", *(f.col(name).cast("string") for name in known))


def written(spark: SparkSession, out: str) -> DataFrame:
    """The articles of which all is written: a file of Parquet is there whole or not at all, and so is what is said of one."""
    path = spark._jvm.org.apache.hadoop.fs.Path(out)
    if not path.getFileSystem(spark._jsc.hadoopConfiguration()).exists(path):
        return spark.createDataFrame([], "id string")
    return spark.read.schema(SCHEMA).parquet(out).where("kind in ('article', 'error')").select(f.col("article").alias("id"))


def main(source: str, out: str) -> None:
    spark = SparkSession.builder.appName("glosser").getOrCreate()
    # Few enough that a batch of long articles fits into a worker, enough that what a batch costs does not count.
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", 500)
    for ending in (".txt", ".parquet"):
        paths = files(spark, source, ending)
        for first in range(0, len(paths), FILES):
            left = articles(spark, paths[first : first + FILES], ending).join(written(spark, out), "id", "left_anti")
            # A text weighs little and takes long: spread by number, not by bytes.
            spread = left.repartition(4 * spark.sparkContext.defaultParallelism)
            spread.mapInArrow(annotations, SCHEMA).write.mode("append").parquet(out)
    table = spark.read.schema(SCHEMA).parquet(out)
    for kind, count in sorted(table.groupBy("kind").count().collect()):
        print(f"{count:>12,} {kind}")
    for row in table.where("kind = 'error'").limit(20).collect():
        print(f"not read: {row.article}: {row.words}", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
