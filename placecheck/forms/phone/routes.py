"""Which address shows which page."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Sequence
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
from placecheck.forms.phone import enter, pages, taking_part
from placecheck.forms.phone.house import House, told
from placecheck.forms.phone.visit import START_COOKIE, Visit, read
from placecheck.storage import Store

PREFIX = pages.PREFIX

Page = Callable[[House, Visit], Response]
Soon = Callable[[House, Visit], Awaitable[Response]]
SMALL = [Middleware(GZipMiddleware)]
"""Pages are sent compressed, which a slow phone feels; the reply to an answer is smaller than what says so."""

Endpoint = Callable[[Request], Coroutine[Any, Any, Response]]


def routes(stores: Callable[[], Sequence[Store]], house: House | None = None) -> list[Route | Mount]:
    """The routes of the phones' pages, below `PREFIX`; `stores` gives the stores of this process."""
    house = house or House(stores)
    looks: dict[str, Page] = {
        "/": enter.door,
        "/here": taking_part.here,
        "/now": taking_part.now,
        "/ask/{indicator}": taking_part.ask,
        "/room": taking_part.room,
        "/code": enter.my_code,
        "/my-answers.json": enter.copy,
        "/{code}": enter.welcome,
    }
    sends: dict[str, Soon] = {
        "/ask/{indicator}": taking_part.answer,
        "/again": _beside(enter.come_back),
        "/erase": _beside(enter.erase),
        "/forget": _beside(enter.forget),
        "/{code}": _beside(enter.join),
    }
    within = [Route(path, _served(page, house), methods=["POST"]) for path, page in sends.items()]
    within += [Route("/files/{name}", _file, middleware=SMALL), Route("/language/{name}", language.choose)]
    within += [
        Route(path, _served(_beside(page), house), methods=["GET"], middleware=SMALL) for path, page in looks.items()
    ]
    front = Route(PREFIX, _served(_beside(enter.door), house), methods=["GET"], middleware=SMALL)
    return [Mount(PREFIX, routes=within), front]


def _beside(page: Page) -> Soon:
    """`page`, in a thread beside the others."""

    async def soon(house: House, visit: Visit) -> Response:
        return await to_thread.run_sync(page, house, visit)

    return soon


def _served(page: Soon, house: House) -> Endpoint:
    """`page` as an endpoint: reads with care, and tells what goes wrong in plain words."""

    async def endpoint(request: Request) -> Response:
        visit = None
        with words.speaking(language.chosen(request.cookies)):
            try:
                visit = await read(request)
                response = await page(house, visit)
            except PlacecheckError as error:
                response = told(visit, error, script="application/json" in request.headers.get("accept", ""))
        if visit is not None and not visit.code and START_COOKIE not in visit.cookies:
            response.set_cookie(
                START_COOKIE, visit.start, path=PREFIX, httponly=True, samesite="lax", secure=visit.secure
            )
        return response

    return endpoint


async def _file(request: Request) -> Response:
    return pages.file(request.path_params["name"]) or Response(status_code=404)
