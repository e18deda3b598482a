"""An archive on many machines: Spark reads a folder of articles and writes Parquet of annotations.

    spark-submit archive_spark.py ARTICLES OUT

ARTICLES and OUT are whatever Spark can read and write. ARTICLES holds Parquet with the columns `id`, `text` and, if known,
`published` and `title`, or text files. It can be started again: articles that stand in OUT are not read again. One that
cannot be read stands there as a row of the kind `error`. Executors need the wheel and nothing else.
"""

import sys
from collections.abc import Iterator

import pyarrow as pa
from glosser.archive import COLUMNS, rows
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F
from pyspark.sql.utils import AnalysisException

ARROW = {"string": pa.string(), "int": pa.int32(), "double": pa.float64()}
ARROW_SCHEMA = pa.schema({name: ARROW[kind] for name, kind in COLUMNS.items()})
SCHEMA = ", ".join(f"`{name}` {kind}" for name, kind in COLUMNS.items())


def annotate(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Runs on the executors: articles in, annotations out."""
    for batch in batches:
        found: list[dict] = []
        for article in batch.to_pylist():
            known = {key: article.get(key) for key in ("published", "title")}
            one = list(rows(article["id"], article["text"], **known))
            # So that an article without findings is known to have been read.
            found += one or [{**dict.fromkeys(COLUMNS), "article": article["id"], "kind": "none"}]
        yield from pa.Table.from_pylist(found, ARROW_SCHEMA).to_batches()


def articles(spark: SparkSession, source: str) -> DataFrame:
    try:
        return spark.read.parquet(source)
    except AnalysisException:
        return spark.read.text(source, wholetext=True).select(F.input_file_name().alias("id"), F.col("value").alias("text"))


def run(spark: SparkSession, source: str, out: str) -> None:
    left = articles(spark, source)
    try:
        left = left.join(spark.read.schema(SCHEMA).parquet(out).select(F.col("article").alias("id")), "id", "left_anti")
    except AnalysisException:
        pass  # Nothing is written yet.
    left.repartition(spark.sparkContext.defaultParallelism).mapInArrow(annotate, SCHEMA).write.mode("append").parquet(out)


if __name__ == "__main__":
    run(SparkSession.builder.appName("glosser").getOrCreate(), sys.argv[1], sys.argv[2])
