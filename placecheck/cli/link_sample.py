"""The sheet that `placecheck check --sample` prints: each link drawn by lot, with its paragraph if at hand."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from placecheck.words import rubrics as words
from placecheck.words import say

if TYPE_CHECKING:
    from placecheck.notes import Catalogue
    from placecheck.rubric.sample import DrawnLink


def sample_sheet(folder: Path, count: int, seed: int, notes: Path | None) -> str:
    """Return the sheet for `count` links of the rubric in `folder`, with paragraphs from the files below `notes`.

    Without `notes`, a paragraph is printed where its text was added here.

    Raises:
        InputError: A file of the rubric or of the notes is invalid.
    """
    from placecheck.notes import load_catalogue
    from placecheck.rubric import load_rubric
    from placecheck.rubric.sample import draw_links

    rubric, catalogue = load_rubric(folder), load_catalogue(folder)
    drawn = draw_links(rubric, count, seed)
    texts = _texts(catalogue, notes)
    head = say(words.SAMPLE, title=rubric.title, edition=rubric.edition, n=len(drawn), seed=seed)
    return "\n\n".join([head, *(_entry(number, link, texts) for number, link in enumerate(drawn, 1))])


def _texts(catalogue: Catalogue, notes: Path | None) -> Mapping[str, str]:
    """Return the paragraph of each passage whose text is available, by the passage's id."""
    if notes is None:
        from placecheck.notes.library import Library
        from placecheck.paths import data_folder

        library = Library.open(data_folder(None), catalogue)
        return {passage.id: text.text for passage in catalogue.passages if (text := library.paragraph(passage.id))}
    from placecheck.notes.rebuild import begins_with_incipit, fullest_copies, read_copies

    whole = fullest_copies(read_copies(notes, catalogue.boilerplate), catalogue)
    present = (passage for passage in catalogue.passages if begins_with_incipit(passage, whole.get(passage.note, ())))
    return {passage.id: whole[passage.note][passage.paragraph] or "" for passage in present}


def _entry(number: int, drawn: DrawnLink, texts: Mapping[str, str]) -> str:
    """Return one link of the sheet: indicator, statement, passage, reason, and the paragraph where it is available."""
    kind = say(words.SAMPLE_SUPPORT if drawn.kind == "supports" else words.SAMPLE_CAUTION)
    link = drawn.link
    lines = [
        f"{number}. {drawn.indicator.id}: {drawn.indicator.statement}",
        f"   {kind}: {link.passage}" + (f" ({link.how})" if link.how else ""),
        f"   {link.because or say(words.SAMPLE_NO_REASON)}",
    ]
    if link.passage in texts:
        lines.append(f"   > {texts[link.passage]}")
    return "\n".join(lines)
