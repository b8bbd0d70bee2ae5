"""Keep a corpus in a file of the data folder, so that the first search after a start is quick.

The file is a cache: one that is missing, damaged or of other notes is built again. It holds arrays and text only.
"""

from __future__ import annotations

import contextlib
import json
import zipfile
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np

from placecheck.notes.model import Catalogue
from placecheck.notes.search.answerability import TurnCounts
from placecheck.notes.search.corpus import Corpus, ParagraphText
from placecheck.notes.search.index import Index
from placecheck.paths import open_private, private_folder

FORMAT = 1
"""Raise it where what a corpus holds, or how it is worked out, changes."""
FOLDER = "notes"
MAX_CORPORA = 3
"""The number of corpora kept, so that a few rubrics can be used in turn."""

_ARRAYS = ("starts", "documents", "worth", "rarities")
_DAMAGED = (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile)


def corpus_hash(catalogue: Catalogue, written: Sequence[ParagraphText]) -> str:
    """Return a hash of everything that a corpus is made from."""
    hasher = blake2b(f"{FORMAT}\n".encode(), digest_size=12)
    for passage in catalogue.passages:
        title = catalogue.notes_by_id[passage.note].title
        parts = (passage.id, title, passage.section or "", passage.gist, *passage.asked_as, "", *passage.everyday_words)
        hasher.update("\n".join((*parts, "\0")).encode())
    hasher.update(catalogue.wording.model_dump_json().encode())
    hasher.update("\n".join(catalogue.out_of_scope.questions).encode())
    for (note, number), text in written:
        hasher.update(f"\0{note}#{number}\n{text}".encode())
    return hasher.hexdigest()


def load(folder: Path, key: str) -> Corpus | None:
    """Return the corpus kept below the data folder `folder` under this key; None where there is none that is whole."""
    try:
        with np.load(_path(folder, key), allow_pickle=False) as file:
            parts = {name: file[name] for name in file.files}
        text = json.loads(parts["text"].tobytes())
        return Corpus(
            about=_index("about", parts, text),
            text=_index("text", parts, text),
            turns=TurnCounts(*text["turns"]),
            phrases=frozenset(text["phrases"]),
            stems=text["stems"],
        )
    except _DAMAGED:
        return None


def save(folder: Path, key: str, corpus: Corpus) -> None:
    """Keep `corpus` below the data folder `folder`; nothing happens where it cannot be written to."""
    text = {
        "about": list(corpus.about.terms),
        "text": list(corpus.text.terms),
        "turns": corpus.turns,
        "phrases": sorted(corpus.phrases),
        "stems": dict(corpus.stems),
    }
    arrays: dict[str, Any] = {
        f"{name}_{array}": getattr(index, array)
        for name, index in (("about", corpus.about), ("text", corpus.text))
        for array in _ARRAYS
    }
    arrays["sizes"] = np.array([corpus.about.size, corpus.text.size])
    arrays["text"] = np.frombuffer(json.dumps(text, ensure_ascii=False).encode(), np.uint8)
    path = _path(folder, key)
    unfinished = path.with_suffix(".new")
    with contextlib.suppress(OSError):
        private_folder(path.parent)
        with open_private(unfinished) as file:
            np.savez(file, **arrays)
        unfinished.replace(path)
        _forget_old(path.parent)


def _index(name: str, parts: dict[str, Any], text: dict[str, Any]) -> Index:
    terms = {term: number for number, term in enumerate(text[name])}
    arrays = {array: parts[f"{name}_{array}"] for array in _ARRAYS}
    size = int(parts["sizes"][("about", "text").index(name)])
    if len(arrays["starts"]) != len(terms) + 1 or len(arrays["documents"]) != len(arrays["worth"]):
        raise ValueError(name)
    return Index(size=size, terms=terms, **arrays)


def _path(folder: Path, key: str) -> Path:
    return folder / FOLDER / f"search-{key}.npz"


def _forget_old(folder: Path) -> None:
    """Delete all but the latest corpora."""
    files = sorted(folder.glob("search-*.npz"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for path in files[MAX_CORPORA:]:
        path.unlink(missing_ok=True)
