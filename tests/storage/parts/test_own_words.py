"""What a group asks in its own words, and the editions that are kept for ever."""

from __future__ import annotations

from decimal import Decimal

import pytest

from placecheck.assessment import Action, Answer, Assessment, Place, Voice, as_yaml, read_assessment
from placecheck.assessment.customisation import OwnWords
from placecheck.rubric import Rubric, UnknownRubricError
from placecheck.scoring import score
from placecheck.storage import DoesNotFitError


@pytest.fixture
def reworded(rubric, asked):
    words = rubric.by_id[asked[0]].model_copy(update={"statement": "There is a bench to sit on."})
    return OwnWords(change="reworded", words=words)


@pytest.fixture
def added(rubric, asked):
    words = rubric.by_id[asked[0]].model_copy(update={"id": "own-ferry", "name": "The ferry"})
    return OwnWords(change="added", dimension=rubric.dimensions[0].id, words=words)


def test_own_words_are_kept_and_can_be_taken_back(store, assessment_id, asked, reworded):
    dropped = OwnWords(change="dropped", because="nobody here could say")
    store.save_own_words(assessment_id, asked[0], reworded, "a test")
    store.save_own_words(assessment_id, asked[1], dropped, "a test")
    assert store.own_words(assessment_id) == {asked[0]: reworded, asked[1]: dropped}
    store.save_own_words(assessment_id, asked[1], None, "a test")
    assert store.undo(assessment_id, "a test").kind == "own_words"
    assert store.own_words(assessment_id)[asked[1]] == dropped


def test_an_indicator_that_the_group_added_can_be_answered(store, assessment_id, added):
    with pytest.raises(DoesNotFitError):
        store.save_answer(assessment_id, "v1", "own-ferry", Answer(level=1), "a test")
    store.save_own_words(assessment_id, "own-ferry", added, "a test")
    store.save_answer(assessment_id, "v1", "own-ferry", Answer(level=1), "a test")
    assert store.assessment(assessment_id).voices[0].answers == {"own-ferry": Answer(level=1)}


def test_what_was_said_of_an_added_indicator_waits_while_it_is_not_asked(store, assessment_id, added, tmp_path):
    store.save_own_words(assessment_id, "own-ferry", added, "a test")
    store.save_answer(assessment_id, "v1", "own-ferry", Answer(level=1), "a test")
    store.add_action(assessment_id, Action(what="ask the ferryman", indicator="own-ferry"), "a test")
    asked = store.assessment(assessment_id)
    store.save_own_words(assessment_id, "own-ferry", None, "a test")
    file = tmp_path / "place.yaml"
    file.write_text(as_yaml(store.assessment(assessment_id)), encoding="utf-8")
    without = store.assessment(store.add_assessment(*read_assessment(file, store.find_rubric)))
    assert (without.voices, without.actions) == ((), (Action(what="ask the ferryman"),))
    store.save_own_words(assessment_id, "own-ferry", added, "a test")
    assert store.assessment(assessment_id) == asked


def test_own_words_that_cannot_stand_in_the_rubric_are_refused(store, assessment_id, asked, reworded, added):
    elsewhere = added.model_copy(update={"dimension": "no-such-side"})
    for id_, own, words in (
        (asked[1], reworded, "carry the id"),
        ("own-ferry", reworded, "cannot be reworded"),
        (asked[0], added, "in the rubric already"),
        ("own-ferry", elsewhere, "no-such-side"),
    ):
        with pytest.raises(DoesNotFitError, match=words):
            store.save_own_words(assessment_id, id_, own, "a test")


def test_own_words_travel_in_the_file_and_come_back_the_same(  # noqa: PLR0917 (each a fixture)
    store, assessment_id, asked, reworded, added, tmp_path
):
    store.save_answer(assessment_id, "v1", asked[1], Answer(level=1), "a test")
    store.save_own_words(assessment_id, asked[0], reworded, "a test")
    store.save_own_words(assessment_id, asked[1], OwnWords(change="dropped", because="it is gone"), "a test")
    store.save_own_words(assessment_id, "own-ferry", added, "a test")
    store.save_answer(assessment_id, "v1", "own-ferry", Answer(level=3), "a test")
    file = tmp_path / "place.yaml"
    file.write_text(as_yaml(store.assessment(assessment_id)), encoding="utf-8")
    rubric, assessment = read_assessment(file, store.find_rubric)
    assert rubric.by_id[asked[0]].statement == "There is a bench to sit on."
    assert asked[1] not in rubric.by_id
    again = store.add_assessment(rubric, assessment)
    assert store.own_words(again) == store.own_words(assessment_id)
    assert store.rubric_of(again) == store.rubric_of(assessment_id)
    assert as_yaml(store.assessment(again)) == file.read_text(encoding="utf-8")


def edition_of(rubric: Rubric, edition: str, statement: str) -> Rubric:
    """Another edition in which the first indicator says something else and counts for less."""
    data = rubric.model_dump()
    data["edition"] = edition
    data["dimensions"][0]["indicators"][0].update(statement=statement, weight=Decimal("0.335"))
    return Rubric.model_validate(data)


def one_answer(rubric: Rubric) -> Assessment:
    first = next(iter(rubric.by_id))
    return Assessment(
        rubric={"id": rubric.id, "edition": rubric.edition},
        place=Place(name="Ore Valley"),
        voices=[Voice(id="v1", answers={first: Answer(level=2)})],
    )


def test_an_assessment_keeps_its_rubric_to_the_letter_when_the_files_change(store, rubric):
    place_id = store.add_assessment(rubric, one_answer(rubric))
    changed = edition_of(rubric, rubric.edition, "The same edition, put otherwise.")
    other = store.add_assessment(changed, one_answer(changed))
    assert store.rubric_of(place_id) == rubric
    assert store.rubric_of(other) == changed
    assert store.rubric_of(other).fingerprint == changed.fingerprint


def test_an_old_edition_opens_scores_and_travels_the_same_for_ever(store, rubric, tmp_path):
    old = edition_of(rubric, "1999.1", "As it was put long ago.")
    id_ = store.add_assessment(old, one_answer(old))
    path = tmp_path / "old.yaml"
    path.write_text(as_yaml(store.assessment(id_)), encoding="utf-8")
    again = store.add_assessment(*read_assessment(path, store.find_rubric))
    assert store.rubric_of(again) == old
    results = [score(store.rubric_of(one), store.assessment(one)).as_json() for one in (id_, again)]
    assert results[0] == results[1] == score(old, one_answer(old)).as_json()


def test_an_edition_that_is_nowhere_is_said_to_be_nowhere(store, rubric):
    with pytest.raises(UnknownRubricError, match=r"1066\.1"):
        store.find_rubric(rubric.id, "1066.1")
