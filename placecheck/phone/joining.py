"""Coming in and coming back: the join code, the welcome, the personal code, a copy, and being deleted."""

from __future__ import annotations

from anyio import to_thread
from starlette.responses import JSONResponse, PlainTextResponse, Response

from placecheck.base32 import group
from placecheck.dates import when_words
from placecheck.phone import outcomes, pages
from placecheck.phone.phone_app import PhoneApp, redirect_to, with_code_cookie, without_code_cookie
from placecheck.phone.request import PhoneRequest, RefusedError
from placecheck.phone.token_bucket import network_of
from placecheck.storage import NotHereError, Store
from placecheck.views.workshop.own_copy import own_copy_text
from placecheck.words import joining as w
from placecheck.words import say, telling
from placecheck.words import workshop as ww
from placecheck.workshop import NotNowError, codes


def join_page(app: PhoneApp, visit: PhoneRequest) -> Response:
    """Return the page to type the big screen's code; a code in the query redirects to its own page."""
    typed = visit.query.get("code", "")
    if not typed:
        return pages.page("join", visit=visit, why="", typed="")
    if visit.from_elsewhere:  # a person sends the form themselves; what another page sent them with is only filled in
        return pages.page("join", visit=visit, why="", typed=typed[:40])
    code = codes.join_code(typed)
    if code and _open_to(app, visit, code):
        return redirect_to(f"/{code}")
    if not code:
        app.note_wrong(visit)
    return pages.page("join", status=404, visit=visit, why=say(w.UNKNOWN_CODE), typed=typed[:40])


def welcome(app: PhoneApp, visit: PhoneRequest) -> Response:
    """Return the page a QR code leads to: who sees what, when it is deleted, what this is not; and the join button."""
    named = visit.path["code"]
    code = named if codes.is_link_token(named) else codes.join_code(named)
    opened = _open_to(app, visit, code) if code else None
    if code is None or opened is None:
        return pages.page("join", status=404, visit=visit, why=say(w.UNKNOWN_CODE), typed=named[:40])
    store, workshop_id = opened
    held, workshop = store.workshop_summary(workshop_id), store.workshop(workshop_id)
    return pages.page(
        "welcome",
        visit=visit,
        code=code,
        place=store.setting(held.assessment_id).name,
        workshop=workshop,
        rehearsal=held.rehearsal,
        delete_on=when_words(held.delete_on.isoformat()) if held.delete_on else None,
        perspectives=store.asked_rubric(held.assessment_id).offered_perspectives(),
        joined=_is_in(app, visit, workshop_id),
        joining_closed=workshop.joining_closed,
        shared=workshop.allows_phone_sharing,
    )


async def join(app: PhoneApp, visit: PhoneRequest) -> Response:
    """Let one more person in, as a voice of their own. The personal code is made here, never taken from outside."""
    waited = app.devices.try_acquire(visit.device) and await app.joins.wait(network_of(visit.address))
    if not waited:
        raise RefusedError(429, say(w.TOO_MANY))
    return await to_thread.run_sync(_join, app, visit)


def _join(app: PhoneApp, visit: PhoneRequest) -> Response:
    try:
        store, workshop_id = app.opened_by(visit.path["code"])
        if _is_in(app, visit, workshop_id) and not store.workshop(workshop_id).allows_phone_sharing:
            raise NotNowError(say(ww.PHONE_TAKEN))
        joined = store.join(visit.path["code"], visit.fields.get("perspective") or None)
    except NotHereError:
        app.note_wrong(visit)
        return pages.page("join", status=404, visit=visit, why=say(w.UNKNOWN_CODE), typed=visit.path["code"][:40])
    return with_code_cookie(redirect_to(), joined.code, secure=visit.secure)


def come_back(app: PhoneApp, visit: PhoneRequest) -> Response:
    """Let a person carry on from another phone, with the personal code that they typed."""
    code = codes.personal_code(visit.fields.get("personal", ""))
    try:
        app.store_of(code or "").seat(code or "")
    except NotHereError as error:
        return pages.page("join", status=404, visit=visit, why="", wrong_personal=str(error), typed="")
    return with_code_cookie(redirect_to(), code or "", secure=visit.secure)


def my_code(app: PhoneApp, visit: PhoneRequest) -> Response:
    """Return the page of the person's own code, what they told, and what they may do with all of it."""
    return _my_code(app, visit)


def take_back(app: PhoneApp, visit: PhoneRequest) -> Response:
    """Delete one thing that this person told, for good, and show the page again."""
    return _my_code(app, visit, message=outcomes.take_back_slip(app.store_of(visit.code), visit))


def copy(app: PhoneApp, visit: PhoneRequest) -> Response:
    """Return everything that this voice said, as a file to keep."""
    own = app.store_of(visit.code).own(visit.code)
    messages = {
        "perspective": own.standpoint.perspective,
        "answers": {id_: answer.model_dump(mode="json") for id_, answer in own.answers.items()},
        "second_votes": {str(number): answer.model_dump(mode="json") for number, answer in own.ballots.items()},
        "matters": {id_: choice.model_dump(mode="json") for id_, choice in own.levels.items()},
        "told": [slip.words for slip in outcomes.own_slips(app.store_of(visit.code), visit.code)],
    }
    headers = {**pages.HEADERS, "Content-Disposition": 'attachment; filename="my-answers.json"'}
    return JSONResponse(messages, headers=headers)


def readable_copy(app: PhoneApp, visit: PhoneRequest) -> Response:
    """Return the same in plain words, which any phone can open, keep and print."""
    store = app.store_of(visit.code)
    seat, own = store.seat(visit.code), store.own(visit.code)
    place = store.setting(seat.assessment_id)
    slips = [slip.words for slip in outcomes.own_slips(store, visit.code)]
    words = own_copy_text(store.asked(seat), place, seat.workshop, own, slips)
    headers = {**pages.HEADERS, "Content-Disposition": 'attachment; filename="my-answers.txt"'}
    return PlainTextResponse(words, headers=headers)


def erase(app: PhoneApp, visit: PhoneRequest) -> Response:
    """Delete everything that this voice said, for good, once the box is ticked."""
    if visit.fields.get("sure") != "yes":
        return _my_code(app, visit, status=422, why=say(w.ERASE_TICK))
    app.store_of(visit.code).erase_own(visit.code)
    return without_code_cookie(pages.page("gone", words=say(w.ERASED)))


def forget_phone(_app: PhoneApp, _visit: PhoneRequest) -> Response:
    """Make this phone forget whose it was; the answers are kept."""
    return without_code_cookie(pages.page("gone", words=say(w.FORGOTTEN)))


def _my_code(app: PhoneApp, visit: PhoneRequest, *, status: int = 200, why: str = "", message: str = "") -> Response:
    slips = outcomes.own_slips(app.store_of(visit.code), visit.code)
    shown = group(codes.personal_code(visit.code) or "")
    values = {"shown": shown, "why": why, "told": slips, "message": message, "t": telling}
    return pages.page("code", status=status, visit=visit, **values)


def _open_to(app: PhoneApp, visit: PhoneRequest, code: str) -> tuple[Store, str] | None:
    """Return the workshop that the join code opens, and its store; count each wrong code.

    Raises:
        RefusedError: Too many wrong codes were tried.
    """
    try:
        return app.opened_by(code)
    except NotHereError:
        app.note_wrong(visit)
        return None


def _is_in(app: PhoneApp, visit: PhoneRequest, workshop_id: str) -> bool:
    try:
        return app.store_of(visit.code).seat(visit.code).workshop_id == workshop_id
    except NotHereError:
        return False
