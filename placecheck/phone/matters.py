"""Who should decide what, on a phone: one matter a page, and the level that this person chooses."""

from __future__ import annotations

from starlette.responses import JSONResponse, Response

from placecheck.phone import pages
from placecheck.phone.phone_app import PhoneApp, redirect_to
from placecheck.phone.request import PhoneRequest, RefusedError
from placecheck.storage import LevelChoice
from placecheck.views.results.pictures import no_answer_names
from placecheck.views.workshop.revealed_matters import NO_LEVEL, level_name
from placecheck.words import joining, say
from placecheck.words import matter_votes as w
from placecheck.workshop import codes
from placecheck.workshop.visibility import current_vote_on_matter, vote_on_matter


def matter_page(app: PhoneApp, request: PhoneRequest) -> Response:
    """Return the page of one matter, with this voice's choice so far."""
    store, matter = app.store_of(request.code), request.path_params["matter"]
    workshop = store.participant(request.code).workshop
    if vote_on_matter(workshop, matter) is None:
        raise RefusedError(404, say(w.NOT_ASKED))
    vote = current_vote_on_matter(workshop, matter)
    if vote is None:
        return redirect_to()
    choice = store.own_answers(request.code).levels.get(matter)
    names = no_answer_names()
    return pages.page(
        "matter",
        request=request,
        vote=vote,
        at=next(index for index, asked in enumerate(vote.asks) if asked.id == matter),
        choice=choice or LevelChoice(),
        no_answers=[(kind, names[kind]) for kind in NO_LEVEL],
        chosen=level_name(vote, choice) if choice and choice.no_answer else None,
    )


def submit_level(app: PhoneApp, request: PhoneRequest) -> Response:
    """Save this voice's choice and redirect to the next matter; for our script, only confirm that it is saved."""
    if not app.saves.try_acquire(codes.key_hash(request.code)):
        raise RefusedError(429, say(joining.TOO_MANY))
    store, matter = app.store_of(request.code), request.path_params["matter"]
    saved = store.save_own_level(request.code, matter, _choice(request))
    if request.wants_json:
        return JSONResponse({"saved": True, "sequence": saved.sequence}, headers=pages.HEADERS)
    vote = current_vote_on_matter(store.participant(request.code).workshop, matter)
    asks = [asked.id for asked in vote.asks] if vote else []
    following = asks[asks.index(matter) + 1 :] if asks else []
    return redirect_to(f"/decide/{following[0]}" if following and "take_back" not in request.fields else "/here")


def _choice(request: PhoneRequest) -> LevelChoice | None:
    """Return the choice in a form; None if the form is empty or withdraws the choice."""
    fields = request.fields
    if "take_back" in fields:
        return None
    no_answer, level = fields.get("no_answer"), fields.get("level")
    if no_answer is None and level:
        return LevelChoice.model_construct(at_level=level)
    no_answer = no_answer or fields.get("had")
    if no_answer == "dont_know":
        return LevelChoice(no_answer="dont_know")
    return LevelChoice(no_answer="rather_not_say") if no_answer == "rather_not_say" else None
