"""Which address shows which page."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Iterable
from typing import Any

from anyio import to_thread
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route

from placecheck import words
from placecheck.errors import PlacecheckError
from placecheck.forms import language
from placecheck.phone import answering, joining, matters, outcomes, pages, telling
from placecheck.phone.phone_app import PhoneApp, message_page
from placecheck.phone.request import START_COOKIE, PhoneRequest, read_request
from placecheck.storage import Store

PREFIX = pages.PREFIX

Page = Callable[[PhoneApp, PhoneRequest], Response]
Soon = Callable[[PhoneApp, PhoneRequest], Awaitable[Response]]
SMALL = [Middleware(GZipMiddleware)]
"""Pages are sent compressed, which a slow phone feels; the reply to an answer is smaller than what says so."""

Endpoint = Callable[[Request], Coroutine[Any, Any, Response]]


def phone_routes(stores: Callable[[str], Iterable[Store]], app: PhoneApp | None = None) -> list[Route | Mount]:
    """Return the routes of the phones' pages, below `PREFIX`; `stores` as in `PhoneApp`."""
    app = app or PhoneApp(stores)
    looks: dict[str, Page] = {
        "/": joining.join_page,
        "/here": answering.progress_page,
        "/now": answering.now_page,
        "/ask/{indicator}": answering.question_page,
        "/decide/{matter}": matters.matter_page,
        "/room": answering.revealed_page,
        "/code": joining.my_code,
        "/became": outcomes.outcomes_page,
        "/tell": telling.tell_page,
        "/my-answers.txt": joining.readable_copy,
        "/my-answers.json": joining.copy,
        "/{code}": joining.welcome,
    }
    sends: dict[str, Soon] = {
        "/ask/{indicator}": answering.answer,
        "/decide/{matter}": _in_thread(matters.keep_matter),
        "/again": _in_thread(joining.come_back),
        "/erase": _in_thread(joining.erase),
        "/forget": _in_thread(joining.forget_phone),
        "/take-back": _in_thread(joining.take_back),
        "/tell": _in_thread(telling.tell),
        "/{code}": joining.join,
    }
    within = [Route(path, _served(page, app), methods=["POST"]) for path, page in sends.items()]
    within += [Route("/files/{name}", _file, middleware=SMALL), Route("/language/{name}", language.set_language_cookie)]
    within += [
        Route(path, _served(_in_thread(page), app), methods=["GET"], middleware=SMALL) for path, page in looks.items()
    ]
    front = Route(PREFIX, _served(_in_thread(joining.join_page), app), methods=["GET"], middleware=SMALL)
    return [Mount(PREFIX, routes=within), front]


def _in_thread(page: Page) -> Soon:
    """Return `page`, run in a thread of its own."""

    async def soon(app: PhoneApp, visit: PhoneRequest) -> Response:
        return await to_thread.run_sync(page, app, visit)

    return soon


def _served(page: Soon, app: PhoneApp) -> Endpoint:
    """Return `page` as an endpoint: reads with bounds, and reports errors in plain words."""

    async def endpoint(request: Request) -> Response:
        visit = None
        with words.speaking(language.preferred_language(request.cookies)):
            try:
                visit = await read_request(request)
                await app.wait_turn(visit)
                response = await page(app, visit)
            except PlacecheckError as error:
                response = message_page(visit, error, script="application/json" in request.headers.get("accept", ""))
        if visit is not None and not visit.code and START_COOKIE not in visit.cookies:
            response.set_cookie(
                START_COOKIE, visit.start, path=PREFIX, httponly=True, samesite="lax", secure=visit.secure
            )
        return response

    return endpoint


async def _file(request: Request) -> Response:
    return pages.file(request.path_params["name"]) or Response(status_code=404)
