"""Files taken apart into notes, kept, and known again wherever their paragraphs stand."""

from __future__ import annotations

import json
import textwrap

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from placecheck.errors import InputError
from placecheck.notes.added_notes import FOLDER, remove_added_note
from placecheck.notes.adding import add_note_files
from placecheck.notes.inputs import input_files, uploaded_file
from placecheck.notes.library import Library

STRANGE = "\n".join(
    [
        "An evening at the boatyard",
        "Fourteen people came, most of whom had never been inside, and the talk went on until the tide turned again.",
        "They would like the slipway to be open on one day a week, with somebody there who knows the winch well.",
        "The yard's owner said that he had never been asked, and that he would think about it over the summer months.",
    ]
)


@pytest.fixture
def added(small, tmp_path):
    """Adds texts, each a file, below a data folder; the report and the library after it."""

    def do(*files, folder="data"):
        given = [uploaded_file(name, text.encode()) for name, text in files]
        report = add_note_files(given, tmp_path / folder, small)
        return report, Library.open(tmp_path / folder, small)

    return do


def holding(library, note="harbour"):
    return next(one for one in library.holdings() if one.note == note)


def test_a_whole_note_is_known_with_all_its_passages(added, harbour):
    report, library = added(("a.txt", "\n".join(harbour)))
    assert report.changed == ("harbour",)
    assert (holding(library).state, holding(library).passages) == ("whole", 2)
    assert library.paragraph("harbour#3").text == harbour[3]


def test_half_a_note_is_there_in_part(added, harbour):
    _, library = added(("a.txt", "\n".join(harbour[:4])))
    assert (holding(library).state, holding(library).passages, holding(library).passages_of) == ("part", 1, 2)


def test_two_halves_from_two_files_make_the_whole(added, harbour):
    added(("a.txt", "\n".join(harbour[:3])))
    _, library = added(("b.txt", "\n".join(harbour[2:])))
    assert holding(library).state == "whole"


def test_the_same_note_twice_is_one_note(added, harbour):
    added(("a.txt", "\n".join(harbour)), ("b.txt", STRANGE))
    report, library = added(("c.txt", "\n\n".join(harbour)), ("d.txt", "\n\n".join(STRANGE.split("\n"))))
    assert report.changed == ()
    assert len(library.added) == 2


def test_a_note_that_the_rubric_does_not_know_can_be_read_and_searched(added):
    _, library = added(("b.txt", STRANGE))
    (new,) = (one for one in library.holdings() if one.state == "new")
    assert new.title == "An evening at the boatyard"
    assert [paragraph.text for paragraph in library.note_text(new.note)] == STRANGE.split("\n")
    assert library.search("slipway winch open day")[0].note == new.note


def test_boilerplate_is_left_out_between_and_around_notes(added, harbour):
    people = ["Who came", "Ann Other, Harbour Trust", "Bo Peep, Sheep Watch"]
    file = [
        "Skip to content",
        *harbour,
        *people,
        "Next note",
        *STRANGE.split("\n"),
        "Share this page",
        "Related posts",
        "x",
    ]
    report, library = added(("a.txt", "\n".join(file)))
    texts = [paragraph.text for note in library.added for paragraph in library.note_text(note)]
    assert sorted(texts) == sorted([*harbour, *STRANGE.split("\n")])
    assert report.left_out >= 5


def test_a_list_of_people_after_a_note_is_no_note_of_its_own_however_long(added, harbour):
    people = [f"Person Number {n}, The Society for Walking Slowly Along the Shore of {n} Bays" for n in range(40)]
    _, library = added(("a.txt", "\n".join([*harbour, "Who came", *people])))
    assert set(library.added) == {"harbour"}


def test_a_broken_file_stops_no_other_and_is_told(added, harbour):
    report, library = added(("a.txt", "\n".join(harbour)), ("b.pdf", "%PDF-1.7 broken"))
    assert (report.files, [finding.file for finding in report.findings]) == (("a.txt",), ["b.pdf"])
    assert holding(library).state == "whole"


