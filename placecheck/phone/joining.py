"""Joining and coming back: the join code, the welcome, the personal code, a copy of the answers, deleting them."""

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


def join_page(app: PhoneApp, request: PhoneRequest) -> Response:
    """Return the page to type the join code; a code in the query redirects to the welcome of its workshop."""
    typed = request.query.get("code", "")
    if not typed:
        return pages.page("join", request=request, why="", typed="")
    if request.is_cross_site:  # a link on another site only fills the code in: the person sends the form
        return pages.page("join", request=request, why="", typed=typed[:40])
    code = codes.parse_join_code(typed)
    if code and _find_workshop(app, request, code):
        return redirect_to(f"/{code}")
    if not code:
        app.count_wrong_code(request)
    return pages.page("join", status=404, request=request, why=say(w.UNKNOWN_CODE), typed=typed[:40])


def welcome_page(app: PhoneApp, request: PhoneRequest) -> Response:
    """Return the page a QR code leads to: who sees what, when it is deleted, what this is not, and the join button."""
    typed = request.path_params["code"]
    code = typed if codes.is_link_token(typed) else codes.parse_join_code(typed)
    store_and_id = _find_workshop(app, request, code) if code else None
    if code is None or store_and_id is None:
        return pages.page("join", status=404, request=request, why=say(w.UNKNOWN_CODE), typed=typed[:40])
    store, workshop_id = store_and_id
    summary, workshop = store.workshop_summary(workshop_id), store.workshop(workshop_id)
    return pages.page(
        "welcome",
        request=request,
        code=code,
        place=store.setting(summary.assessment_id).name,
        workshop=workshop,
        is_rehearsal=summary.is_rehearsal,
        delete_on=when_words(summary.delete_on.isoformat()) if summary.delete_on else None,
        perspectives=store.asked_rubric(summary.assessment_id).offered_perspectives(),
        has_joined=_has_joined(app, request, workshop_id),
    )


async def join(app: PhoneApp, request: PhoneRequest) -> Response:
    """Let one more person in, as a new voice. The personal code is made here and never accepted from outside."""
    may_join = app.devices.try_acquire(request.device) and await app.joins.wait(network_of(request.address))
    if not may_join:
        raise RefusedError(429, say(w.TOO_MANY))
    return await to_thread.run_sync(_join, app, request)


def _join(app: PhoneApp, request: PhoneRequest) -> Response:
    try:
        store, workshop_id = app.workshop_of_code(request.path_params["code"])
        if _has_joined(app, request, workshop_id) and not store.workshop(workshop_id).allows_phone_sharing:
            raise NotNowError(say(ww.PHONE_TAKEN))
        joined = store.join(request.path_params["code"], request.fields.get("perspective") or None)
    except NotHereError:
        app.count_wrong_code(request)
        return pages.page(
            "join", status=404, request=request, why=say(w.UNKNOWN_CODE), typed=request.path_params["code"][:40]
        )
    return with_code_cookie(redirect_to(), joined.code, secure=request.is_https)


def come_back(app: PhoneApp, request: PhoneRequest) -> Response:
    """Let a person carry on from another phone, with the personal code that they typed."""
    code = codes.parse_personal_code(request.fields.get("personal", ""))
    try:
        app.store_of(code or "").participant(code or "")
    except NotHereError as error:
        return pages.page("join", status=404, request=request, why="", wrong_personal=str(error), typed="")
    return with_code_cookie(redirect_to(), code or "", secure=request.is_https)


def personal_code_page(app: PhoneApp, request: PhoneRequest) -> Response:
    """Return the page of the personal code and the person's slips, with what they may do with their data."""
    return _personal_code_page(app, request)


def take_back(app: PhoneApp, request: PhoneRequest) -> Response:
    """Delete one of this person's slips for good, and show the page again."""
    return _personal_code_page(app, request, message=outcomes.take_back_slip(app.store_of(request.code), request))


def answers_json(app: PhoneApp, request: PhoneRequest) -> Response:
    """Return everything that this voice submitted, as JSON to keep."""
    own = app.store_of(request.code).own_answers(request.code)
    own_data = {
        "perspective": own.standpoint.perspective,
        "answers": {id_: answer.model_dump(mode="json") for id_, answer in own.answers.items()},
        "second_votes": {str(number): answer.model_dump(mode="json") for number, answer in own.ballots.items()},
        "matters": {id_: choice.model_dump(mode="json") for id_, choice in own.levels.items()},
        "told": [slip.words for slip in outcomes.own_slips(app.store_of(request.code), request.code)],
    }
    headers = {**pages.HEADERS, "Content-Disposition": 'attachment; filename="my-answers.json"'}
    return JSONResponse(own_data, headers=headers)


def answers_text(app: PhoneApp, request: PhoneRequest) -> Response:
    """Return the same as plain text, which any phone can open, keep and print."""
    store = app.store_of(request.code)
    participant, own = store.participant(request.code), store.own_answers(request.code)
    place = store.setting(participant.assessment_id)
    slips = [slip.words for slip in outcomes.own_slips(store, request.code)]
    words = own_copy_text(store.asked_rubric(participant.assessment_id), place, participant.workshop, own, slips)
    headers = {**pages.HEADERS, "Content-Disposition": 'attachment; filename="my-answers.txt"'}
    return PlainTextResponse(words, headers=headers)


def erase_answers(app: PhoneApp, request: PhoneRequest) -> Response:
    """Delete everything that this voice submitted, for good, if the box is ticked."""
    if request.fields.get("sure") != "yes":
        return _personal_code_page(app, request, status=422, why=say(w.ERASE_TICK))
    app.store_of(request.code).erase_own_voice(request.code)
    return without_code_cookie(pages.page("gone", words=say(w.ERASED)))


def forget_phone(_app: PhoneApp, _request: PhoneRequest) -> Response:
    """Make this phone forget its personal code; the answers are kept."""
    return without_code_cookie(pages.page("gone", words=say(w.FORGOTTEN)))


def _personal_code_page(
    app: PhoneApp, request: PhoneRequest, *, status: int = 200, why: str = "", message: str = ""
) -> Response:
    slips = outcomes.own_slips(app.store_of(request.code), request.code)
    code = group(codes.parse_personal_code(request.code) or "")
    values = {"code": code, "why": why, "slips": slips, "message": message, "t": telling}
    return pages.page("personal_code", status=status, request=request, **values)


def _find_workshop(app: PhoneApp, request: PhoneRequest, code: str) -> tuple[Store, str] | None:
    """Return the workshop of a join code, after its store; None if the code is wrong, which is counted.

    Raises:
        RefusedError: Too many wrong codes were tried.
    """
    try:
        return app.workshop_of_code(code)
    except NotHereError:
        app.count_wrong_code(request)
        return None


def _has_joined(app: PhoneApp, request: PhoneRequest, workshop_id: str) -> bool:
    try:
        return app.store_of(request.code).participant(request.code).workshop_id == workshop_id
    except NotHereError:
        return False
