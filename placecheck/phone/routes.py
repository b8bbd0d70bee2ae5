"""Which address leads to which page."""

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
from placecheck.phone.phone_app import PhoneApp, error_page
from placecheck.phone.request import START_COOKIE, PhoneRequest, read_request
from placecheck.storage import Store

PREFIX = pages.PREFIX

Page = Callable[[PhoneApp, PhoneRequest], Response]
AsyncPage = Callable[[PhoneApp, PhoneRequest], Awaitable[Response]]
COMPRESSED = [Middleware(GZipMiddleware)]
"""Compresses pages, which matters on a slow connection. The reply to an answer is too small to gain from it."""

Endpoint = Callable[[Request], Coroutine[Any, Any, Response]]


def phone_routes(stores: Callable[[str], Iterable[Store]], app: PhoneApp | None = None) -> list[Route | Mount]:
    """Return the routes of the pages for phones, below `PREFIX`; `stores` is that of `PhoneApp`."""
    app = app or PhoneApp(stores)
    get_pages: dict[str, Page] = {
        "/": joining.join_page,
        "/here": answering.progress_page,
        "/now": answering.version_json,
        "/ask/{indicator}": answering.question_page,
        "/decide/{matter}": matters.matter_page,
        "/room": answering.revealed_page,
        "/code": joining.personal_code_page,
        "/became": outcomes.outcomes_page,
        "/tell": telling.tell_page,
        "/my-answers.txt": joining.answers_text,
        "/my-answers.json": joining.answers_json,
        "/{code}": joining.welcome_page,
    }
    post_pages: dict[str, AsyncPage] = {
        "/ask/{indicator}": answering.submit_answer,
        "/decide/{matter}": _run_in_thread(matters.submit_level),
        "/again": _run_in_thread(joining.come_back),
        "/erase": _run_in_thread(joining.erase_answers),
        "/forget": _run_in_thread(joining.forget_phone),
        "/take-back": _run_in_thread(joining.take_back),
        "/tell": _run_in_thread(telling.submit_slips),
        "/{code}": joining.join,
    }
    within = [Route(path, _served(page, app), methods=["POST"]) for path, page in post_pages.items()]
    within += [
        Route("/files/{name}", _file, middleware=COMPRESSED),
        Route("/language/{name}", language.set_language_cookie),
    ]
    within += [
        Route(path, _served(_run_in_thread(page), app), methods=["GET"], middleware=COMPRESSED)
        for path, page in get_pages.items()
    ]
    front = Route(PREFIX, _served(_run_in_thread(joining.join_page), app), methods=["GET"], middleware=COMPRESSED)
    return [Mount(PREFIX, routes=within), front]


def _run_in_thread(page: Page) -> AsyncPage:
    """Return `page` as a coroutine function, which runs it in a thread."""

    async def run(app: PhoneApp, request: PhoneRequest) -> Response:
        return await to_thread.run_sync(page, app, request)

    return run


def _served(page: AsyncPage, app: PhoneApp) -> Endpoint:
    """Return `page` as an endpoint, which shows errors in plain words."""

    async def endpoint(http_request: Request) -> Response:
        request = None
        with words.speaking(language.preferred_language(http_request.cookies)):
            try:
                request = await read_request(http_request)
                await app.wait_turn(request)
                response = await page(app, request)
            except PlacecheckError as error:
                response = error_page(
                    request, error, as_json="application/json" in http_request.headers.get("accept", "")
                )
        if request is not None and not request.code and START_COOKIE not in request.cookies:
            response.set_cookie(
                START_COOKIE, request.start, path=PREFIX, httponly=True, samesite="lax", secure=request.is_https
            )
        return response

    return endpoint


async def _file(http_request: Request) -> Response:
    return pages.static_file(http_request.path_params["name"]) or Response(status_code=404)
