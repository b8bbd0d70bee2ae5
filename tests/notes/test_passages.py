"""Every passage points to a paragraph, and the project holds none of the notes' sentences."""

from __future__ import annotations

import subprocess
import sys

import pytest

from placecheck.notes.catalogue import OUTLINES
from placecheck.notes.rebuild import (
    NotTheNotesError,
    begins_with_incipit,
    fullest_copies,
    outlines_text,
    passage_fingerprints,
    passages_text,
    read_copies,
)

ID = "harbour#3"


@pytest.fixture(scope="module")
def notes(catalogue, shared):
    return fullest_copies(read_copies(shared / "notes", catalogue.boilerplate), catalogue)


def test_thirteen_notes_and_some_three_hundred_passages_are_catalogued(catalogue):
    assert len(catalogue.notes) == 13
    assert len(catalogue.passages) >= 300


def test_every_fingerprint_matches_its_paragraph(catalogue, notes):
    assert passage_fingerprints(catalogue, notes) == {passage.id: passage.fingerprint for passage in catalogue.passages}


def test_every_incipit_is_right_and_has_at_most_six_words(catalogue, notes):
    for passage in catalogue.passages:
        assert len(passage.incipit.split()) <= 6
        assert begins_with_incipit(passage, notes[passage.note])


def test_rebuilding_from_the_notes_changes_no_byte(catalogue, home, notes):
    path = home / "passages.yaml"
    assert passages_text(path, passage_fingerprints(catalogue, notes)) == path.read_text(encoding="utf-8")
    assert outlines_text(notes) == (home / OUTLINES).read_text(encoding="utf-8")


def test_no_sentence_of_the_notes_is_in_the_project(checkout, shared):
    tool = shared / "tools/verbatim.py"
    found = subprocess.run([sys.executable, tool, checkout], capture_output=True, text=True, check=False)
    assert found.stdout.splitlines()[-1].startswith("0 shared runs")


def test_every_note_has_an_outline_that_holds_its_passages(catalogue):
    signatures = catalogue.outlines.signatures
    assert signatures.keys() == catalogue.notes_by_id.keys()
    assert [one.id for one in catalogue.passages if signatures[one.note][one.paragraph] is None] == []


def test_a_folder_without_the_notes_is_refused_by_naming_what_is_not_there(small, tmp_path):
    (tmp_path / "other.txt").write_text("Something else.\n", encoding="utf-8")
    with pytest.raises(NotTheNotesError, match=ID):
        passage_fingerprints(small, fullest_copies(read_copies(tmp_path, small.boilerplate), small))


def test_a_fingerprint_that_changed_is_written_in_its_line_alone(home, catalogue):
    path = home / "passages.yaml"
    found = {passage.id: passage.fingerprint for passage in catalogue.passages}
    first = catalogue.passages[0]
    changed = passages_text(path, {**found, first.id: "0" * 16}).splitlines()
    before = path.read_text(encoding="utf-8").splitlines()
    assert [(old, new) for old, new in zip(before, changed, strict=True) if old != new] == [
        (f'    fingerprint: "{first.fingerprint}"', f'    fingerprint: "{"0" * 16}"')
    ]


def test_of_several_copies_the_one_counts_where_most_passages_stand_in_place(small, harbour, written, tmp_path):
    written("part.txt", "\n".join(harbour[:4]))
    written("whole.txt", "Next note\n" + "\n".join(harbour) + "\nNext note\nAnother thing altogether.\n")
    assert fullest_copies(read_copies(tmp_path, small.boilerplate), small) == {"harbour": harbour}


def test_a_paragraph_is_recognised_under_its_number_in_a_list(small, harbour):
    listed = [*harbour[:3], f"3)  {harbour[3]}"]
    assert begins_with_incipit(small.passages_by_id[ID], listed)
    assert not begins_with_incipit(small.passages_by_id[ID], harbour[1:])


def test_every_passage_that_the_rubric_cites_is_catalogued(catalogue, rubric):
    cited = {id_ for one in rubric.indicators() for _, _, link in one.links() for id_ in link.ids}
    assert cited | set(rubric.cautions) <= set(catalogue.passages_by_id)


def test_a_link_opens_the_page_at_the_paragraph(catalogue):
    passage = catalogue.passages_by_id["gathering-2018-07#63"]
    assert catalogue.link(passage).endswith("#:~:text=We%20need%20to%20develop")


def test_a_note_whose_page_was_not_seen_has_no_link(catalogue):
    assert catalogue.link(next(one for one in catalogue.passages if one.note == "keep-it-local-conf")) is None
