"""What came of adding notes, in words."""

from __future__ import annotations

from placecheck.notes.adding import AddingResult
from placecheck.notes.library import Holding
from placecheck.views.notes.notes_holding import added_report, holding_views

WHOLE = Holding("a", "The harbour", "whole", 5, 2, 2)
PART = Holding("b", "The yard", "part", 1, 1, 3, unlike=1)
ABSENT = Holding("c", "The quay", "absent", 0, 0, 4)
NEW = Holding("d", "The slip", "new", 4, 0, 0)


def test_the_report_counts_notes_passages_and_what_is_new():
    said = " ".join(added_report(AddingResult(("one.txt", "two.txt"), ("a", "d"), 7, ()), [WHOLE, PART, ABSENT, NEW]))
    assert "2 files were read." in said
    assert "Of the 3 notes that the rubric knows, 2 are here: 1 whole, 1 in part." in said
    assert "Of the 9 passages, 3 were found." in said
    assert "2 notes are new here" in said
    assert "1 note is one that the rubric does not know." in said
    assert "7 lines are part of no note" in said


def test_what_was_here_already_is_said_to_be_nothing_new():
    assert "all of it was here already" in " ".join(added_report(AddingResult(("one.txt",), (), 0, ()), [WHOLE]))


def test_a_note_says_what_is_here_of_it_and_what_reads_otherwise():
    whole, part, absent, new = holding_views([WHOLE, PART, ABSENT, NEW])
    assert whole.lines == ("The whole text is here. Passages: 2 of 2.",)
    assert part.lines[1] == "1 paragraph is not word for word as the rubric knows it."
    assert (absent.removable, part.removable) == (False, True)
    assert (new.known, new.lines) == (False, ("Not in the rubric. Paragraphs: 4.",))
