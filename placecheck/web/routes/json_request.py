"""What a page sends by itself, as JSON: read with care, and answered with why where it is not kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse

from placecheck import words
from placecheck.errors import PlacecheckError
from placecheck.forms.language import preferred_language
from placecheck.phone.request import RefusedError, read_body
from placecheck.storage import DoesNotFitError, NotHereError, StorageError
from placecheck.web.access.reader import reader_message
from placecheck.web.access.same_origin import is_same_origin
from placecheck.web.access.tenants import tenant_of_request
from placecheck.words import answering as w
from placecheck.words import say

HEADERS = {"Cache-Control": "no-store"}


async def reply_in_json(request: Request, act: Callable[[bytes], Mapping[str, Any]]) -> JSONResponse:
    """Answer with what `act` makes of the body of `request`, in a thread of its own.

    Else with `why` not, in the reader's language: 400 for what cannot be understood, 408 for what comes too slowly or
    is broken off, 409 for what does not fit, 413 for what is too long, 503 for what
    cannot be kept now. A page of another site is refused; who may ask at all is decided by the access middleware.
    """
    with words.speaking(preferred_language(request.cookies)):
        if not is_same_origin(request.headers):
            return _refused(403, say(w.NOT_UNDERSTOOD))
        try:
            body = await read_body(request)
            with tenant_of_request(request.cookies):
                reply = await to_thread.run_sync(act, body)
        except PlacecheckError as error:
            return _refused(_status(error), reader_message(error))
        except ValueError:  # pydantic's own among them
            return _refused(400, say(w.NOT_UNDERSTOOD))
        return JSONResponse(reply, headers=HEADERS)


def _status(error: PlacecheckError) -> int:
    """Return the HTTP status for `error`: the page resends by itself what got 503."""
    if isinstance(error, RefusedError):
        return error.status
    return 503 if isinstance(error, StorageError) and not isinstance(error, DoesNotFitError | NotHereError) else 409


def _refused(status: int, why: str) -> JSONResponse:
    return JSONResponse({"why": why}, status, HEADERS)
