from __future__ import annotations

import pytest

from placecheck.assessment import Assessment, read_assessment
from placecheck.assessment.edition_migration import MAX_STORY_LENGTH, migrate_assessment
from placecheck.assessment.serialise import as_yaml
from placecheck.rubric import load_rubric
from placecheck.rubric.mapping import load_mapping


@pytest.fixture(scope="module")
def folder(checkout):
    return checkout / "tests/data/editions"


@pytest.fixture(scope="module")
def editions(folder):
    return load_rubric(folder / "first"), load_rubric(folder / "second"), load_mapping(folder / "second", "2026.1")


@pytest.fixture(scope="module")
def place(folder, editions) -> Assessment:
    return read_assessment(folder / "place.yaml", lambda *_: editions[0])[1]


@pytest.fixture(scope="module")
def carried(editions, place):
    return migrate_assessment(place, *editions[1:])


def test_where_the_words_are_the_same_the_whole_answer_goes_along(carried, place):
    assert carried.assessment.voices[0].answers["beds"] == place.voices[0].answers["beds"]
    assert carried.assessment.voices[1].answers["beds"] == place.voices[1].answers["beds"]
    assert dict(carried.assessment.agreed) == {"beds": place.agreed["beds"]}


def test_where_they_changed_no_level_goes_along_and_every_story_does(carried):
    changed = {id_: one for voice in carried.assessment.voices for id_, one in voice.answers.items() if id_ != "beds"}
    assert {(one.level, one.no_answer, one.sure, one.not_for) for one in changed.values()} == {(None, None, None, None)}
    told = carried.assessment.voices[0].answers
    water = told["water"]
    assert (water.story, water.promised, water.seen) == ("The tap by the gate.", "Two taps.", "One.")
    assert (told["open-gate"].promised, told["open-gate"].seen) == ("Every month.\n\nThree schools.", None)
    assert told["tools"].story == told["seeds"].story == "The shed is shared."
    assert told["open-gate"].story == "In May.\n\nA school came."


def test_the_preview_speaks_of_every_answer_and_of_everything_that_was_agreed(carried, place):
    spoken_of = [(one.voice, one.was) for one in carried.answers]
    given = [(voice.id, id_) for voice in place.voices for id_ in voice.answers]
    assert spoken_of == [*given, *((None, id_) for id_ in place.agreed)]
    assert {(one.was, one.goes) for one in carried.answers if one.voice == "v2"} == {
        ("beds", "whole"),
        ("water", "not"),
        ("visitors", "story"),
    }


def test_next_steps_all_go_along_tied_to_what_their_indicator_is_now(carried, place):
    assert [one.what for one in carried.assessment.actions] == [one.what for one in place.actions]
    assert [one.indicator for one in carried.assessment.actions] == ["water", None, None]
    assert carried.actions == (1,)


def test_what_the_new_edition_has_no_room_for_is_named(carried):
    assert carried.perspectives == ("councillor",)
    assert carried.assessment.voices[1].perspective is None
    assert carried.causes == ("tools-and-seeds",)
    assert list(carried.assessment.causes) == ["water"]


def test_the_old_round_is_as_it_was(editions, place):
    before = as_yaml(place)
    migrate_assessment(place, *editions[1:])
    assert as_yaml(place) == before


def test_stories_too_long_for_one_text_go_along_as_far_as_whole_ones_fit(editions, place):
    long = "x" * (MAX_STORY_LENGTH - 10)
    answers = {"open-days": {"story": long}, "visitors": {"story": "A school came, and then another."}}
    data = place.model_dump(mode="json", exclude_none=True) | {"voices": [{"id": "v1", "answers": answers}]}
    carried = migrate_assessment(Assessment.model_validate(data), *editions[1:])
    assert carried.assessment.voices[0].answers["open-gate"].story == long


def test_own_words_go_along_where_the_rubrics_did_not_change_and_else_only_their_stories_do(editions, place):
    first, second, mapping = editions

    def own(id_: str) -> dict:
        words = first.by_id[id_].model_dump(mode="json", exclude_none=True) | {"statement": f"Our {id_} are good."}
        return {"change": "reworded", "words": words}

    data = place.model_dump(mode="json", exclude_none=True)
    whole = Assessment.model_validate(data | {"own_words": {"beds": own("beds"), "water": own("water")}})
    carried = migrate_assessment(whole, second, mapping)
    assert list(carried.assessment.own_words) == ["beds"]
    assert carried.assessment.voices[0].answers["beds"].level == 1
    assert carried.assessment.voices[0].answers["water"].level is None


def test_an_indicator_that_the_mapping_does_not_name_goes_nowhere(editions, place):
    _, second, mapping = editions
    less = mapping.model_copy(update={"indicators": mapping.indicators[1:]})
    less = type(mapping).model_validate(less.model_dump())
    carried = migrate_assessment(place, second, less)
    assert "beds" not in carried.assessment.voices[0].answers
    assert {one.goes for one in carried.answers if one.was == "beds"} == {"not"}


def test_what_was_asked_and_from_where_people_could_speak_go_along_as_far_as_the_edition_knows_them(editions, place):
    first, second, mapping = editions
    named = place.model_copy(
        update={
            "asked": ("beds", "tools-and-seeds"),
            "offered_perspectives": tuple(one.id for one in first.perspectives),
            "perspective_names": {one.id: f"Our {one.name}" for one in first.perspectives},
        }
    )
    new = migrate_assessment(named, second, mapping).assessment
    known = [one.id for one in second.perspectives]
    assert sorted(new.asked) == ["beds", "seeds", "tools"]
    assert (
        set(new.offered_perspectives)
        == set(new.perspective_names)
        == {one.id for one in first.perspectives} & set(known)
    )
