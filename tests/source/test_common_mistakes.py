"""Slips of the pen in YAML are named as what was meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placecheck.errors import InputError
from placecheck.rubric import load_rubric
from placecheck.rubric.check import check_rubric
from placecheck.rubric.starter import new_rubric
from placecheck.source.common_mistakes import find_mistake


@pytest.fixture
def estate(tmp_path):
    return new_rubric("Our estate", tmp_path)


DECIDING, MEETING = "dimensions/deciding.yaml", "dimensions/meeting.yaml"


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        (DECIDING, "name: Asked", "name:Asked", "`name:Asked in time` lacks a space after its colon. Write `name: As"),
        ("rubric.yaml", "id: our", "id:our", "`id:our-estate` lacks a space after its colon. Write `id: our-estate`."),
        (MEETING, "starter: t", "starter:t", "`starter:true` lacks a space after its colon. Write `starter: true`."),
        (DECIDING, "- People were", "People were", "lacks a dash. Write `- People were told of a change"),
        ("rubric.yaml", "- name: Us", "-name: Us", "`-name: Usually` lacks a space after its dash. Write `- name: U"),
        ("rubric.yaml", "- {id: young", "{id: young", "lacks a dash. Write `- {id: young-person, name: Young person}`"),
    ],
)
def test_a_slip_is_named_on_its_own_line_as_what_was_meant(estate, file, old, new, says):
    text = (estate / file).read_text(encoding="utf-8")
    line = text[: text.index(old)].count("\n") + 1
    (estate / file).write_text(text.replace(old, new), encoding="utf-8")
    (fault,) = (str(one) for one in check_rubric(estate))
    assert fault.startswith(f"{estate / file}:{line}: This is not YAML: ")
    assert says in fault


@pytest.mark.parametrize(
    ("rename", "says"),
    [
        ((MEETING, "dimensions/meetings.yaml"), "no file dimensions/meeting.yaml. Did you mean `meetings`?"),
        ((MEETING, "dimensions/Meeting.yaml"), "There is Meeting.yaml: call it meeting.yaml."),
        ((MEETING, "dimensions/meeting.yml"), "There is meeting.yml: call it meeting.yaml."),
        ((MEETING, "meeting.yaml"), "Put meeting.yaml into the folder dimensions, beside rubric.yaml."),
    ],
)
def test_a_dimension_whose_file_is_called_otherwise_is_named_by_the_line_that_lists_it(estate, rename, says):
    before, after = rename
    line = (estate / "rubric.yaml").read_text(encoding="utf-8").splitlines().index("  - meeting") + 1
    (estate / before).rename(estate / after)
    with pytest.raises(InputError, match=rf"rubric\.yaml:{line}: dimensions\[0\]: ") as error:
        load_rubric(estate)
    assert says in str(error.value)


def test_a_rubric_in_a_file_of_another_ending_is_told_its_name(estate):
    (estate / "rubric.yaml").rename(estate / "rubric.yml")
    with pytest.raises(InputError, match=r"rubric\.yml: Its name ends in \.yml\. Call it rubric\.yaml\."):
        load_rubric(estate)


@given(st.text(alphabet="ab:- \n#{}", max_size=60), st.integers(0, 12))
def test_whatever_the_text_a_slip_stands_on_a_line_of_it(text, line):
    mistake = find_mistake(text, line)
    assert mistake is None or 1 <= mistake.line <= max(1, len(text.splitlines()))
