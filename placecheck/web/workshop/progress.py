"""How far a workshop is: how many have joined and answered, how much time is left, and whether it moved on.

The browser polls for it in plain requests, and reruns the page only when that has to be redrawn. A fragment on a timer
would do the same, but now and then loses parts of the page (docs/decisions/0131).
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
UNORDERED = {"held_back", "held_back_matters"}
"""The fields of a workshop that are sets, whose order may differ."""

RECENTLY = datetime.timedelta(minutes=1)
"""How long people who joined are counted separately, so that the facilitator notices a crowd from elsewhere."""

NO_PROGRESS = {"moment": "", **asdict(WorkshopProgressView())}
"""The reply for a workshop that does not exist any more."""

_component = define_component("workshop_progress", isolate_styles=False)


@localised_fragment
def show_progress(context: WorkshopContext, *, with_counts: bool = True) -> None:
    """Show the time left; `with_counts` also how many joined and how far an open question round is, but no levels.

    It is a fragment so that the rerun that the browser requests waits for a page that is being drawn, and interrupts
    no click.
    """
    for_big_screen = bool(context.session.query_param(SCREEN))
    query = {WORKSHOP: context.id, **({SCREEN: NOW} if for_big_screen else {})}
    with st.container(key="going" if with_counts else "time-left"):
        _component(
            key=f"going-{context.id}-{with_counts}",
            data={
                "from": f"{ADDRESS}?{urlencode(query)}",
                "counts": with_counts,
                "screen": for_big_screen,
                "lost": say(w.CONNECTION_LOST),
                "more": say(w.MORE_BELOW),
                "now": progress_data(
                    context.summary, context.workshop, context.sequence, for_big_screen=for_big_screen
                ),
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
            return JSONResponse(await to_thread.run_sync(_current_progress, query.get(WORKSHOP, ""), SCREEN in query))
        except StorageError as error:  # the page asks again in a second
            visitor_message(error)
            return JSONResponse(NO_PROGRESS, 503, {"Cache-Control": "no-store"})


def _current_progress(id_: str, for_big_screen: bool) -> dict[str, Any]:
    try:
        summary, workshop, sequence = workshop_state(id_)
    except NotHereError:
        return NO_PROGRESS
    return progress_data(summary, workshop, sequence, for_big_screen=for_big_screen)


def progress_data(
    summary: WorkshopSummary, workshop: Workshop, sequence: int, *, for_big_screen: bool
) -> dict[str, Any]:
    """Return what the browser polls for: the progress of a workshop, and as `moment` a fingerprint of its state."""
    store = assessments.current_store()
    progress = store.progress(summary.id)
    if workshop.open_matters:
        answered = store.count_matter_answers(summary.id)
        progress = replace(progress, answered=answered, eligible=dict.fromkeys(answered, progress.voices))
    view = workshop_progress_view(workshop, progress, now())
    if not for_big_screen:
        slips = slips_words(store.count_phone_slips(summary.assessment_id))
        view = replace(view, arrivals=(*arrivals_words(workshop, store.arrivals(summary.id, RECENTLY)), *slips))
    draft = store.draft(summary.assessment_id, "step") if for_big_screen and workshop.scene == "steps" else {}
    return {
        "moment": redraw_fingerprint(workshop, sequence, draft.get("what", ""), for_big_screen=for_big_screen),
        **asdict(view),
    }


def redraw_fingerprint(workshop: Workshop, sequence: int, draft: str = "", *, for_big_screen: bool) -> str:
    """Return a value that changes whenever the page has to be redrawn.

    Notes, the timer, what is agreed and the `draft` of a next step redraw the big screen alone: on the facilitator's
    page somebody may be typing.
    """
    seen: list[object] = [
        workshop.version,
        workshop.discussion_order,
        workshop.discussion_topic,
        workshop.scene,
        workshop.chosen_stories,
    ]
    if for_big_screen:
        decided = None if workshop.open_vote else sequence
        seen += [
            decided,
            draft,
            *map(sorted, (workshop.held_back, workshop.held_back_matters)),
            workshop.model_dump_json(exclude=UNORDERED),
        ]
    return hashlib.sha256(repr(seen).encode()).hexdigest()[:16]
