"""Every text of an indicator, and every way in which it is asked or checked: carried there, or named with a reason."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping

import pypdf
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from placecheck.assessment import Place
from placecheck.forms.offline import offline_form
from placecheck.phone import phone_routes
from placecheck.report.paper_form import form_pdf
from placecheck.rubric import Indicator, Rubric, check
from placecheck.rubric.readability import graded
from placecheck.source.field_kinds import written_texts

RESTS = ("future", "retired")
"""What an indicator that is asked never holds."""
REASONS = ("one_support", "no_caution", "reading_age_reason")
"""Reasons for whoever edits the rubric; nobody who answers reads them."""
LATER = dict.fromkeys(("held_here", "held_elsewhere"), "it is shown beside a low reading, not where one answers")
EDITORS = dict.fromkeys(REASONS, "it is for whoever edits the rubric")
LEFT_OUT: Mapping[str, Mapping[str, str]] = {
    "page": {**LATER, **EDITORS},
    "phone": {**LATER, **EDITORS},
    "offline form": {"name": "the statement says it", **LATER, **EDITORS},
    "paper form": {"name": "the statement says it", **LATER, **EDITORS},
    "words to avoid": EDITORS,
    "reading ease": {"name": "a label is no sentence", **LATER, **EDITORS},
}
"""By way: the texts that it does not carry, each with the reason."""


def word(name: str) -> str:
    """The one word that stands in one field, and nowhere else."""
    return f"Zq{name.replace('_', '')}x"


@pytest.fixture
def asking(rubric: Rubric) -> Rubric:
    """A rubric of one indicator, in every text of which stands a word of its own."""
    first = rubric.dimensions[0]
    fields = {name: word(name) for name in written_texts(Indicator) if name not in RESTS}
    indicator = first.indicators[0].model_copy(update={**fields, "starter": True, "perspectives": ()})
    dimension = first.model_copy(update={"indicators": (indicator,)})
    return rubric.model_copy(update={"id": "of-one", "dimensions": (dimension,)})


@pytest.fixture
def ways(show, store, asking) -> Mapping[str, Callable[[], str]]:
    """What each way says, as text."""
    (indicator,) = asking.indicators()

    def begun() -> str:
        place = store.add_place(Place(name="Ore Valley"))
        return store.begin_assessment(place, asking, question_set="full", date=None, together=False)

    def page() -> str:
        round_ = begun()
        shown = show("answer", round=round_, voice=store.add_voice(round_))
        assert not shown.exception
        sent = [one.proto.json for one in shown.get("bidi_component")]
        return "\n".join((*(str(one.value) for one in (*shown.subheader, *shown.markdown)), *sent))

    def phone() -> str:
        workshop = store.create_workshop(begun())
        store.open_vote(workshop.id, [indicator.id])
        client = TestClient(Starlette(routes=phone_routes(lambda _code: [store])), base_url="http://testserver")
        token = client.get(f"/join/{workshop.code}").text.partition('name="token" value="')[2].partition('"')[0]
        client.post(f"/join/{workshop.code}", data={"token": token}, headers={"Origin": "http://testserver"})
        return client.get(f"/join/ask/{indicator.id}").text

    def paper() -> str:
        return "".join(one.extract_text() for one in pypdf.PdfReader(io.BytesIO(form_pdf(asking, "full"))).pages)

    return {
        "page": page,
        "phone": phone,
        "offline form": lambda: offline_form(asking, "full"),
        "paper form": paper,
        "words to avoid": lambda: "\n".join(text for _, text in check._own_texts(indicator)),
        "reading ease": lambda: "\n".join(one.text for one in graded(indicator)),
    }


@pytest.mark.parametrize("way", LEFT_OUT)
def test_every_text_of_an_indicator_is_carried_or_named_as_left_out_with_a_reason(ways, way):
    said = ways[way]()
    missing = {name for name in written_texts(Indicator) if name not in RESTS and word(name) not in said}
    assert missing == set(LEFT_OUT[way]), f"carry each to the {way}, or say in LEFT_OUT why not"
