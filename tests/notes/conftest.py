"""A small rubric's worth of notes, and the Better Way catalogue."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from placecheck.fingerprint import text_fingerprint
from placecheck.notes import Catalogue, Note, Passage, load_catalogue
from placecheck.notes.boilerplate import Boilerplate
from placecheck.notes.outline import OutlinesFile, letters_and_figures, signature

PARAGRAPHS = (
    "A walk round the harbour",
    "We met on the quay at nine, eleven of us, and the tide was so far out that every boat lay on its side.",
    "What we heard",
    "The net store has stood empty since the ice plant closed, though three families still have a key to it.",
    "Somebody had painted the railings over the winter, and nobody at the table would say that it was them.",
)
BOILERPLATE = Boilerplate(
    separators=("Next note",),
    lines=("Skip to content", "Share this *"),
    endings=("Related posts",),
    people=("Who came",),
)


@pytest.fixture(scope="session")
def harbour() -> tuple[str, ...]:
    """The paragraphs of a note that the small catalogue knows; two of them are headings."""
    return PARAGRAPHS


@pytest.fixture(scope="session")
def small(harbour: tuple[str, ...]) -> Catalogue:
    """A catalogue of one note, with two passages of it."""
    passages = tuple(
        Passage(
            id=f"harbour#{number}",
            section="What we heard",
            incipit=" ".join(harbour[number].split()[:4]),
            fingerprint=text_fingerprint(harbour[number]),
            kind="example",
            gist=gist,
            asked_as=(asked,),
        )
        for number, gist, asked in (
            (3, "A shed is unused though people could open it.", "what can we do with empty buildings?"),
            (4, "Someone did a good turn and kept quiet.", "do people help without being asked?"),
        )
    )
    outline = OutlinesFile(
        outlines={"harbour": "\n".join(str(signature(letters_and_figures(text))) for text in harbour)}
    )
    note = Note(id="harbour", title="A walk round the harbour", date="3 May 2019", kind="a walk", who="eleven people")
    return Catalogue(notes=(note,), passages=passages, outlines=outline, boilerplate=BOILERPLATE)


@pytest.fixture(scope="session")
def home(checkout: Path) -> Path:
    return checkout / "rubrics/better-way-place"


@pytest.fixture(scope="session")
def catalogue(home: Path) -> Catalogue:
    return load_catalogue(home)


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    """Writes a file below a folder of the test's own."""

    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write
