"""A place's home says where its group is in the cycle, and nothing that is not so."""

from __future__ import annotations

import datetime

import pytest

from placecheck.assessment import Action, Answer, Assessment, Place, Voice
from placecheck.assessment.model import RubricName
from placecheck.rubric import find_rubric
from placecheck.views.page_names import PageName
from placecheck.views.place.outcomes import outcomes_view
from placecheck.views.place.place_home import PlaceHomeView, place_home_view

RUBRIC = find_rubric()
FIRST = next(iter(RUBRIC.indicators())).id
NAME = RubricName(id=RUBRIC.id, edition=RUBRIC.edition)
TODAY = datetime.date(2026, 11, 28)


def home(*steps: Action, begun: datetime.date = TODAY, answered: bool = True) -> PlaceHomeView:
    """The home of a place where one person answered one question on the day `begun`."""
    voices = (Voice(id="one", answers={FIRST: Answer(level=2)}),) if answered else ()
    assessment = Assessment(
        rubric=NAME, place=Place(name="Ore"), date=begun, voices=voices, asked=(FIRST,), actions=steps
    )
    outcomes = outcomes_view([], [(step, begun) for step in steps], TODAY)
    return place_home_view(RUBRIC, assessment, outcomes, "Neighbours are strong", TODAY)


def test_an_empty_place_leads_to_answering_and_shows_no_finding():
    shown = home(answered=False)
    assert (shown.next_page, shown.next_label) == (PageName.ANSWER, "Answer the first question")
    assert [stage.page for stage in shown.stages] == [PageName.ANSWER, None, PageName.NEXT_STEPS, None]


@pytest.mark.parametrize(
    ("begun", "said"),
    [
        (TODAY, "All of this is from today. Come back to say what became of it."),
        (datetime.date(2026, 11, 1), "2 things are waiting for news. The longest: Ask the council"),
    ],
)
def test_what_was_decided_today_is_not_called_silent(begun, said):
    shown = home(Action(what="Ask the council"), Action(what="Open the hall"), begun=begun)
    assert shown.stages[-1].words == said


def test_ten_months_later_what_became_of_it_comes_before_another_look():
    begun = datetime.date(2026, 1, 10)
    waiting = home(Action(what="Ask"), begun=begun)
    settled = home(Action.model_validate({"what": "Ask", "outcome": {"state": "done"}}), begun=begun)
    assert (waiting.next_page, settled.next_page) == (PageName.OUTCOMES, None)
    assert settled.stages[-1].words == "You have said what became of everything you tried."
