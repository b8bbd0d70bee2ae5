"""What a published assessment holds, and that nothing else can be in it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from placecheck.assessment import Assessment
from placecheck.assessment.perspectives import as_asked
from placecheck.errors import PlacecheckError
from placecheck.publishing import Published, find_texts, published
from placecheck.rubric import Rubric, find_rubric

RUBRIC = find_rubric()
IDS = list(RUBRIC.by_id)
HIDDEN = "zqx"


def assessment(voices: list[dict], **more) -> Assessment:
    named = {"id": RUBRIC.id, "edition": RUBRIC.edition}
    given = [{"id": f"v{n}", **voice} for n, voice in enumerate(voices)]
    return Assessment.model_validate({"rubric": named, "place": {"name": "Ore Valley"}, "voices": given, **more})


def every_indicator(given: Published):
    return {one.id: one for dimension in given.dimensions for one in dimension.indicators}


def written(given: Published) -> str:
    return json.dumps(given.as_data(), ensure_ascii=False)


def test_nothing_that_a_person_wrote_is_published_without_a_tick():
    texts = {"story": "story", "promised": "promise", "seen": "sight", "not_for": "not for"}
    told = {"level": 3} | {field: f"{HIDDEN} {text}" for field, text in texts.items()}
    voices = [{"perspective": "resident", "answers": {IDS[0]: told}} for _ in range(12)]
    whole = assessment(
        voices,
        place={"name": "Ore Valley", "boundary": f"{HIDDEN} boundary", "context": f"{HIDDEN} context"},
        agreed={IDS[0]: {"level": 2, "because": f"{HIDDEN} because", "minority": f"{HIDDEN} minority"}},
        missing_voices=f"{HIDDEN} missing",
        actions=[{"what": f"{HIDDEN} what", "who": f"{HIDDEN} who"}],
    )
    assert HIDDEN not in written(published(RUBRIC, whole))
    ticks = {one.tick for one in find_texts(whole)}
    for part in (*texts.values(), "boundary", "context", "because", "minority", "missing", "what", "who"):
        assert f"{HIDDEN} {part}" in written(published(RUBRIC, whole, ticks))


def test_a_tick_holds_for_the_text_that_was_read_and_for_no_other():
    before = assessment([{"answers": {IDS[0]: {"story": "a hall"}}}])
    after = assessment([{"answers": {IDS[0]: {"story": "a hall, and Megan has the key"}}}])
    ticks = {one.tick for one in find_texts(before)}
    assert "a hall" in written(published(RUBRIC, before, ticks))
    assert "Megan" not in written(published(RUBRIC, after, ticks))


def test_stories_are_in_no_order_that_says_who_told_them():
    stories = ["pond", "bench", "hall"]
    voices = [{"answers": {IDS[0]: {"story": story}}} for story in stories]
    there, back = assessment(voices), assessment(voices[::-1])
    shown = [
        every_indicator(published(RUBRIC, one, {t.tick for t in find_texts(one)}))[IDS[0]].texts
        for one in (there, back)
    ]
    assert shown[0] == shown[1] == tuple({"story": story} for story in ("bench", "hall", "pond"))


def test_a_step_about_a_question_is_among_the_steps_and_not_among_what_was_told_of_the_question():
    whole = assessment([{"answers": {IDS[0]: 2}}], actions=[{"what": "Ask the bus firm", "indicator": IDS[0]}])
    given = published(RUBRIC, whole, {text.tick for text in find_texts(whole)})
    assert given.actions == ({"indicator": IDS[0], "what": "Ask the bus firm"},)
    assert every_indicator(given)[IDS[0]].texts == ()


def test_a_perspective_is_called_as_the_group_calls_it_only_once_that_is_ticked():
    voices = [{"perspective": "resident", "answers": {IDS[0]: 2}}] * 12
    whole = assessment(voices, perspective_names={"resident": "Megan's street"})
    as_asked_here = as_asked(RUBRIC, whole)
    unticked = published(as_asked_here, whole)
    assert [group.name for group in unticked.spoke] == ["Resident"]
    assert "Megan" not in written(unticked)
    ticks = {text.tick for text in find_texts(whole)}
    assert [group.name for group in published(as_asked_here, whole, ticks).spoke] == ["Megan's street"]


def test_below_the_minimum_only_what_was_agreed_is_published():
    whole = assessment([{"answers": {IDS[0]: 4, IDS[1]: 4}} for _ in range(9)], agreed={IDS[0]: 1})
    shown = every_indicator(given := published(RUBRIC, whole))
    assert given.voices is None
    assert (shown[IDS[0]].status, shown[IDS[0]].reading, shown[IDS[0]].agreed) == ("ok", 1.0, True)
    assert {(one.status, one.reading) for id_, one in shown.items() if id_ != IDS[0]} == {("left_out", None)}


def test_from_the_minimum_on_readings_are_published_and_groups_that_are_large_enough():
    voices = [{"perspective": "resident", "answers": {IDS[0]: 3}}] * 12
    voices += [{"perspective": "young-person", "answers": {IDS[0]: 1}}] * 6
    voices += [{"perspective": "community-group", "answers": {IDS[0]: 0}}] * 4
    given = published(RUBRIC, assessment(voices))
    one = every_indicator(given)[IDS[0]]
    assert (given.voices, one.status, one.reading) == (22, "ok", 3.0)
    assert [(group.perspective, group.reading) for group in one.groups] == [("resident", 3.0)]
    assert [(group.perspective, group.voices) for group in given.spoke] == [("resident", 12)]
    assert "young-person" not in written(given)
    assert "councillor" not in written(given)


def test_an_indicator_that_only_an_answer_shows_to_be_asked_is_not_named():
    beyond = next(one.id for one in RUBRIC.indicators() if not one.starter)
    whole = assessment([{"answers": {beyond: 2}}] * 12, question_set="starter")
    assert beyond not in every_indicator(published(RUBRIC, whole))


def test_one_voice_for_all_is_what_was_agreed_and_one_person_is_not():
    whole = assessment([{"answers": {IDS[0]: 3, IDS[1]: "not_here", IDS[2]: "dont_know"}}])
    alone = every_indicator(published(RUBRIC, whole))
    together = every_indicator(published(RUBRIC, whole, together=True))
    assert alone[IDS[0]].status == "left_out"
    assert [together[id_].status for id_ in IDS[:3]] == ["ok", "not_here", "too_little_known"]
    assert [together[id_].agreed for id_ in IDS[:3]] == [True, True, False]
    with pytest.raises(PlacecheckError, match="2 people answered"):
        published(RUBRIC, assessment([{"answers": {IDS[0]: 3}}, {"answers": {IDS[0]: 1}}]), together=True)


def test_own_words_are_asked_about_in_public_only_once_they_are_ticked():
    indicator = RUBRIC.by_id[IDS[0]].model_dump(mode="json") | {"statement": "Megan keeps the hall open."}
    own = {IDS[0]: {"change": "reworded", "words": indicator}}
    whole = assessment([{"answers": {IDS[0]: 2}}], own_words=own, agreed={IDS[0]: 2})
    rubric = Rubric.model_validate(RUBRIC.model_dump())
    assert IDS[0] not in every_indicator(published(rubric, whole))
    ticks = {one.tick for one in find_texts(whole)}
    assert every_indicator(published(rubric, whole, ticks))[IDS[0]].own_words


@given(rng=st.randoms(), few=st.integers(1, 6), many=st.integers(10, 16))
@settings(max_examples=8)
def test_who_is_left_out_depends_on_how_many_they_are_and_never_on_what_they_said(rng, few, many):
    def answered() -> Published:
        perspectives = ["resident"] * many + ["councillor"] * few + ["young-person"] * (10 - few)
        return published(
            RUBRIC,
            assessment(
                [{"perspective": one, "answers": {id_: rng.randrange(5) for id_ in IDS}} for one in perspectives]
            ),
        )

    one, other = answered(), answered()
    assert one.spoke == other.spoke
    groups = [[group.perspective for group in each.groups] for each in every_indicator(one).values()]
    assert groups == [[group.perspective for group in each.groups] for each in every_indicator(other).values()]


def test_the_keys_of_what_is_published_hold_no_room_for_voices_answers_or_counts():
    whole = assessment([{"perspective": "resident", "answers": dict.fromkeys(IDS, 2)} for _ in range(12)])
    keys = set()

    def look(data):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            keys.add(key)
            if isinstance(value, dict | list):
                look(value)

    look(published(RUBRIC, whole, {one.tick for one in find_texts(whole)}).as_data())
    assert not keys & {"counts", "answers", "no_answer", "level", "low", "high", "sure", "agreement", "voice"}


def asked_of(*perspectives: str) -> Rubric:
    """The rubric, with its first indicator asked of these alone, or of everyone where none is named."""
    data = RUBRIC.model_dump()
    data["dimensions"][0]["indicators"][0]["perspectives"] = perspectives
    return Rubric.model_validate(data)


def test_whom_a_question_is_not_asked_of_is_no_gap_in_what_is_published():
    residents = [{"perspective": "resident", "answers": {IDS[0]: {"level": n % 2 + 2}}} for n in range(12)]
    funders = [{"perspective": "funder", "answers": {IDS[1]: {"level": 1}}} for _ in range(30)]
    plain, ruled = (published(rubric, assessment(residents + funders)) for rubric in (asked_of(), asked_of("resident")))
    alone = published(RUBRIC, assessment(residents))
    readings = [every_indicator(each)[IDS[0]] for each in (plain, ruled, alone)]
    assert [each.status for each in readings] == ["too_little_known", "ok", "ok"]
    assert readings[1].reading == readings[2].reading == 2.5
    assert [group.perspective for group in readings[1].groups] in ([], ["resident"])


def test_a_question_asked_of_too_few_is_left_out():
    few = [{"perspective": "resident", "answers": {IDS[0]: {"level": 3}}} for _ in range(4)]
    funders = [{"perspective": "funder", "answers": {IDS[1]: {"level": 1}}} for _ in range(12)]
    assert every_indicator(published(asked_of("resident"), assessment(few + funders)))[IDS[0]].status == "left_out"


@pytest.mark.parametrize(("kept", "published_as"), [(2, 2), (0, None)])
def test_how_many_questions_a_workshop_kept_from_everyone_is_published_where_it_kept_any(kept, published_as):
    assert published(RUBRIC, assessment([{"answers": {IDS[0]: 2}}], held_back=kept)).held_back == published_as
