"""How far a workshop is: how many have joined and answered, how much time is left, and whether it moved on.

The browser asks for it by itself, in plain requests, and asks for the page only where that is to be drawn anew. A
fragment on a timer does the same, and loses parts of the page now and then (docs/decisions/0131).
"""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from typing import Any
from urllib.parse import urlencode

import streamlit as st
from anyio import to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse

from placecheck import words
from placecheck.forms.language import chosen
from placecheck.storage import NotHereError
from placecheck.views.hall import GoingView, going_view
from placecheck.web import desk
from placecheck.web.groups import asked_with
from placecheck.web.hall.here import Here, now, standing
from placecheck.web.parts.component import component
from placecheck.web.session import NOW, SCREEN, WORKSHOP
from placecheck.workshop import Workshop

ADDRESS = "/going"
GONE = {"moment": "", **asdict(GoingView())}
"""What is said of a workshop that is no more."""

_going = component("going", apart=False)


@st.fragment
def going(here: Here, *, counts: bool = True) -> None:
    """The time that is left, and with `counts` how many have joined and how far an open round is: never a level.

    A fragment, since what the browser asks for then waits for a page that is being drawn, and breaks no click off.
    """
    screen = here.session.asked(SCREEN)
    query = {WORKSHOP: here.id, **({SCREEN: NOW} if screen else {})}
    with st.container(key="going" if counts else "time-left"):
        _going(
            key=f"going-{here.id}-{counts}",
            data={
                "from": f"{ADDRESS}?{urlencode(query)}",
                "counts": counts,
                "now": told(here.id, here.stands, here.sequence, screen=bool(screen)),
            },
            on_moved_change=st.rerun,
        )


async def answer(request: Request) -> JSONResponse:
    """Answer `GET /going?workshop=id`, with `&screen=now` for the big screen; who may ask is the door's affair."""
    asked = request.query_params
    with words.speaking(chosen(request.cookies)), asked_with(request.cookies):
        return JSONResponse(await to_thread.run_sync(_told_now, asked.get(WORKSHOP, ""), SCREEN in asked))


def _told_now(id_: str, screen: bool) -> dict[str, Any]:
    try:
        held, stands, sequence = standing(id_)
    except NotHereError:
        return GONE
    return told(held.id, stands, sequence, screen=screen)


def told(id_: str, stands: Workshop, sequence: int, *, screen: bool) -> dict[str, Any]:
    """What the browser is told of a workshop: how far it is, and at which `moment`."""
    view = going_view(stands, desk.store().progress(id_), now())
    return {"moment": moment(stands, sequence, screen=screen), **asdict(view)}


def moment(stands: Workshop, sequence: int, *, screen: bool) -> str:
    """A mark that is another where the page is to be drawn anew.

    Notes, the timer and what is agreed move the big screen alone: on the facilitator's page somebody may be typing.
    """
    seen: list[object] = [stands.turns, stands.talk_by, stands.talk_of, stands.screen]
    if screen:
        decided = None if stands.open_vote else sequence
        seen += [decided, sorted(stands.held_back), stands.model_dump_json(exclude={"held_back"})]
    return hashlib.sha256(repr(seen).encode()).hexdigest()[:16]
