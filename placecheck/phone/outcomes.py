"""What became of it, on a phone: what the group decided, and the person's own slips, which they can take back."""

from __future__ import annotations

from collections.abc import Iterator

from starlette.responses import Response

from placecheck.dates import local_today
from placecheck.phone import pages
from placecheck.phone.phone_app import PhoneApp
from placecheck.phone.request import PhoneRequest
from placecheck.place import Slip
from placecheck.storage import Store
from placecheck.views.place.outcomes import DatedAction, Outcomes, outcomes_view
from placecheck.views.place.slip_trace import SlipOutcome, slip_outcomes
from placecheck.words import outcomes as w


def outcomes_page(app: PhoneApp, request: PhoneRequest) -> Response:
    """Return the page of what was decided and tried at this place, and what was seen of it."""
    store = app.store_of(request.code)
    store.participant(request.code)
    place_id, own = store.own_slips(request.code)
    name = store.place(place_id).name
    return pages.page("outcomes", place=name, outcomes=_outcomes(store, place_id, set(own)))


def own_slips(store: Store, code: str) -> tuple[SlipOutcome, ...]:
    """Return this person's slips, each with its outcome.

    Raises:
        NotHereError: Nobody has the code.
    """
    place_id, ids = store.own_slips(code)
    return slip_outcomes((kept_card.card for kept_card in store.place_cards(place_id)), ids) if ids else ()


def take_back_slip(store: Store, request: PhoneRequest) -> str:
    """Erase the slip that the form names, and return the message for the person."""
    return w.TAKEN_BACK if store.take_back_slip(request.code, request.fields.get("slip", "")) else w.NOT_TAKEN_BACK


def _outcomes(store: Store, place_id: str, own: set[str]) -> Outcomes:
    """Return what became of it, without other people's slips, which are for them alone."""
    cards = (kept_card.card for kept_card in store.place_cards(place_id))
    shown = [card for card in cards if not isinstance(card, Slip) or card.id in own]
    today = local_today()
    return outcomes_view(shown, _next_steps(store, place_id), today)


def _next_steps(store: Store, place_id: str) -> Iterator[DatedAction]:
    """Yield the next steps of each assessment of the place that is not hidden, with its date."""
    for summary in store.place(place_id).assessments:
        hidden = store.hidden_answers_in(summary.id)
        if hidden is None or not hidden.hides_everything:
            yield from ((action, summary.date) for action in store.actions(summary.id).values())
