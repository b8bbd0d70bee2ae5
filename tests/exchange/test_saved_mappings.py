"""What was chosen for a file is chosen again for the next with the same headings, and holds no name of a person."""

from __future__ import annotations

from placecheck.exchange import Choices, plan_import
from placecheck.exchange.saved_mappings import remember_choices, remembered_choices

SHEET = b"Name,Place,Q7,Room to play\nSam,Elm,1,2\nSam,Elm,3,n/a\nMax,Elm,2,1\n"
ANSWERS = {
    "scale": "from_1",
    "person Sam": "several",
    "row row 4": "person",
    "rows 0 4": "person",
    "cell n/a": "not_here",
}


def test_choices_last_but_what_is_of_one_file_alone(tmp_path):
    plan = plan_import(("a.csv", SHEET), choices=Choices({"Q7": "level of mixing"}, ANSWERS))
    assert plan.can_import_whole
    remember_choices(plan, tmp_path)
    again = remembered_choices(plan_import(("b.csv", SHEET)), tmp_path)
    assert again.columns["Q7"] == "level of mixing"
    assert again.answers == {"scale": "from_1", "cell n/a": "not_here"}
    (file,) = (tmp_path / "mappings").iterdir()
    assert "Sam" not in file.read_text(encoding="utf-8")


def test_other_headings_have_nothing_chosen(tmp_path):
    plan = plan_import(("a.csv", SHEET), choices=Choices({"Q7": "level of mixing"}, ANSWERS))
    remember_choices(plan, tmp_path)
    assert remembered_choices(plan_import(("b.csv", SHEET.replace(b"Q7", b"Q8"))), tmp_path) == Choices()


def test_a_remembered_file_that_is_at_fault_is_as_none(tmp_path):
    plan = plan_import(("a.csv", SHEET), choices=Choices({"Q7": "level of mixing"}, ANSWERS))
    remember_choices(plan, tmp_path)
    (file,) = (tmp_path / "mappings").iterdir()
    file.write_text("placecheck_map: 99\n", encoding="utf-8")
    assert remembered_choices(plan, tmp_path) == Choices()
