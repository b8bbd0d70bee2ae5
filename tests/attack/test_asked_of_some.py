"""Somebody knows whom each question is asked of, and how many spoke in each group: no hidden count may be certain."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from placecheck.assessment import Assessment
from placecheck.publishing import Published, published
from placecheck.publishing.reconstruction_check import Publication, hides_every_count
from placecheck.rubric import find_rubric
from placecheck.scoring.disclosure_control import MIN_LEFT_OUT_VOICES, PUBLISH_MINIMUM_FLOOR

RUBRIC = find_rubric().model_copy(update={"publish_minimum": PUBLISH_MINIMUM_FLOOR})
IDS = list(RUBRIC.by_id)


def is_meant_for(id_: str, group: str) -> bool:
    rule = RUBRIC.by_id[id_].perspectives
    return not group or not rule or group in rule


GROUPS = ("", *(perspective.id for perspective in RUBRIC.perspectives))
HOME = {group: [id_ for id_ in IDS if is_meant_for(id_, group)][-1] for group in GROUPS}
"""For each group a question that it is asked, to which all of it say that they do not know: so everyone counts."""
many_sizes = st.dictionaries(st.sampled_from(GROUPS), st.sampled_from([1, 2, 4, 5, 6, 10, 12]), min_size=2, max_size=7)


def in_groups(sizes: dict[str, int], said: dict[str, dict[str, list[int | str]]]) -> Assessment:
    """Everyone of each group, with the answers that `said` holds by question and group."""
    voices = [
        {"id": f"{group or 'none'}-{n}", "answers": {HOME[group]: "dont_know"} | of(said, group, n)}
        | ({"perspective": group} if group else {})
        for group, size in sizes.items()
        for n in range(size)
    ]
    named = {"id": RUBRIC.id, "edition": RUBRIC.edition}
    return Assessment.model_validate(
        {"rubric": named, "place": {"name": "Ore Valley"}, "round": "full", "voices": voices}
    )


def of(said: dict[str, dict[str, list[int | str]]], group: str, n: int) -> dict[str, int | str]:
    return {id_: answers[group][n] for id_, answers in said.items() if group in answers}


def every(summary: Published):
    return {one.id: one for side in summary.dimensions for one in side.indicators}


def row_of(answers: list[int | str]) -> tuple[int, ...]:
    return tuple(answers.count(kind) for kind in (*range(RUBRIC.steps), "dont_know", "not_here"))


@given(sizes=many_sizes, ids=st.lists(st.sampled_from(IDS[:-1]), min_size=3, max_size=3, unique=True), rng=st.randoms())
@settings(max_examples=40)
def test_who_knows_whom_each_question_is_asked_of_works_nothing_back(sizes, ids, rng):
    """Whom it is not asked of answered some all the same: the reader cannot know, and it must not matter."""
    ids = [id_ for id_ in ids if id_ not in HOME.values()]
    likely = rng.choice([(0, 1), (0, 4), (2, 3, "dont_know"), (*range(5), "not_here")])
    said = {id_: {g: rng.choices(likely, k=size) for g, size in sizes.items()} for id_ in ids}
    asked = {id_: {g: answers for g, answers in by.items() if is_meant_for(id_, g)} for id_, by in said.items()}
    summary = published(RUBRIC, in_groups(sizes, asked))
    assert published(RUBRIC, in_groups(sizes, said)) == summary
    for id_, table in asked.items():
        one = every(summary)[id_]
        shown = {group.perspective: group.reading for group in one.groups}
        rest = [group for group in table if group not in shown]
        if sum(map(len, table.values())) < PUBLISH_MINIMUM_FLOOR:
            assert one.status == "left_out"
        if shown:
            assert {*shown} <= {spoke.perspective for spoke in summary.spoke} & {*table}
            assert not rest or (len(rest) > 1 and sum(len(table[group]) for group in rest) >= MIN_LEFT_OUT_VOICES)
        if one.reading is not None:
            readings = tuple((len(table[group]), reading) for group, reading in shown.items())
            others = [answer for group in rest for answer in table[group]]
            real = [row_of(table[group]) for group in shown] + ([row_of(others)] if others else [])
            assert hides_every_count(Publication(RUBRIC.steps, one.reading, readings, len(others)), real)


def test_where_those_who_hide_a_small_group_are_not_asked_the_next_group_hides_it():
    """Funders hide young people in the round; where funders are not asked, older people do."""
    id_ = next(id_ for id_ in IDS if is_meant_for(id_, "young-person") and not is_meant_for(id_, "funder"))
    sizes = {"resident": 12, "older-person": 11, "funder": 10, "young-person": 3}
    said = {id_: {group: [0, 1, 2, 3, 4, 2, 2, 2, 2, 2, 2, 2][:size] for group, size in sizes.items()}}
    summary = published(RUBRIC, in_groups(sizes, said))
    assert {spoke.perspective for spoke in summary.spoke} == {"resident", "older-person"}
    one = every(summary)[id_]
    assert (one.status, [group.perspective for group in one.groups]) == ("ok", ["resident"])


def test_nobody_tells_by_an_answer_that_was_not_asked_for_that_they_were_there():
    """Four are asked; a fifth who is not answers. A level would tell that somebody of the others did."""
    id_ = next(id_ for id_ in IDS if not is_meant_for(id_, "funder"))
    sizes = {"resident": PUBLISH_MINIMUM_FLOOR - 1, "funder": 12}
    said = {id_: {"resident": [2] * 4, "funder": [2] * 12}}
    summary = published(RUBRIC, in_groups(sizes, said))
    one = every(summary)[id_]
    assert (one.status, one.reading) == ("left_out", None)
