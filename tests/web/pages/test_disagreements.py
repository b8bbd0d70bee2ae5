"""Agreeing starts from where views differ, and leads from one disagreement to the next until none is left."""

from __future__ import annotations

import pytest

from placecheck.assessment import Agreed, Answer
from placecheck.scoring.thresholds import is_seen_differently
from placecheck.views.results.highlights import widest_first
from placecheck.web.data import assessments
from placecheck.words import deciding as w
from placecheck.words import say


def differ(id_: str) -> tuple[str, ...]:
    result = assessments.open_assessment(id_).result
    return widest_first(result, tuple(one.id for one in result.indicators() if is_seen_differently(one)))


def said(shown) -> str:
    return "\n".join(line.value for line in shown.markdown)


@pytest.fixture
def split(full, store):
    """A place whose views differ on two questions, with nothing agreed on either."""
    for id_ in store.assessment(full).agreed:
        store.save_agreed(full, id_, None, "test")
    for at, voice in enumerate(store.assessment(full).voices):
        store.save_answer(full, voice.id, "open-to-challenge", Answer(level=0 if at % 2 else 4), "test")
    return full


def test_one_is_led_from_one_disagreement_to_the_next_until_none_is_left(show, split, store):
    ids = differ(split)
    assert len(ids) > 1
    names = assessments.open_assessment(split).rubric.by_id
    for at, id_ in enumerate(ids):
        before = said(show("closer_look", round=split, indicator=id_))
        assert "Views differ here. [Agree together, or agree to differ](#agree)" in before
        store.save_agreed(split, id_, Agreed(level=2), "test")
        after = said(show("closer_look", round=split, indicator=id_))
        assert "Views differ here." not in after
        if at + 1 < len(ids):
            assert say(w.NEXT_DISAGREEMENT, name=names[ids[at + 1]].name) in after
        else:
            assert say(w.ALL_TALKED_OVER) in after


def test_where_views_do_not_differ_nothing_says_that_they_do(show, full):
    alike = next(one.id for one in assessments.open_assessment(full).result.indicators() if one.id not in differ(full))
    assert "Views differ here." not in said(show("closer_look", round=full, indicator=alike))
