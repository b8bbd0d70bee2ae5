"""The search on questions in residents' words whose answers were judged by hand: half of them nothing was tuned on."""

from __future__ import annotations

import runpy

import pytest

from placecheck.notes.search import Search


@pytest.fixture(scope="module", params=[False, True], ids=["tuned-on", "held-out"])
def came(request, catalogue, checkout):
    judged = runpy.run_path(str(checkout / "tests/bench/judged.py"))["judged"]
    search = Search(catalogue)
    return judged(
        lambda question: [f"{hit.place[0]}#{hit.place[1]}" for hit in search.find(question)], held_out=request.param
    )


def test_the_right_passages_come_first(came):
    assert came.ndcg >= 0.5


def test_no_question_that_the_notes_answer_is_turned_away(came):
    assert came.refused == 0
    assert came.answerable >= 20


def test_few_questions_that_they_do_not_answer_get_an_answer(came):
    assert came.answered <= came.unanswerable // 10


def test_every_judged_answer_is_a_passage(catalogue, checkout):
    import yaml

    questions = yaml.safe_load((checkout / "tests/bench/search-questions.yaml").read_text(encoding="utf-8"))
    answers = {id_ for one in questions["questions"] for id_ in one["answers"]}
    assert answers <= set(catalogue.passage)
    assert (len(questions["questions"]), len(questions["unanswerable"])) == (60, 40)
