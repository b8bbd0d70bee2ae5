"""Second votes on paper: keyed in by a helper, counted as those from phones are."""

from __future__ import annotations

import pytest

from placecheck.assessment import Answer, Place
from placecheck.rubric import Rubric
from placecheck.storage import DoesNotFitError, Store
from placecheck.storage.values import Standpoint


@pytest.fixture
def voted(store: Store, assessment_id: str, rubric, asked):
    """A workshop in which three people answered the first question, one of them by phone, and vote on it again."""
    place = store.assessment_summary(assessment_id).place_id
    id_ = store.begin_assessment(place, rubric, question_set="full", date=None, together=False)
    made = store.create_workshop(id_)
    phone = store.join(made.code).code
    store.join(made.code)
    store.open_vote(made.id, asked[:1])
    store.save_own_answer(phone, asked[0], Answer(level=0))
    paper = [store.save_sheet(id_, None, Standpoint(paper=True), {asked[0]: Answer(level=n)}, "t") for n in (1, 4)]
    store.close_vote(made.id)
    store.reveal(made.id, 1)
    store.vote_again(made.id, asked[0])
    store.save_own_answer(phone, asked[0], Answer(level=2))
    return id_, made.id, paper


def test_paper_votes_again_and_what_is_shown_says_how_many_could(store, voted, asked):
    id_, workshop, paper = voted
    store.save_ballots(id_, paper[0], {2: Answer(level=3)}, "helper")
    assert store.second_votes(id_).asks == {2: asked[0]}
    assert store.second_votes(id_).ballots[paper[0]] == {2: Answer(level=3)}
    assert store.revealed_answers(workshop).ballots == {}, "not shown yet"
    store.close_vote(workshop)
    store.reveal(workshop, 2)
    room = store.revealed_answers(workshop)
    assert sorted(answer.level for answer in room.ballots[2]) == [2, 3]
    assert room.eligible == {2: 3}, "who joined and said nothing is not among those who could"
    store.save_ballots(id_, paper[1], {2: Answer(level=4)}, "late paper")
    assert len(store.revealed_answers(workshop).ballots[2]) == 3
    assert {answer.level for voice in store.assessment(id_).voices for answer in voice.answers.values()} == {0, 1, 4}


def test_a_ballot_on_paper_that_is_taken_back_counts_no_more(store, voted):
    id_, workshop, paper = voted
    store.save_ballots(id_, paper[0], {2: Answer(level=3)}, "helper")
    store.save_ballots(id_, paper[0], {2: None}, "helper")
    assert paper[0] not in store.second_votes(id_).ballots
    store.close_vote(workshop)
    store.reveal(workshop, 2)
    assert [answer.level for answer in store.revealed_answers(workshop).ballots[2]] == [2]


def test_a_cancelled_second_vote_takes_no_ballot(store, voted):
    id_, workshop, paper = voted
    store.cancel_second_vote(workshop)
    assert store.second_votes(id_).asks == {}
    with pytest.raises(DoesNotFitError, match="no second vote 2"):
        store.save_ballots(id_, paper[0], {2: Answer(level=3)}, "helper")
    with pytest.raises(DoesNotFitError, match="no second vote 1"):
        store.save_ballots(id_, paper[0], {1: Answer(level=3)}, "helper")


def test_whom_a_question_is_not_asked_of_is_no_gap_in_the_reveal(store, rubric, asked):
    data = rubric.model_dump()
    data["dimensions"][0]["indicators"][0]["perspectives"] = ("resident",)
    ruled = Rubric.model_validate(data)
    id_ = store.begin_assessment(
        store.add_place(Place(name="Ore")), ruled, question_set="full", date=None, together=False
    )
    made = store.create_workshop(id_)
    for perspective, indicator in (("resident", asked[0]), ("funder", asked[1]), (None, asked[1])):
        store.save_sheet(id_, None, Standpoint(perspective=perspective), {indicator: Answer(level=2)}, "test")
    store.open_vote(made.id, asked[:2])
    store.close_vote(made.id)
    store.reveal(made.id, 1)
    assert {id_: len(answers) for id_, answers in store.revealed_answers(made.id).answers.items()} == {
        asked[0]: 2,
        asked[1]: 3,
    }
