"""Every passage points to a paragraph, and the project holds none of the notes' sentences."""

from __future__ import annotations

import subprocess
import sys

import pytest

from placecheck.notes import load_catalogue
from placecheck.notes.paragraphs import Furniture, begins_with, copy_of, documents, documents_in, load_furniture
from placecheck.notes.rebuild import NotTheNotesError, fingerprints, rebuilt

FURNITURE = Furniture(begins=("NOTE",), ends=("More",))


@pytest.fixture(scope="module")
def home(checkout):
    return checkout / "rubrics/better-way-place"


@pytest.fixture(scope="module")
def catalogue(home):
    return load_catalogue(home)


def test_thirteen_notes_and_some_three_hundred_passages_are_catalogued(catalogue):
    assert len(catalogue.notes) == 13
    assert len(catalogue.passages) >= 300


def test_every_fingerprint_matches_its_paragraph(catalogue, home, shared):
    found = fingerprints(catalogue, home, shared / "notes")
    assert found == {passage.id: passage.fingerprint for passage in catalogue.passages}


def test_every_incipit_is_right_and_has_at_most_six_words(catalogue, home, shared):
    among = documents_in(shared / "notes", load_furniture(home))
    copies = {note.id: copy_of(catalogue, note.id, among) for note in catalogue.notes}
    for passage in catalogue.passages:
        assert len(passage.incipit.split()) <= 6
        assert begins_with(copies[passage.note][passage.paragraph], passage.incipit)


def test_rebuilding_from_the_notes_changes_no_byte(catalogue, home, shared):
    path = home / "passages.yaml"
    assert rebuilt(path, fingerprints(catalogue, home, shared / "notes")) == path.read_text(encoding="utf-8")


def test_no_sentence_of_the_notes_is_in_the_project(checkout, shared):
    tool = shared / "tools/verbatim.py"
    found = subprocess.run([sys.executable, tool, checkout], capture_output=True, text=True, check=False)
    assert found.stdout.splitlines()[-1].startswith("0 shared runs")


def test_a_folder_without_the_notes_is_refused_by_naming_what_is_not_there(catalogue, home, tmp_path):
    (tmp_path / "other.txt").write_text("Something else.\n", encoding="utf-8")
    with pytest.raises(NotTheNotesError, match="bw-place-dinner-2018-11#3"):
        fingerprints(catalogue, home, tmp_path)


def test_a_fingerprint_that_changed_is_written_in_its_line_alone(home, catalogue):
    path = home / "passages.yaml"
    found = {passage.id: passage.fingerprint for passage in catalogue.passages}
    first = catalogue.passages[0]
    changed = rebuilt(path, {**found, first.id: "0" * 16}).splitlines()
    before = path.read_text(encoding="utf-8").splitlines()
    assert [(old, new) for old, new in zip(before, changed, strict=True) if old != new] == [
        (f'    fingerprint: "{first.fingerprint}"', f'    fingerprint: "{"0" * 16}"')
    ]


def test_several_notes_in_one_file_are_taken_apart():
    text = "NOTE\n\n One \nTwo\nMore\nNOTE\nThree\n"
    assert list(documents(text, FURNITURE)) == [("One", "Two"), ("Three",)]


def test_a_paragraph_is_recognised_under_its_number_in_a_list():
    assert begins_with("3)  Better way organisations are", "Better way organisations")
    assert not begins_with("Better ways", "Better way")


def test_every_passage_that_the_rubric_cites_is_catalogued(catalogue, rubric):
    cited = {passage for one in rubric.indicators() for passage in (*one.supports, *one.cautions)}
    assert cited | set(rubric.cautions) <= set(catalogue.passage)


def test_a_link_opens_the_page_at_the_paragraph(catalogue):
    passage = catalogue.passage["gathering-2018-07#63"]
    assert catalogue.link(passage).endswith("#:~:text=We%20need%20to%20develop")


def test_a_note_whose_page_was_not_seen_has_no_link(catalogue):
    assert catalogue.link(next(one for one in catalogue.passages if one.note == "keep-it-local-conf")) is None
