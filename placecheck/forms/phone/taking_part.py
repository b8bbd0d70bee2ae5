"""Taking part: where the room is, one question a page, and afterwards one's own answers beside the room's."""

from __future__ import annotations

from asyncio import wrap_future
from typing import Any

from anyio import to_thread
from pydantic import ValidationError
from starlette.responses import JSONResponse, Response

from placecheck.assessment import Answer
from placecheck.forms.phone import pages
from placecheck.forms.phone.house import House, to
from placecheck.forms.phone.visit import RefusedError, Visit
from placecheck.rubric import Rubric
from placecheck.storage import Own, Seat, Store
from placecheck.views.room import own_marks, room_view
from placecheck.views.sheet import Question, Sheet, sheet
from placecheck.words import joining as w
from placecheck.words import say
from placecheck.workshop import Vote, codes, open_to


def here(house: House, visit: Visit) -> Response:
    """Where the room is: questions to answer, or a wait, or the end."""
    store = house.store_of(visit.code)
    seat = store.seat(visit.code)
    vote = seat.workshop.open_vote
    asked = sheet(store.asked(seat), "full")
    said = _said(store.own(visit.code), vote)
    return pages.page(
        "here",
        visit=visit,
        seat=seat,
        vote=vote,
        questions=_questions(asked, vote),
        said=said,
        moved=seat.workshop.turns,
        rubric_language=asked.language,
        anything_shown=bool(store.room_of(seat).first),
    )


def now(house: House, visit: Visit) -> Response:
    """A number that changes with what a page that waits should show."""
    moved = house.store_of(visit.code).seat(visit.code).workshop.turns
    return JSONResponse({"moved": moved}, headers=pages.HEADERS)


def ask(house: House, visit: Visit) -> Response:
    """One question, with what this voice said of it so far."""
    store = house.store_of(visit.code)
    seat, vote = _in_turn(store, visit)
    if vote is None:
        return to()
    answer = store.own_answer(visit.code, visit.path["indicator"])
    return _question(store.asked(seat), vote, visit, answer)


async def answer(house: House, visit: Visit) -> Response:
    """Keep what this voice says, then on to the next question; for our script, only the word that it is saved.

    A hall answers at once. So this has no thread of its own while it waits: one keeps what all say.
    """
    if not house.saves.take(codes.kept(visit.code)):
        raise RefusedError(429, say(w.TOO_MANY))
    store = await house.store_soon(visit.code)
    saved = await wrap_future(store.say_soon(visit.code, visit.path["indicator"], given(visit)))
    if visit.script:
        return JSONResponse({"saved": True, "sequence": saved.sequence}, headers=pages.HEADERS)
    return await to_thread.run_sync(_onward, store, visit)


def _onward(store: Store, visit: Visit) -> Response:
    """To the question after this one, as long as the vote is open; back to where the room is after the last."""
    indicator = visit.path["indicator"]
    vote = open_to(store.seat(visit.code).workshop, indicator)
    asks = vote.asks if vote else ()
    after = asks[asks.index(indicator) + 1 :] if vote else ()
    return to(f"/ask/{after[0]}" if after and "take_back" not in visit.fields else "/here")


def room(house: House, visit: Visit) -> Response:
    """The person's own answers beside the room's: only what the room may see."""
    store = house.store_of(visit.code)
    seat = store.seat(visit.code)
    asked = store.asked(seat)
    things = room_view(asked, seat.workshop, store.room_of(seat))
    marks = own_marks(asked, things, store.own(visit.code))
    return pages.page("room", visit=visit, things=things, marks=marks, rubric_language=asked.language)


def given(visit: Visit) -> Answer | None:
    """The answer that a form holds; None where it holds nothing, or takes it back. Raises RefusedError."""
    fields = visit.fields
    if "take_back" in fields:
        return None
    values: dict[str, Any] = {"story": fields.get("story") or None}
    tapped = fields.get("no_answer")
    if tapped is None and fields.get("level"):
        values |= {"level": _level(fields["level"]), "sure": fields.get("sure") or None}
        values["not_for"] = fields.get("not_for") or None
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


def _in_turn(store: Store, visit: Visit) -> tuple[Seat, Vote | None]:
    """Who asks, and the vote in which the question is open now. Raises RefusedError where it was never asked."""
    seat, indicator = store.seat(visit.code), visit.path["indicator"]
    if not any(indicator in vote.asks for vote in seat.workshop.votes):
        raise RefusedError(404, say(w.NO_SUCH_QUESTION))
    return seat, open_to(seat.workshop, indicator)


def _question(asked: Rubric, vote: Vote, visit: Visit, stands: Answer | None) -> Response:
    form = sheet(asked, "full")
    questions = _questions(form, vote)
    at = next(index for index, one in enumerate(questions) if one.id == visit.path["indicator"])
    return pages.page(
        "ask",
        visit=visit,
        form=form,
        rubric_language=asked.language,
        one=questions[at],
        questions=questions,
        at=at,
        again=vote.again,
        answer=stands or Answer.model_construct(),
        no_answer=next((one.name for one in form.no_answers if stands and one.value == stands.no_answer), None),
    )


def _questions(form: Sheet, vote: Vote | None) -> list[Question]:
    """What the open vote asks, in its order."""
    found = {one.id: one for one in form.questions()}
    return [found[id_] for id_ in vote.asks if id_ in found] if vote else []


def _said(own: Own, vote: Vote | None) -> set[str]:
    """What of the open vote this voice has answered."""
    if vote is None:
        return set()
    if vote.again:
        return set(vote.asks) if vote.number in own.ballots else set()
    return {id_ for id_ in vote.asks if id_ in own.answers}
