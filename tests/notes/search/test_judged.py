"""The search on questions in residents' words, judged by hand; on two of the three sets nothing was tuned."""

from __future__ import annotations

import runpy

import pytest
import yaml

from placecheck.notes.search import Search

SETS = ("tuned on", "held out", "written later, held out")


@pytest.fixture(scope="module")
def measure(checkout):
    return runpy.run_path(str(checkout / "tests/bench/judged.py"))


@pytest.fixture(scope="module")
def outcomes(measure, catalogue):
    search = Search(catalogue)

    def find(question):
        hits = search.find(question)
        return measure["Answer"](
            [f"{hit.position[0]}#{hit.position[1]}" for hit in hits], any(hit.is_near for hit in hits)
        )

    return {name: measure["judged"](find, name) for name in SETS}


@pytest.mark.parametrize("name", SETS)
def test_the_right_passages_come_first(outcomes, name):
    assert outcomes[name].ndcg >= 0.53


def test_over_all_judged_questions_the_order_is_as_good_as_was_promised(outcomes):
    total = sum(outcome.answerable for outcome in outcomes.values())
    assert sum(outcome.ndcg * outcome.answerable for outcome in outcomes.values()) / total >= 0.60


@pytest.mark.parametrize("name", SETS)
def test_no_question_that_the_notes_answer_is_told_that_nothing_comes_close(outcomes, name):
    assert outcomes[name].refused == 0


@pytest.mark.parametrize("name", SETS)
def test_hardly_any_question_that_they_answer_is_only_near(outcomes, name):
    assert outcomes[name].called_near <= 2


@pytest.mark.parametrize("name", SETS)
def test_few_questions_that_they_do_not_answer_get_an_answer(outcomes, name):
    assert outcomes[name].answered <= outcomes[name].unanswerable // 10


def test_every_judged_answer_is_a_passage(measure, catalogue):
    sets = [measure["questions"](name) for name in SETS]
    assert {id_ for answerable, _ in sets for entry in answerable for id_ in entry["answers"]} <= set(
        catalogue.passages_by_id
    )
    assert [(len(answerable), len(unanswerable)) for answerable, unanswerable in sets] == [(30, 20), (30, 20), (34, 40)]


def test_no_held_out_question_was_given_to_the_search(checkout, catalogue):
    held_out = yaml.safe_load((checkout / "tests/bench/search-questions-held-out.yaml").read_text(encoding="utf-8"))
    known = {question for passage in catalogue.passages for question in passage.asked_as}
    known |= set(catalogue.out_of_scope.questions)
    plain = {question.casefold().strip("?. ") for question in known}
    assert not plain & {entry["question"].casefold().strip("?. ") for entry in held_out["questions"]}
