"""Which address shows which page."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from anyio import to_thread
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
    sends: dict[str, Page] = {
        "/again": enter.come_back,
        "/erase": enter.erase,
        "/forget": enter.forget,
        "/ask/{indicator}": taking_part.answer,
        "/{code}": enter.join,
    }
    within = [Route("/files/{name}", _file), Route("/language/{name}", language.choose)]
    within += [Route(path, _served(page, house), methods=["POST"]) for path, page in sends.items()]
    within += [Route(path, _served(page, house), methods=["GET"]) for path, page in looks.items()]
    front = Route(PREFIX, _served(enter.door, house), methods=["GET"])
    return [front, Mount(PREFIX, routes=within)]


def _served(page: Page, house: House) -> Endpoint:
    """`page` as an endpoint: reads with care, works beside the others, and tells what goes wrong in plain words."""

    async def endpoint(request: Request) -> Response:
        visit = None
        before = words.language.set(language.chosen(request.cookies))
        try:
            visit = await read(request)
            response = await to_thread.run_sync(page, house, visit)
        except PlacecheckError as error:
            response = told(visit, error, script="application/json" in request.headers.get("accept", ""))
        finally:
            words.language.reset(before)
        if visit is not None and not visit.code and START_COOKIE not in visit.cookies:
            response.set_cookie(
                START_COOKIE, visit.start, path=PREFIX, httponly=True, samesite="lax", secure=visit.secure
            )
        return response

    return endpoint


async def _file(request: Request) -> Response:
    return pages.file(request.path_params["name"]) or Response(status_code=404)
