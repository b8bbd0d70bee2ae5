"""A voice's answers as a short code, for where no file can be sent: read out, texted, or scanned from a screen.

The code is text in Crockford's base 32 (figures and capitals without I, L, O, U), a character for 5 bits, shown in
groups of four:

    R MMM P A...A CCCC

- R: the questions, `S` the short set, `F` the full one, `C` those that a group chose.
  Another format of this code would begin with another letter.
- MMM: the fingerprint of the questions: what was asked, in which order and edition (`questions_fingerprint`).
- P: the perspective's place in the rubric's list, from 1; 0 where none was given.
- A: one character an indicator, in the order of the questionnaire: 0 nothing said, 1 don't know, 2 does not apply here,
  3 rather not say, else 4 + 4 * level + how sure (0 not said, 1 not very, 2 fairly, 3 very).
- CCCC: CRC-16/XMODEM of all characters before it, so that any one wrong character, any two swapped neighbours, and
  nearly anything else is noticed.

Stories do not fit. `offline-code.js` writes the same code; the tests hold the two together.
"""

from __future__ import annotations

import binascii
from collections.abc import Mapping
from typing import get_args

from placecheck.assessment import Answer, Voice
from placecheck.assessment.asked import QuestionList
from placecheck.assessment.model import NoAnswer, QuestionSet, Sure
from placecheck.base32 import ALPHABET, encode, group, normalise_code
from placecheck.errors import InputError, refuse
from placecheck.fingerprint import text_fingerprint
from placecheck.rubric import Indicator, Rubric
from placecheck.views.questionnaire.questionnaire import questionnaire_order

SET_LETTERS: Mapping[str, QuestionSet] = {"S": "starter", "F": "full"}
CHOSEN = "C"
NO_ANSWERS: tuple[NoAnswer, ...] = get_args(NoAnswer)
SURE: tuple[Sure | None, ...] = (None, *get_args(Sure))
MARK, CHECK = 3, 4
HEAD = 1 + MARK + 1
"""How many characters stand before the answers."""

_FIRST_LEVEL = 1 + len(NO_ANSWERS)


def encode_voice(rubric: Rubric, voice: Voice, question_set: QuestionList) -> str:
    """Encode the levels, no-answers and sureness of `voice`, without stories and answers beyond the assessment."""
    answers = (
        _character(voice.answers.get(indicator.id)) for _, indicator in questionnaire_order(rubric, question_set)
    )
    first = (
        CHOSEN
        if isinstance(question_set, tuple)
        else next(letter for letter, name in SET_LETTERS.items() if name == question_set)
    )
    body = (
        first
        + questions_fingerprint(rubric, question_set)
        + ALPHABET[_place(rubric, voice.perspective)]
        + "".join(answers)
    )
    return group(body + check_characters(body))


def decode_voice(text: str, rubric: Rubric, id_: str = "v1", chosen: tuple[str, ...] = ()) -> Voice:
    """Return the voice that a code holds, with the id `id_`.

    `chosen` are the questions that the group chose, in the rubric's order, where it did.

    Raises:
        InputError: The code does not fit the rubric; the finding says what does not fit, and why.
    """
    code = _cleaned(text)
    question_set: QuestionList | None = chosen if code[:1] == CHOSEN else SET_LETTERS.get(code[:1])
    if question_set is None:
        raise _refused("This is not a code of answers.", "A code begins with S, F or C, as the form shows it.")
    if question_set == ():
        what = "This code answers questions that a group chose, and this assessment asks a whole set."
        raise _refused(what, "Take it into the assessment whose form it was made on.")
    order = questionnaire_order(rubric, question_set)
    _refuse_wrong_length(code, HEAD + len(order) + CHECK)
    if check_characters(code[:-CHECK]) != code[-CHECK:]:
        raise _refused("Some character of this code is wrong.", "Compare it with the form, group by group.")
    if code[1 : 1 + MARK] != questions_fingerprint(rubric, question_set):
        hint = "Name the rubric and the edition that stand at the foot of the form."
        raise _refused(f"This code answers other questions than {rubric.id}, edition {rubric.edition}.", hint)
    answers = {
        indicator.id: _answer(letter, indicator)
        for letter, (_, indicator) in zip(code[HEAD:-CHECK], order, strict=True)
    }
    answered = {name: answer for name, answer in answers.items() if answer is not None}
    return Voice(id=id_, perspective=_perspective(rubric, code[HEAD - 1]), answers=answered)


def set_in_code(text: str) -> QuestionSet | None:
    """Return the question set that the code `text` answers; None where it is no code, or of chosen questions."""
    return SET_LETTERS.get(normalise_code(text)[:1])


def questions_fingerprint(rubric: Rubric, question_set: QuestionList) -> str:
    """Return three characters that distinguish the questions of one form from those of another."""
    prints = (f"{item.id} {item.fingerprint}" for _, item in questionnaire_order(rubric, question_set))
    spoken_from = (item.id for item in rubric.perspectives)
    number = int(text_fingerprint(rubric.id, rubric.edition, *prints, *spoken_from), 16)
    return encode(number, MARK)


def check_characters(body: str) -> str:
    """Return the four check characters of `body`."""
    return encode(binascii.crc_hqx(body.encode(), 0), CHECK)


def _character(answer: Answer | None) -> str:
    if answer is None or (answer.level is None and answer.no_answer is None):
        return ALPHABET[0]
    if answer.level is None:
        return ALPHABET[1 + NO_ANSWERS.index(answer.no_answer)] if answer.no_answer else ALPHABET[0]
    return ALPHABET[_FIRST_LEVEL + len(SURE) * answer.level + SURE.index(answer.sure)]


def _answer(letter: str, indicator: Indicator) -> Answer | None:
    value = ALPHABET.index(letter)
    if value == 0:
        return None
    if value < _FIRST_LEVEL:
        return Answer(no_answer=NO_ANSWERS[value - 1])
    level, sure = divmod(value - _FIRST_LEVEL, len(SURE))
    if level >= len(indicator.levels):
        raise _refused(
            f"The code gives {indicator.id} a level that it does not have.", "Make the code again on the form."
        )
    return Answer(level=level, sure=SURE[sure])


def _place(rubric: Rubric, perspective: str | None) -> int:
    """Return the perspective's position, from 1; 0 where there is none, or beyond what a character can count."""
    ids = [listed_perspective.id for listed_perspective in rubric.perspectives[: len(ALPHABET) - 1]]
    return ids.index(perspective) + 1 if perspective in ids else 0


def _perspective(rubric: Rubric, letter: str) -> str | None:
    place = ALPHABET.index(letter)
    if place > len(rubric.perspectives):
        raise _refused("The code names a perspective that is not there.", "Make the code again on the form.")
    return rubric.perspectives[place - 1].id if place else None


def _cleaned(text: str) -> str:
    code = normalise_code(text)
    unknown = next((letter for letter in code if letter not in ALPHABET), None)
    if unknown is not None:
        raise _refused(f"The character {unknown!r} is in no code.", "Compare it with the form, group by group.")
    return code


def _refuse_wrong_length(code: str, right: int) -> None:
    if len(code) != right:
        some = "missing" if len(code) < right else "too many"
        what = f"The code has {len(code)} characters where {right} are meant: {abs(len(code) - right)} {some}."
        raise _refused(what, "Compare it with the form, group by group.")


def _refused(what: str, hint: str) -> InputError:
    return refuse("The code", 0, "", what, hint)
