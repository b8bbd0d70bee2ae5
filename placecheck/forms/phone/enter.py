"""Coming in and coming back: the join code, the welcome, the personal code, a copy, and being deleted."""

from __future__ import annotations

from starlette.responses import JSONResponse, Response

from placecheck.base32 import grouped
from placecheck.forms.phone import pages
from placecheck.forms.phone.house import House, forgotten, known_as, to
from placecheck.forms.phone.limits import network
from placecheck.forms.phone.visit import RefusedError, Visit
from placecheck.storage import NotHereError, Store
from placecheck.views.notice import written_when
from placecheck.words import joining as w
from placecheck.words import say
from placecheck.words import workshop as ww
from placecheck.workshop import codes


def door(house: House, visit: Visit) -> Response:
    """Where the code from the big screen is typed; a code in the query leads on to its own page."""
    typed = visit.query.get("code", "")
    if not typed:
        return pages.page("door", visit=visit, why="", typed="")
    code = codes.join_code(typed)
    if code and _open_to(house, visit, code):
        return to(f"/{code}")
    if not code:
        house.check_tries(visit)
        house.note_wrong(visit)
    return pages.page("door", status=404, visit=visit, why=say(ww.NO_CODE), typed=typed[:40])


def welcome(house: House, visit: Visit) -> Response:
    """Who sees what, when it is deleted, what this is not; then the button to join. What a QR code leads to."""
    code = codes.join_code(visit.path["code"])
    opened = _open_to(house, visit, code) if code else None
    if code is None or opened is None:
        return pages.page("door", status=404, visit=visit, why=say(ww.NO_CODE), typed=visit.path["code"][:40])
    store, workshop_id = opened
    held, stands = store.workshop_held(workshop_id), store.workshop(workshop_id)
    return pages.page(
        "welcome",
        visit=visit,
        code=code,
        place=store.setting(held.assessment_id).name,
        stands=stands,
        rehearsal=held.rehearsal,
        delete_on=written_when(held.delete_on.isoformat()) if held.delete_on else None,
        perspectives=store.rubric_of(held.assessment_id).perspectives,
        joined=_is_in(house, visit, workshop_id),
    )


def join(house: House, visit: Visit) -> Response:
    """Let one more person in, as a voice of their own. The personal code is made here, never taken from outside."""
    house.check_tries(visit)
    if not house.joins.take(network(visit.address)):
        raise RefusedError(429, say(w.TOO_MANY))
    try:
        store, _ = house.opened_by(visit.path["code"])
        joined = store.join(visit.path["code"], visit.fields.get("perspective") or None)
    except NotHereError:
        house.note_wrong(visit)
        return pages.page("door", status=404, visit=visit, why=say(ww.NO_CODE), typed=visit.path["code"][:40])
    return known_as(to(), joined.code, secure=visit.secure)


def come_back(house: House, visit: Visit) -> Response:
    """Let a person carry on from another phone, with the personal code that they typed."""
    house.check_tries(visit)
    code = codes.personal_code(visit.fields.get("personal", ""))
    try:
        house.store_of(code or "").seat(code or "")
    except NotHereError as error:
        house.note_wrong(visit)
        return pages.page("door", status=404, visit=visit, why=str(error), typed="")
    return known_as(to(), code or "", secure=visit.secure)


def my_code(house: House, visit: Visit) -> Response:
    """The person's own code, and what they may do with what they said."""
    house.store_of(visit.code).seat(visit.code)
    return _my_code(visit)


def copy(house: House, visit: Visit) -> Response:
    """All that this voice said, to keep."""
    own = house.store_of(visit.code).own(visit.code)
    said = {
        "perspective": own.standpoint.perspective,
        "answers": {id_: answer.model_dump(mode="json") for id_, answer in own.answers.items()},
        "second_votes": {str(number): answer.model_dump(mode="json") for number, answer in own.ballots.items()},
    }
    headers = {**pages.HEADERS, "Content-Disposition": 'attachment; filename="my-answers.json"'}
    return JSONResponse(said, headers=headers)


def erase(house: House, visit: Visit) -> Response:
    """Delete all that this voice said, for good, once the box is ticked."""
    if visit.fields.get("sure") != "yes":
        house.store_of(visit.code).seat(visit.code)
        return _my_code(visit, status=422, why=say(w.ERASE_TICK))
    house.store_of(visit.code).erase_own(visit.code)
    return forgotten(pages.page("gone", words=say(w.ERASED)))


def forget(_house: House, _visit: Visit) -> Response:
    """Let this phone forget who it spoke for; what was said is kept."""
    return forgotten(pages.page("gone", words=say(w.FORGOTTEN)))


def _my_code(visit: Visit, *, status: int = 200, why: str = "") -> Response:
    shown = grouped(codes.personal_code(visit.code) or "")
    return pages.page("code", status=status, visit=visit, shown=shown, why=why)


def _open_to(house: House, visit: Visit, code: str) -> tuple[Store, str] | None:
    """The workshop that the join code opens, and its store; each wrong one is counted. Raises RefusedError."""
    house.check_tries(visit)
    try:
        return house.opened_by(code)
    except NotHereError:
        house.note_wrong(visit)
        return None


def _is_in(house: House, visit: Visit, workshop_id: str) -> bool:
    try:
        return house.store_of(visit.code).seat(visit.code).workshop_id == workshop_id
    except NotHereError:
        return False