def test_a_damaged_added_note_is_reported_and_stops_nothing(added, harbour, tmp_path):
    added(("a.txt", "\n".join(harbour)))
    (tmp_path / "data" / FOLDER / "harbour.json").write_text('{"placecheck_note": 1', encoding="utf-8")
    _, library = added(("b.txt", STRANGE))
    assert [finding.what for finding in library.findings] == ["This added note is damaged."]
    assert len(library.added) == 1


def test_what_is_kept_is_a_file_that_a_person_can_read(added, harbour, tmp_path):
    added(("a.txt", "\n".join(harbour)))
    kept = json.loads((tmp_path / "data" / FOLDER / "harbour.json").read_text(encoding="utf-8"))
    assert (kept["id"], kept["files"], len(kept["paragraphs"])) == ("harbour", ["a.txt"], 5)


def test_a_note_that_was_added_can_be_taken_out_again(added, harbour, small, tmp_path):
    added(("a.txt", "\n".join(harbour)))
    assert remove_added_note(tmp_path / "data", "harbour")
    assert not remove_added_note(tmp_path / "data", "harbour")
    assert Library.open(tmp_path / "data", small).added == {}


@pytest.mark.parametrize("name", ["../harbour", "/etc/passwd", "", "a/b"])
def test_only_what_is_kept_can_be_taken_out(tmp_path, name):
    assert not remove_added_note(tmp_path, name)


def test_of_a_folder_only_files_that_may_be_notes_are_taken(written, tmp_path):
    for name in ("in/b.txt", "in/sub/a.html", "in/README.md", "in/.hidden.txt", "in/.git/c.txt", "in/picture.png"):
        written(name, "x")
    assert [given.name.rpartition("/")[2] for given in input_files([tmp_path / "in"])] == ["b.txt", "a.html"]


def test_a_file_that_is_not_there_is_told_when_it_is_read(tmp_path):
    (given_,) = input_files([tmp_path / "nowhere.txt"])
    with pytest.raises(InputError, match="no such file"):
        given_.read()


def test_surroundings_are_the_paragraphs_on_either_side(added, harbour):
    _, library = added(("a.txt", "\n".join(harbour)))
    assert [paragraph.text for paragraph in library.around("harbour#3", 1)] == list(harbour[2:5])


def test_without_text_a_passage_has_no_paragraph_and_search_still_finds_it(small, tmp_path):
    library = Library.open(tmp_path, small)
    assert library.paragraph("harbour#3") is None
    assert library.around("harbour#3") == ()
    assert library.search("what can we do with empty buildings?")[0].passage == "harbour#3"


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.randoms(use_true_random=False), width=st.integers(30, 90))
def test_a_note_is_known_whole_however_it_is_broken_and_typeset(small, harbour, tmp_path, seed, width):
    shouted = [" ".join(word.upper() if seed.random() < 0.1 else word for word in text.split()) for text in harbour]
    noise = "Nothing to do with it, and long enough to be a paragraph of its own somewhere else entirely."
    file = "\n\n".join("\n".join(textwrap.wrap(text, width)) for text in (noise, *shouted, noise))
    folder = tmp_path / str(seed.random())
    add_note_files([uploaded_file("a.txt", file.encode())], folder, small)
    assert holding(Library.open(folder, small)).state == "whole"


def test_the_five_files_give_thirteen_whole_notes_and_every_passage(catalogue, shared, tmp_path):
    report = add_note_files(input_files([shared / "notes"]), tmp_path, catalogue)
    library = Library.open(tmp_path, catalogue)
    assert (len(report.files), report.findings) == (5, ())
    assert {one.state for one in library.holdings()} == {"whole"}
    assert len(library.added) == 13
    assert [one.id for one in catalogue.passages if library.paragraph(one.id) is None] == []
    shown = [one.text for note in library.added for one in library.note_text(note)]
    assert not {"Participants", "Read More", "Previous"} & set(shown)
    assert not [text for text in shown if "Patreon" in text]
