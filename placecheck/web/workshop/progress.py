"""How far a workshop is: how many have joined and answered, how much time is left, and whether it moved on.

The browser asks for it by itself, in plain requests, and asks for the page only where that is to be drawn again. A
fragment on a timer does the same, and loses parts of the page now and then (docs/decisions/0131).
"""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import asdict, replace
from typing import Any
from urllib.parse import urlencode

import streamlit as st
from anyio import to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse

from placecheck import words
from placecheck.forms.language import preferred_language
from placecheck.storage import NotHereError, StorageError, WorkshopSummary, visitor_message
from placecheck.views.workshop.workshop_progress import (
    WorkshopProgressView,
    arrivals_words,
    slips_words,
    workshop_progress_view,
)
from placecheck.web.access.tenants import tenant_of_request
from placecheck.web.components.component import define_component
from placecheck.web.data import assessments
from placecheck.web.state.language import localised_fragment
from placecheck.web.state.session import NOW, SCREEN, WORKSHOP
from placecheck.web.workshop.context import WorkshopContext, now, workshop_state
from placecheck.words import say
from placecheck.words import workshop_page as w
from placecheck.workshop import Workshop

ADDRESS = "/going"
UNORDERED = {"held_back", "held_matters"}
"""What of a workshop has no order of its own."""

LATELY = datetime.timedelta(minutes=1)
"""In what time those who joined are told apart to the facilitator, so that a crowd that is not in the room is seen."""

NO_PROGRESS = {"moment": "", **asdict(WorkshopProgressView())}
"""What is said of a workshop that is no more."""

_component = define_component("workshop_progress", isolate_styles=False)


@localised_fragment
def show_progress(context: WorkshopContext, *, counts: bool = True) -> None:
    """Show the time left, and with `counts` how many have joined and how far an open question round is: never a level.

    A fragment, so that what the browser then requests waits for a page that is being drawn, and interrupts no
    click.
    """
    screen = context.session.query_param(SCREEN)
    query = {WORKSHOP: context.id, **({SCREEN: NOW} if screen else {})}
    with st.container(key="going" if counts else "time-left"):
        _component(
            key=f"going-{context.id}-{counts}",
            data={
                "from": f"{ADDRESS}?{urlencode(query)}",
                "counts": counts,
                "screen": bool(screen),
                "lost": say(w.CONNECTION_LOST),
                "more": say(w.MORE_BELOW),
                "now": progress_data(context.held, context.workshop, context.sequence, screen=bool(screen)),
            },
            on_moved_change=st.rerun,
        )


async def progress_response(request: Request) -> JSONResponse:
    """Answer `GET /going?workshop=id`, with `&screen=now` for the big screen.

    The access middleware decides who may ask.
    """
    query = request.query_params
    with words.speaking(preferred_language(request.cookies)), tenant_of_request(request.cookies):
        try:
            return JSONResponse(await to_thread.run_sync(_told_now, query.get(WORKSHOP, ""), SCREEN in query))
        except StorageError as error:  # the page asks again in a second
            visitor_message(error)
            return JSONResponse(NO_PROGRESS, 503, {"Cache-Control": "no-store"})


def _told_now(id_: str, screen: bool) -> dict[str, Any]:
    try:
        held, workshop, sequence = workshop_state(id_)
    except NotHereError:
        return NO_PROGRESS
    return progress_data(held, workshop, sequence, screen=screen)


def progress_data(held: WorkshopSummary, workshop: Workshop, sequence: int, *, screen: bool) -> dict[str, Any]:
    """Return what the browser receives about a workshop: its progress, and the `moment` it is from."""
    store = assessments.current_store()
    progress = store.progress(held.id)
    if workshop.open_matters:
        answered = store.matters_answered(held.id)
        progress = replace(progress, answered=answered, could=dict.fromkeys(answered, progress.voices))
    view = workshop_progress_view(workshop, progress, now())
    if not screen:
        slips = slips_words(store.count_slips_told(held.assessment_id))
        view = replace(view, arrivals=(*arrivals_words(workshop, store.arrivals(held.id, LATELY)), *slips))
    draft = store.draft(held.assessment_id, "step") if screen and workshop.screen == "steps" else {}
    return {"moment": moment_mark(workshop, sequence, draft.get("what", ""), screen=screen), **asdict(view)}


def moment_mark(workshop: Workshop, sequence: int, draft: str = "", *, screen: bool) -> str:
    """Return a value that changes whenever the page has to be redrawn.

    Notes, the timer, what is agreed and the `draft` of a next step redraw the big screen alone: on the facilitator's
    page somebody may be typing.
    """
    seen: list[object] = [workshop.turns, workshop.talk_by, workshop.talk_of, workshop.screen, workshop.stories]
    if screen:
        decided = None if workshop.open_vote else sequence
        seen += [
            decided,
            draft,
            *map(sorted, (workshop.held_back, workshop.held_matters)),
            workshop.model_dump_json(exclude=UNORDERED),
        ]
    return hashlib.sha256(repr(seen).encode()).hexdigest()[:16]
