"""Taking part: where the room is, one question a page, and afterwards one's own answers beside the room's."""

from __future__ import annotations

from asyncio import wrap_future
from typing import Any

from anyio import to_thread
from pydantic import ValidationError
from starlette.responses import JSONResponse, Response

from placecheck.assessment import Answer
from placecheck.phone import pages
from placecheck.phone.phone_app import PhoneApp, redirect_to
from placecheck.phone.request import PhoneRequest, RefusedError
from placecheck.rubric import Rubric
from placecheck.source.field_kinds import written_texts
from placecheck.storage import Participant, Store, VoiceAnswers
from placecheck.views.questionnaire.answering import meant_for_others
from placecheck.views.questionnaire.questionnaire import Questionnaire, QuestionView, questionnaire_view
from placecheck.views.workshop.read_back import agreed_words, step_words
from placecheck.views.workshop.revealed_answers import own_choices, revealed_view
from placecheck.views.workshop.revealed_matters import level_name, revealed_matter_views
from placecheck.views.workshop.room_stories import chosen_stories
from placecheck.words import joining as w
from placecheck.words import say
from placecheck.workshop import Vote, codes, current_vote_on
from placecheck.workshop.visibility import shown_matters, vote_on_matter


def progress_page(app: PhoneApp, visit: PhoneRequest) -> Response:
    """Return the page of the room's state: questions to answer, or a wait, or the end."""
    store = app.store_of(visit.code)
    seat = store.seat(visit.code)
    vote = seat.workshop.open_vote
    questionnaire = questionnaire_view(store.asked(seat), "full")
    own = store.own(visit.code)
    answers = _answered_ids(own, vote)
    questions = _questions(questionnaire, vote)
    return pages.page(
        "here",
        visit=visit,
        seat=seat,
        vote=vote,
        questions=questions,
        counted=[
            question
            for question in questions
            if question.id in answers or question.is_meant_for(own.standpoint.perspective)
        ],
        said=answers,
        matters=seat.workshop.open_matters,
        decided=set(own.levels),
        moved=seat.workshop.version,
        rubric_language=questionnaire.language,
        anything_shown=bool(store.room_of(seat).first or shown_matters(seat.workshop)),
    )


def now_page(app: PhoneApp, visit: PhoneRequest) -> Response:
    """Return a number that changes with what a waiting page should show."""
    moved = app.store_of(visit.code).seat(visit.code).workshop.version
    return JSONResponse({"moved": moved}, headers=pages.HEADERS)


def question_page(app: PhoneApp, visit: PhoneRequest) -> Response:
    """Return the page of one question, with this voice's answer to it so far."""
    store = app.store_of(visit.code)
    seat, vote = _in_turn(store, visit)
    if vote is None:
        return redirect_to()
    answer = store.own_answer(visit.code, visit.path["indicator"])
    return _question(store.asked(seat), vote, visit, answer, store.perspective_of(seat))


async def answer(app: PhoneApp, visit: PhoneRequest) -> Response:
    """Keep what this voice says, then on to the next question; for our script, only the word that it is saved.

    A hall answers at once. So this has no thread of its own while it waits: one keeps what all say.
    """
    if not app.saves.try_acquire(codes.key_hash(visit.code)):
        raise RefusedError(429, say(w.TOO_MANY))
    store = await app.store_soon(visit.code)
    saved = await wrap_future(store.say_soon(visit.code, visit.path["indicator"], submitted_answer(visit)))
    if visit.script:
        return JSONResponse({"saved": True, "sequence": saved.sequence}, headers=pages.HEADERS)
    return await to_thread.run_sync(_onward, store, visit)


def _onward(store: Store, visit: PhoneRequest) -> Response:
    """Redirect to the question after this one, as long as the vote is open; back to the room's state after the last."""
    indicator = visit.path["indicator"]
    vote = current_vote_on(store.seat(visit.code).workshop, indicator)
    asks = vote.asks if vote else ()
    after = asks[asks.index(indicator) + 1 :] if vote else ()
    return redirect_to(f"/ask/{after[0]}" if after and "take_back" not in visit.fields else "/here")


