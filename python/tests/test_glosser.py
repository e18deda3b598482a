"""The package as it is installed."""

import doctest
import json
import threading
from datetime import date, datetime

import glosser.archive
import pytest

TEXT = "Mayor Ina Berg spoke in Berlin 😀 on Tuesday. “It rains,” she said."


def test_the_record_is_plain_and_counts_code_points():
    article = glosser.read(TEXT, published="2021-05-06")
    assert json.loads(json.dumps(article)) == article
    assert [TEXT[m["start"] : m["end"]] for m in article["mentions"]] == ["Ina Berg", "Berlin"]
    (date,) = article["dates"]
    assert (TEXT[date["start"] : date["end"]], date["value"]) == ("Tuesday", "2021-05-04")
    assert article["quotes"][0]["speaker"]["entity"] == "person/ina-berg"


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: glosser.read(TEXT, published="Thursday"), ValueError, "YYYY-MM-DD"),
        (lambda: glosser.read(TEXT, published=20210506), TypeError, "published is int"),
        (lambda: glosser.read(TEXT, lang="English"), ValueError, "lang is 'English'.*en-GB"),
        (lambda: glosser.read(TEXT, title=7), TypeError, "title is int"),
        (lambda: glosser.read(7), TypeError, "the text is int, not str"),
        (lambda: glosser.read(b"Rain."), TypeError, "bytes, not str: decode"),
        (lambda: glosser.page(None), TypeError, "the page is NoneType"),
        (lambda: glosser.read_many(TEXT), TypeError, "one str, not several"),
        (lambda: glosser.read_many([TEXT], publishd="2021-05-06"), TypeError, "publishd"),
        (lambda: glosser.export(TEXT, "word"), ValueError, "markdown"),
        (lambda: glosser.library([{"text": TEXT}]), TypeError, "article 0 is no mapping with id and text"),
        (lambda: glosser.library([{"id": 1, "text": None}]), TypeError, "the text is NoneType"),
    ],
)
def test_what_is_wrong_is_said(call, error, message):
    with pytest.raises(error, match=message):
        call()


def test_a_day_may_be_a_date():
    days = ["2021-05-06", "2021-05-06T07:08:09Z", date(2021, 5, 6), datetime(2021, 5, 6, 7, 8)]
    assert {glosser.read(TEXT, published=day)["published"] for day in days} == {"2021-05-06"}


def test_half_a_pair_is_one_character():
    text = "Rain \ud83d fell. " + TEXT
    mentions = glosser.read(text)["mentions"]
    assert [text[m["start"] : m["end"]] for m in mentions] == ["Ina Berg", "Berlin"]


def test_many_come_in_order_and_one_bad_one_ends_nothing():
    inputs = [TEXT, {"text": None}, {"html": f"<nav>Home</nav><p>{TEXT}"}, {"text": TEXT, "published": "never"}] * 9
    outcomes = list(glosser.read_many(inputs, threads=3, published="2021-05-06"))
    assert [o.input for o in outcomes] == inputs
    assert [type(o.error) for o in outcomes[:4]] == [type(None), TypeError, type(None), ValueError]
    assert outcomes[0].article == glosser.read(TEXT, published="2021-05-06")
    assert outcomes[2].article["text"] == TEXT


def test_a_loop_may_be_left():
    taken = 0

    def endless():
        nonlocal taken
        while True:
            taken += 1
            yield TEXT

    for _ in glosser.read_many(endless(), threads=2):
        break
    assert taken <= 16
    assert not [t for t in threading.enumerate() if t.name.startswith("glosser")]


def test_exports_and_library():
    assert glosser.export(TEXT, "markdown", title="Rain").startswith("# Rain")
    story = glosser.library([{"id": 1, "text": TEXT}, {"id": "b", "text": "Ina Berg left Berlin on 3 May 2021."}])
    assert "Ina Berg" in json.dumps(story)


def test_the_examples_in_the_documentation():
    found = [doctest.testmod(module) for module in (glosser, glosser.archive)]
    assert [result.failed for result in found] == [0, 0]
    assert sum(result.attempted for result in found) >= 6


def test_spacy():
    spacy = pytest.importorskip("spacy")
    nlp = spacy.blank("en")
    nlp.add_pipe("glosser", config={"published": "2021-05-06"})
    doc = nlp(TEXT)
    assert [(e.text, e.label_, e.kb_id_) for e in doc.ents] == [
        ("Ina Berg", "PERSON", "person/ina-berg"),
        ("Berlin", "GPE", "place/berlin"),
        ("Tuesday", "DATE", "2021-05-04"),
    ]
    assert doc._.glosser["published"] == "2021-05-06"
    # Another's entities stay.
    ruled = spacy.blank("en")
    ruled.add_pipe("entity_ruler").add_patterns([{"label": "CITY", "pattern": "Berlin"}])
    ruled.add_pipe("glosser")
    assert [(e.text, e.label_) for e in ruled(TEXT).ents][1] == ("Berlin", "CITY")
