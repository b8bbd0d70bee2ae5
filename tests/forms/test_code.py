"""The short code carries what it can, and notices what goes wrong on the way."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placecheck.assessment import Answer, Voice
from placecheck.assessment.model import NoAnswer, Sure
from placecheck.assessment.perspectives import with_perspectives
from placecheck.base32 import ALPHABET
from placecheck.errors import InputError
from placecheck.forms.code import decode_voice, encode_voice, set_in_code
from placecheck.rubric import find_rubric
from placecheck.rubric.model import MAX_LEVELS
from placecheck.views.questionnaire.questionnaire import questionnaire_order

RUBRIC = find_rubric()
ROUNDS = st.sampled_from(["starter", "full"])
ANSWERS = st.one_of(
    st.builds(Answer, level=st.integers(0, RUBRIC.steps - 1), sure=st.sampled_from([None, *get_args(Sure)])),
    st.builds(Answer, no_answer=st.sampled_from(get_args(NoAnswer))),
)


@st.composite
def voices(draw, round_: str) -> Voice:
    ids = st.sampled_from([one.id for _, one in questionnaire_order(RUBRIC, round_)])
    perspective = draw(st.sampled_from([None, *(one.id for one in RUBRIC.perspectives)]))
    return Voice(id="v1", perspective=perspective, answers=draw(st.dictionaries(ids, ANSWERS)))


def ordered(voice: Voice) -> dict[str, Answer]:
    return {one.id: voice.answers[one.id] for one in RUBRIC.indicators() if one.id in voice.answers}


@given(st.data(), ROUNDS)
def test_what_goes_into_a_code_comes_out_of_it(data, round_) -> None:
    voice = data.draw(voices(round_))
    code = encode_voice(RUBRIC, voice, round_)
    assert decode_voice(code, RUBRIC) == voice.model_copy(update={"answers": ordered(voice)})
    assert set_in_code(code) == round_


@given(st.data(), ROUNDS)
def test_one_wrong_character_or_two_swapped_ones_are_noticed(data, round_) -> None:
    code = encode_voice(RUBRIC, data.draw(voices(round_)), round_).replace("-", "")
    at = data.draw(st.integers(1, len(code) - 2))
    other = data.draw(st.sampled_from([letter for letter in ALPHABET if letter != code[at]]))
    swapped = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
    for wrong in {code[:at] + other + code[at + 1 :], swapped} - {code}:
        with pytest.raises(InputError, match="wrong"):
            decode_voice(wrong, RUBRIC)


def test_a_code_is_read_however_people_write_it_down() -> None:
    voice = Voice(
        id="v1", answers={"places-to-meet": Answer(level=3, sure="very"), "mixing": Answer(no_answer="not_here")}
    )
    code = encode_voice(RUBRIC, voice, "starter")
    assert decode_voice(code.lower().replace("-", " ").replace("0", "o").replace("1", "l"), RUBRIC).answers == {
        one: answer for one, answer in voice.answers.items() if RUBRIC.by_id[one].starter
    }


def test_a_starter_round_fits_in_six_groups_of_four() -> None:
    assert [len(group) for group in encode_voice(RUBRIC, Voice(id="v1", answers={}), "starter").split("-")] == [4] * 6


def test_the_longest_ladder_of_any_rubric_fits_one_character_an_answer() -> None:
    needed = 1 + len(get_args(NoAnswer)) + MAX_LEVELS * (1 + len(get_args(Sure)))
    how = 'codes need another form first: "To add a kind of no-answer" in CONTRIBUTING.md says why'
    assert needed <= len(ALPHABET), how


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda code: code[:0], "not a code"),
        (lambda code: "X" + code[1:], "begins with S, F or C"),
        (lambda code: code[:-1], "1 missing"),
        (lambda code: code + "00", "2 too many"),
        (lambda code: code[:-1] + "!", "'!' is in no code"),
    ],
)
def test_a_code_that_cannot_be_read_says_why(change, said) -> None:
    code = encode_voice(RUBRIC, Voice(id="v1", answers={}), "starter")
    with pytest.raises(InputError, match=said):
        decode_voice(change(code), RUBRIC)


def test_a_code_of_another_edition_is_refused_by_name() -> None:
    other = RUBRIC.model_copy(update={"edition": "2031.1"})
    with pytest.raises(InputError, match=r"other questions than better-way-place, edition 2031\.1"):
        decode_voice(encode_voice(RUBRIC, Voice(id="v1", answers={}), "starter"), other)


def test_a_code_keeps_the_id_it_is_given() -> None:
    assert decode_voice(encode_voice(RUBRIC, Voice(id="v1", answers={}), "full"), RUBRIC, "paper-7").id == "paper-7"


def test_a_code_of_chosen_questions_is_read_where_they_are_asked_and_nowhere_else():
    chosen = tuple(list(RUBRIC.by_id)[at] for at in (2, 5, 11))
    voice = Voice(id="v1", answers={chosen[1]: Answer(level=2), next(iter(RUBRIC.by_id)): Answer(level=1)})
    code = encode_voice(RUBRIC, voice, chosen)
    assert decode_voice(code, RUBRIC, chosen=chosen).answers == {chosen[1]: Answer(level=2)}
    for others in ((), chosen[:2], (*chosen[:2], list(RUBRIC.by_id)[12])):
        with pytest.raises(InputError):
            decode_voice(code, RUBRIC, chosen=others)


def test_a_code_from_a_form_of_before_the_perspectives_were_changed_is_still_read():
    voice = Voice(id="v1", perspective="newcomer", answers={"mixing": Answer(level=2)})
    changed = with_perspectives(RUBRIC, ["newcomer", "funder"], {"newcomer": "New here"})
    for form, reader in ((RUBRIC, changed), (changed, RUBRIC)):
        assert decode_voice(encode_voice(form, voice, "full"), reader) == voice
