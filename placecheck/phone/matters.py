"""Who should decide what, on a phone: one matter a page, and where this person would have it decided."""

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


def matter_page(app: PhoneApp, visit: PhoneRequest) -> Response:
    """Return the page of one matter, with where this voice put it so far."""
    store, matter = app.store_of(visit.code), visit.path["matter"]
    workshop = store.seat(visit.code).workshop
    if vote_on_matter(workshop, matter) is None:
        raise RefusedError(404, say(w.NOT_ASKED))
    vote = current_vote_on_matter(workshop, matter)
    if vote is None:
        return redirect_to()
    choice = store.own(visit.code).levels.get(matter)
    names = no_answer_names()
    return pages.page(
        "decide",
        visit=visit,
        vote=vote,
        at=next(index for index, asked in enumerate(vote.asks) if asked.id == matter),
        choice=choice or LevelChoice(),
        no_answers=[(kind, names[kind]) for kind in NO_LEVEL],
        chosen=level_name(vote, choice) if choice and choice.no_answer else None,
    )


def keep_matter(app: PhoneApp, visit: PhoneRequest) -> Response:
    """Keep where this voice puts a matter, then on to the next one; for our script, only that it is saved."""
    if not app.saves.try_acquire(codes.key_hash(visit.code)):
        raise RefusedError(429, say(joining.TOO_MANY))
    store, matter = app.store_of(visit.code), visit.path["matter"]
    saved = store.say_level(visit.code, matter, _choice(visit))
    if visit.script:
        return JSONResponse({"saved": True, "sequence": saved.sequence}, headers=pages.HEADERS)
    vote = current_vote_on_matter(store.seat(visit.code).workshop, matter)
    asks = [asked.id for asked in vote.asks] if vote else []
    after = asks[asks.index(matter) + 1 :] if asks else []
    return redirect_to(f"/decide/{after[0]}" if after and "take_back" not in visit.fields else "/here")


def _choice(visit: PhoneRequest) -> LevelChoice | None:
    """Return what a form says; None where it says nothing, or takes the choice back."""
    fields = visit.fields
    if "take_back" in fields:
        return None
    tapped = fields.get("no_answer")
    level = fields.get("level")
    if tapped is None and level:
        return LevelChoice.model_construct(at_level=level)
    no_answer = tapped or fields.get("had")
    if no_answer == "dont_know":
        return LevelChoice(no_answer="dont_know")
    return LevelChoice(no_answer="rather_not_say") if no_answer == "rather_not_say" else None
