"""Glosser in a spaCy pipeline.

    nlp = spacy.blank("en")
    nlp.add_pipe("glosser")
    doc = nlp("Mayor Ina Berg spoke in Berlin on Tuesday.")
    doc.ents            # (Ina Berg, Berlin, Tuesday)
    doc.ents[0].kb_id_  # "person/ina-berg"
    doc._.glosser       # the whole record

The day of publication, if known, goes along as context: `nlp.pipe([(text, {"published": "2021-05-06"})], as_tuples=True)`
sets it only on documents made beforehand, so set `doc._.published` in a component before this one, or the setting
`published` for all.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from . import read

#: spaCy's labels for our kinds; a place is a GPE if it governs or is governed, else a LOC.
LABELS = {"person": "PERSON", "organization": "ORG", "place": "GPE"}
TIMES = {"DATE": "DATE", "TIME": "TIME", "DURATION": "DATE", "SET": "DATE"}
NATURE = {"water", "island", "mountain", "area", "world"}

for name in ("glosser", "published"):
    if not Doc.has_extension(name):
        Doc.set_extension(name, default=None)


class Glosser:
    """Sets `doc.ents` (names and dates), their `kb_id_` and `doc._.glosser`. What other components found is kept
    where the two do not overlap, or replaced if `overwrite`."""

    def __init__(self, published: str | None, dates: bool, overwrite: bool) -> None:
        self.published = published
        self.dates = dates
        self.overwrite = overwrite

    def __call__(self, doc: Doc) -> Doc:
        article = read(doc.text, published=doc._.published or self.published)
        places = {e["id"]: e["place"] for e in article["entities"] if e.get("place")}
        spans: list[Span | None] = []
        for mention in article["mentions"]:
            label = LABELS[mention["kind"]]
            if label == "GPE" and places.get(mention["entity"], {}).get("class") in NATURE:
                label = "LOC"
            spans.append(self._span(doc, mention, label, mention["entity"]))
        if self.dates:
            spans += [self._span(doc, d, TIMES[d["type"]], d["value"]) for d in article["dates"] if not d.get("vague")]
        known = [] if self.overwrite else list(doc.ents)
        taken = {token.i for span in known for token in span}
        found = [span for span in spans if span is not None and not any(token.i in taken for token in span)]
        doc.ents = filter_spans([*known, *found])
        doc._.glosser = article
        return doc

    @staticmethod
    def _span(doc: Doc, at: dict, label: str, key: str) -> Span | None:
        return doc.char_span(at["start"], at["end"], label=label, kb_id=key, alignment_mode="contract")


@Language.factory(
    "glosser",
    assigns=["doc.ents", "doc._.glosser"],
    default_config={"published": None, "dates": True, "overwrite": False},
)
def create(nlp: Language, name: str, published: str | None, dates: bool, overwrite: bool) -> Glosser:
    """The component, for `nlp.add_pipe("glosser")`."""
    return Glosser(published, dates, overwrite)
