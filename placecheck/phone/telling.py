"""Slips: where a person can say, unasked, what people should know of here, and what to talk about."""

from __future__ import annotations

from starlette.responses import Response

from placecheck.phone import pages
from placecheck.phone.outcomes import own_slips
from placecheck.phone.phone_app import PhoneApp
from placecheck.phone.request import PhoneRequest, RefusedError
from placecheck.words import say
from placecheck.words import telling as w
from placecheck.workshop import codes

QUESTIONS = {"here": w.WHAT_IS_HERE, "agenda": w.WHAT_TO_TALK_ABOUT}
"""The fields of the page, each with the question that is asked."""
MAX_LENGTH = 2000


def tell_page(app: PhoneApp, request: PhoneRequest) -> Response:
    """Return the page of two questions without levels, with this person's slips so far."""
    return _page(app, request, message="")


def submit_slips(app: PhoneApp, request: PhoneRequest) -> Response:
    """Save what the person wrote as slips of the place."""
    if not app.saves.try_acquire(codes.key_hash(request.code)):
        raise RefusedError(429, say(w.TOO_MANY))
    store = app.store_of(request.code)
    typed = {field: words for field in QUESTIONS if (words := request.fields.get(field, "").strip())}
    if any(len(words) > MAX_LENGTH for words in typed.values()):
        raise RefusedError(422, say(w.TOO_LONG, most=f"{MAX_LENGTH:,}"))
    stored = [store.save_phone_slip(request.code, say(QUESTIONS[field]), words) for field, words in typed.items()]
    message = w.NOTHING if not stored else w.KEPT if all(stored) else w.REHEARSAL
    return _page(app, request, message=message)


def _page(app: PhoneApp, request: PhoneRequest, *, message: str) -> Response:
    store = app.store_of(request.code)
    return pages.page(
        "tell",
        request=request,
        questions=QUESTIONS,
        slips=own_slips(store, request.code),
        message=message,
        t=w,
        most=MAX_LENGTH,
    )
