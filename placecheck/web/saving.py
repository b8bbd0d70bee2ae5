"""An answer on its way from the screen to the store: a plain request of its own, that no page has to be drawn for."""

from __future__ import annotations

from typing import Annotated

from anyio import to_thread
from pydantic import BaseModel, ConfigDict, Field, StrictStr
from starlette.requests import Request
from starlette.responses import JSONResponse

from placecheck import words
from placecheck.errors import PlacecheckError
from placecheck.forms.language import chosen
from placecheck.views.answering import Part, understood
from placecheck.web import desk
from placecheck.web.groups import asked_with
from placecheck.web.guard import from_here
from placecheck.web.session import Session
from placecheck.words import answering as w
from placecheck.words import say

ADDRESS = "/answers"


class Given(BaseModel):
    """What the screen sends: the parts of one answer that were chosen or written since it last sent any."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    round: StrictStr
    voice: StrictStr
    indicator: StrictStr
    parts: Annotated[dict[Part, StrictStr], Field(min_length=1)]


async def save(request: Request) -> JSONResponse:
    """Answer `POST /answers`, a `Given` in JSON, with the `sequence` of the change once it is on the disk.

    Else with `why` not, in the reader's language: 400 for what cannot be understood, 409 for what does not fit or
    cannot be kept now. A page of another site is refused; who may ask at all is the door's affair.
    """
    with words.speaking(chosen(request.cookies)):
        if not from_here(request.headers):
            return _refused(403, say(w.NOT_UNDERSTOOD))
        try:
            given = Given.model_validate_json(await request.body())
            with asked_with(request.cookies):
                sequence = await to_thread.run_sync(keep, given)
        except PlacecheckError as error:
            return _refused(409, str(error))
        except ValueError:  # pydantic's own among them
            return _refused(400, say(w.NOT_UNDERSTOOD))
        return JSONResponse({"sequence": sequence})


def keep(given: Given) -> int:
    """Keep what is `given`; all else of the answer stays as it is kept by now. The sequence of the change.

    Raises ValueError for what is no answer, and as `Store.change_answer`.
    """
    fields = understood(given.parts)
    return desk.store().change_answer(given.round, given.voice, given.indicator, fields, by=Session.by).sequence


def _refused(status: int, why: str) -> JSONResponse:
    return JSONResponse({"why": why}, status)
