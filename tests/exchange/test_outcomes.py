"""What became of a next step goes out in every table and comes back."""

from __future__ import annotations

import pytest

from placecheck.assessment import Action
from placecheck.assessment.model import Outcome
from placecheck.exchange import export_file, plan_import

STEPS = (
    Action(
        what="Open the cage",
        when="2027",
        outcome=Outcome(state="blocked", seen="No key", when="2026-11", because="He left"),
    ),
    Action(what="Write the letter", outcome=Outcome(state="done")),
    Action(what="Ask the county"),
)


@pytest.mark.parametrize("ending", [".yaml", ".json", ".csv", ".xlsx", ".zip"])
def test_what_became_of_a_step_comes_back_as_it_was(sample, rubric, ending):
    assessment = sample.model_copy(update={"actions": STEPS, "own_words": {}})
    raw = export_file([(rubric, assessment)], ending)
    assert [action for _, one in plan_import((f"again{ending}", raw)).assessments for action in one.actions] == list(
        STEPS
    )