def revealed_page(app: PhoneApp, visit: PhoneRequest) -> Response:
    """Return the page of the person's own answers next to the room's, with chosen stories and what was agreed."""
    store = app.store_of(visit.code)
    seat = store.seat(visit.code)
    rubric = store.asked(seat)
    room = store.room_of(seat)
    indicators = revealed_view(rubric, seat.workshop, room)
    agreed = store.agreed(seat.assessment_id)
    own = store.own(visit.code)
    matters = revealed_matter_views(seat.workshop, store.matter_choices(seat.workshop_id))
    return pages.page(
        "room",
        visit=visit,
        things=indicators,
        marks=own_choices(rubric, indicators, own),
        matters=matters,
        placed={
            matter.id: level_name(vote_on_matter(seat.workshop, matter.id), own.levels.get(matter.id))
            for matter in matters
        },
        rubric_language=rubric.language,
        stories={item.id: chosen_stories(rubric, seat.workshop, room.first, item.id) for item in indicators},
        agreed={item.id: agreed_words(rubric, agreed[item.id]) for item in indicators if item.id in agreed},
        steps=[step_words(action) for action in store.actions(seat.assessment_id).values()] if indicators else [],
    )


def submitted_answer(visit: PhoneRequest) -> Answer | None:
    """Return the answer that a form holds; None where it holds nothing, or withdraws it.

    Raises:
        RefusedError: The form holds what is no answer.
    """
    fields = visit.fields
    if "take_back" in fields:
        return None
    values: dict[str, Any] = {name: fields.get(name) or None for name in written_texts(Answer)}
    tapped = fields.get("no_answer")
    if tapped is None and fields.get("level"):
        values |= {"level": _level(fields["level"]), "sure": fields.get("sure") or None}
    else:
        values["no_answer"] = tapped or fields.get("had") or None
    if not any(value is not None for value in values.values()):
        return None
    try:
        return Answer.model_validate(values)
    except ValidationError:
        raise RefusedError(422, say(w.NOT_AN_ANSWER)) from None


def _level(written: str) -> int:
    if not (written.isascii() and written.isdecimal() and len(written) == 1):
        raise RefusedError(422, say(w.NOT_AN_ANSWER))
    return int(written)


def _in_turn(store: Store, visit: PhoneRequest) -> tuple[Participant, Vote | None]:
    """Return the participant, and the vote in which the question is open.

    Raises:
        RefusedError: The question was never asked.
    """
    seat, indicator = store.seat(visit.code), visit.path["indicator"]
    if not any(indicator in vote.asks for vote in seat.workshop.votes):
        raise RefusedError(404, say(w.NO_SUCH_QUESTION))
    return seat, current_vote_on(seat.workshop, indicator)


def _question(
    rubric: Rubric, vote: Vote, visit: PhoneRequest, current_answer: Answer | None, perspective: str | None
) -> Response:
    form = questionnaire_view(rubric, "full")
    questions = _questions(form, vote)
    at = next(index for index, choice in enumerate(questions) if choice.id == visit.path["indicator"])
    return pages.page(
        "ask",
        visit=visit,
        form=form,
        rubric_language=rubric.language,
        one=questions[at],
        meant_for_others=meant_for_others(rubric, rubric.by_id[questions[at].id], perspective),
        questions=questions,
        at=at,
        again=vote.is_second,
        answer=current_answer or Answer.model_construct(),
        no_answer=next(
            (choice.name for choice in form.no_answers if current_answer and choice.value == current_answer.no_answer),
            None,
        ),
    )


def _questions(form: Questionnaire, vote: Vote | None) -> list[QuestionView]:
    """Return what the open vote asks, in its order."""
    by_id = {question.id: question for question in form.questions()}
    return [by_id[id_] for id_ in vote.asks if id_ in by_id] if vote else []


def _answered_ids(own: VoiceAnswers, vote: Vote | None) -> set[str]:
    """Return the ids that this voice has answered in the open vote."""
    if vote is None:
        return set()
    if vote.is_second:
        return set(vote.asks) if vote.number in own.ballots else set()
    return {id_ for id_ in vote.asks if id_ in own.answers and own.answers[id_].is_given}
