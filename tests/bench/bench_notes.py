"""The notes: adding them, the first search, search among a hundred times as many, and how good its answers are.

SQLite's FTS5 does the same with the same text in the same run. Run from anywhere: `python tests/bench/bench_notes.py`.
The notes are those beside the checkout; without them the gists stand in for their text, and nothing is added.
"""

from __future__ import annotations

import itertools
import random
import sqlite3
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from judged import SETS, Answer, judged
from table import head, row

from placecheck.fingerprint import words
from placecheck.notes import Catalogue, load_catalogue
from placecheck.notes.adding import add_note_files
from placecheck.notes.inputs import input_files
from placecheck.notes.library import Library
from placecheck.notes.search import ParagraphText, Search
from placecheck.resources import resource_folder

NOTES = Path(__file__).resolve().parents[3] / "shared/notes"
TIMES = 100
QUESTIONS = (
    "who decides how the money is spent?",
    "nobody ever asks the young ones what they want",
    "our hall is falling down and there is no cash to mend it",
    "do big charities push out the small ones?",
)


def fts5(written: Iterable[ParagraphText]) -> sqlite3.Connection:
    """SQLite's own search over the same text, with its stemmer."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE note USING fts5(id UNINDEXED, text, tokenize='porter unicode61')")
    connection.executemany("INSERT INTO note VALUES (?, ?)", ((f"{p[0]}#{p[1]}", text) for p, text in written))
    return connection


def ask_fts5(connection: sqlite3.Connection, question: str) -> list[str]:
    """Its ten best for a question: any of the words, ranked by BM25."""
    match = " OR ".join(f'"{word}"' for word in words(question))
    found = connection.execute("SELECT id FROM note WHERE note MATCH ? ORDER BY rank LIMIT 10", (match,))
    return [id_ for (id_,) in found]


def shuffled(written: Sequence[ParagraphText], times: int) -> list[ParagraphText]:
    """`written` and as many notes more, `times` in all, each paragraph with its words in another order."""
    chance = random.Random(0)  # noqa: S311 (no secret)
    more = [
        ParagraphText((f"{note}-{copy}", number), " ".join(chance.sample(text.split(), len(text.split()))))
        for copy in range(1, times)
        for (note, number), text in written
    ]
    return [*written, *more]


def speed(catalogue: Catalogue, written: Sequence[ParagraphText]) -> None:
    """Print how long it takes, with as much text as there is and with a hundred times that."""
    head(f"The notes: {len(written)} paragraphs, and {TIMES} times as many")
    if NOTES.is_dir():
        row("add the five files, against FTS5 indexing them", lambda: added(catalogue), plain, allowed=40)
    first = QUESTIONS[0]
    with tempfile.TemporaryDirectory() as data:
        kept = Path(data)
        Search(catalogue, written, kept).prepare()
        row(
            "first search with the kept index, against FTS5 indexing and asking",
            lambda: Search(catalogue, written, kept).find(first),
            lambda: ask_fts5(fts5(written), first),
            allowed=60,
        )
    for many, title in ((written, "search"), (shuffled(written, TIMES), f"search among {TIMES} times as many")):
        ours, theirs = Search(catalogue, many), fts5(many)
        turns = itertools.cycle(QUESTIONS)
        others = itertools.cycle(QUESTIONS)
        row(
            f"{title}, against FTS5",
            lambda ours=ours, turns=turns: ours.find(next(turns)),
            lambda theirs=theirs, others=others: ask_fts5(theirs, next(others)),
            allowed=3,
        )


def added(catalogue: Catalogue) -> None:
    with tempfile.TemporaryDirectory() as data:
        add_note_files(input_files([NOTES]), Path(data), catalogue)


def plain() -> None:
    lines = (line for path in sorted(NOTES.glob("0*.txt")) for line in path.read_text(encoding="utf-8").splitlines())
    fts5(ParagraphText(("note", number), line) for number, line in enumerate(lines) if line.strip()).close()


def quality(catalogue: Catalogue, written: Sequence[ParagraphText]) -> None:
    """Print how good the answers are, on the questions that the search was tuned on and on those that it was not."""
    passages = [
        written_ for written_ in written if f"{written_.position[0]}#{written_.position[1]}" in catalogue.passages_by_id
    ]
    gists = [ParagraphText((one.note, one.paragraph), one.gist) for one in catalogue.passages]
    bare, full = Search(catalogue), Search(catalogue, written)
    by_text, by_gist = fts5(passages), fts5(gists)
    searches = {
        "ours": lambda question: answer(bare, question),
        "ours, with the notes' text": lambda question: answer(full, question),
        "FTS5 over the paragraphs": lambda question: Answer(ask_fts5(by_text, question)),
        "FTS5 over our gists": lambda question: Answer(ask_fts5(by_gist, question)),
    }
    print("\nAnswers to questions in residents' words, judged by hand\n")
    print("| search | questions | nDCG@10 | recall@5 | answerable: none, near | unanswerable answered |")
    print("|---|---|---|---|---|---|")
    for name, find in searches.items():
        for which in SETS:
            outcome = judged(find, which)
            missed = f"{outcome.refused}, {outcome.called_near} of {outcome.answerable}"
            answered = f"{outcome.answered} of {outcome.unanswerable}"
            print(
                f"| {name} | {which} | {outcome.ndcg:.2f} | {outcome.recall:.2f} | {missed} | {answered} |", flush=True
            )


def answer(search: Search, question: str) -> Answer:
    hits = search.find(question)
    return Answer([f"{hit.position[0]}#{hit.position[1]}" for hit in hits], any(hit.is_near for hit in hits))


def main() -> None:
    """Print both tables."""
    catalogue = load_catalogue(resource_folder("rubrics") / "better-way-place")
    written = [ParagraphText((one.note, one.paragraph), one.gist) for one in catalogue.passages]
    if NOTES.is_dir():
        with tempfile.TemporaryDirectory() as data:
            add_note_files(input_files([NOTES]), Path(data), catalogue)
            library = Library.open(Path(data), catalogue)
        written = list(library.engine.written)
    speed(catalogue, written)
    quality(catalogue, written)


if __name__ == "__main__":
    main()
