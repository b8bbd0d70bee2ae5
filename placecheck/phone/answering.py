"""Taking part: the workshop's progress, one question a page, and after the reveal one's own answers with the room's."""

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


def progress_page(app: PhoneApp, request: PhoneRequest) -> Response:
    """Return the page of the workshop's progress: questions to answer, a wait, or the end."""
    store = app.store_of(request.code)
    participant = store.participant(request.code)
    vote = participant.workshop.open_vote
    questionnaire = questionnaire_view(store.asked_rubric(participant.assessment_id), "full")
    own = store.own_answers(request.code)
    answered_ids = _answered_ids(own, vote)
    questions = _open_questions(questionnaire, vote)
    return pages.page(
        "progress",
        request=request,
        participant=participant,
        vote=vote,
        questions=questions,
        own_questions=[
            question
            for question in questions
            if question.id in answered_ids or question.is_meant_for(own.standpoint.perspective)
        ],
        answered_ids=answered_ids,
        matters=participant.workshop.open_matters,
        answered_matters=set(own.levels),
        version=participant.workshop.version,
        rubric_language=questionnaire.language,
        anything_shown=bool(store.revealed_answers_for(participant).answers or shown_matters(participant.workshop)),
    )


def version_json(app: PhoneApp, request: PhoneRequest) -> Response:
    """Return the workshop's version, for which a waiting page polls: a new one reloads it."""
    version = app.store_of(request.code).participant(request.code).workshop.version
    return JSONResponse({"version": version}, headers=pages.HEADERS)


def question_page(app: PhoneApp, request: PhoneRequest) -> Response:
    """Return the page of one question, with this voice's answer to it so far."""
    store = app.store_of(request.code)
    participant, vote = _participant_and_vote(store, request)
    if vote is None:
        return redirect_to()
    answer = store.own_answer(request.code, request.path_params["indicator"])
    return _question_page(
        store.asked_rubric(participant.assessment_id), vote, request, answer, store.perspective_of(participant)
    )


async def submit_answer(app: PhoneApp, request: PhoneRequest) -> Response:
    """Save this voice's answer and redirect to the next question; for our script, only confirm that it is saved.

    A whole hall answers at once, so a request holds no thread while it waits: one thread saves the answers of all.
    """
    if not app.saves.try_acquire(codes.key_hash(request.code)):
        raise RefusedError(429, say(w.TOO_MANY))
    store = await app.store_async(request.code)
    saved = await wrap_future(
        store.submit_own_answer(request.code, request.path_params["indicator"], parse_form_answer(request))
    )
    if request.wants_json:
        return JSONResponse({"saved": True, "sequence": saved.sequence}, headers=pages.HEADERS)
    return await to_thread.run_sync(_redirect_to_next, store, request)


def _redirect_to_next(store: Store, request: PhoneRequest) -> Response:
    """Redirect to the next question while the vote is open; after the last one, to the page of progress."""
    indicator = request.path_params["indicator"]
    vote = current_vote_on(store.participant(request.code).workshop, indicator)
    asks = vote.asks if vote else ()
    following = asks[asks.index(indicator) + 1 :] if vote else ()
    return redirect_to(f"/ask/{following[0]}" if following and "take_back" not in request.fields else "/here")


def revealed_page(app: PhoneApp, request: PhoneRequest) -> Response:
    """Return the page of the person's own answers next to the room's, with chosen stories and what was agreed."""
    store = app.store_of(request.code)
    participant = store.participant(request.code)
    rubric = store.asked_rubric(participant.assessment_id)
    revealed = store.revealed_answers_for(participant)
    indicators = revealed_view(rubric, participant.workshop, revealed)
    agreed = store.agreed(participant.assessment_id)
    own = store.own_answers(request.code)
    matters = revealed_matter_views(participant.workshop, store.matter_choices(participant.workshop_id))
    return pages.page(
        "revealed",
        request=request,
        indicators=indicators,
        own_choices=own_choices(rubric, indicators, own),
        matters=matters,
        chosen_levels={
            matter.id: level_name(vote_on_matter(participant.workshop, matter.id), own.levels.get(matter.id))
            for matter in matters
        },
        rubric_language=rubric.language,
        stories={
            item.id: chosen_stories(rubric, participant.workshop, revealed.answers, item.id) for item in indicators
        },
        agreed={item.id: agreed_words(rubric, agreed[item.id]) for item in indicators if item.id in agreed},
        steps=[step_words(action) for action in store.actions(participant.assessment_id).values()]
        if indicators
        else [],
    )


def parse_form_answer(request: PhoneRequest) -> Answer | None:
    """Return the answer in a form; None if the form is empty or withdraws the answer.

    Raises:
        RefusedError: The form holds no valid answer.
    """
    fields = request.fields
    if "take_back" in fields:
        return None
    values: dict[str, Any] = {name: fields.get(name) or None for name in written_texts(Answer)}
    no_answer = fields.get("no_answer")
    if no_answer is None and fields.get("level"):
        values |= {"level": _level(fields["level"]), "sure": fields.get("sure") or None}
    else:
        values["no_answer"] = no_answer or fields.get("had") or None
    if not any(value is not None for value in values.values()):
        return None
    try:
        return Answer.model_validate(values)
    except ValidationError:
        raise RefusedError(422, say(w.NOT_AN_ANSWER)) from None


def _level(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) == 1):
        raise RefusedError(422, say(w.NOT_AN_ANSWER))
    return int(text)


def _participant_and_vote(store: Store, request: PhoneRequest) -> tuple[Participant, Vote | None]:
    """Return the participant, and the vote in which the question is open.

    Raises:
        RefusedError: The question was never asked.
    """
    participant, indicator = store.participant(request.code), request.path_params["indicator"]
    if not any(indicator in vote.asks for vote in participant.workshop.votes):
        raise RefusedError(404, say(w.NO_SUCH_QUESTION))
    return participant, current_vote_on(participant.workshop, indicator)


def _question_page(
    rubric: Rubric, vote: Vote, request: PhoneRequest, current_answer: Answer | None, perspective: str | None
) -> Response:
    form = questionnaire_view(rubric, "full")
    questions = _open_questions(form, vote)
    at = next(index for index, question in enumerate(questions) if question.id == request.path_params["indicator"])
    return pages.page(
        "question",
        request=request,
        form=form,
        rubric_language=rubric.language,
        question=questions[at],
        meant_for_others=meant_for_others(rubric, rubric.by_id[questions[at].id], perspective),
        questions=questions,
        at=at,
        is_second_vote=vote.is_second,
        answer=current_answer or Answer.model_construct(),
        no_answer=next(
            (choice.name for choice in form.no_answers if current_answer and choice.value == current_answer.no_answer),
            None,
        ),
    )


def _open_questions(form: Questionnaire, vote: Vote | None) -> list[QuestionView]:
    """Return the questions of the open vote, in its order."""
    by_id = {question.id: question for question in form.questions()}
    return [by_id[id_] for id_ in vote.asks if id_ in by_id] if vote else []


def _answered_ids(own: VoiceAnswers, vote: Vote | None) -> set[str]:
    """Return the ids of the questions that this voice has answered in the open vote."""
    if vote is None:
        return set()
    if vote.is_second:
        return set(vote.asks) if vote.number in own.ballots else set()
    return {id_ for id_ in vote.asks if id_ in own.answers and own.answers[id_].is_given}
