"""From where people may say they speak here: chosen and named on a page, and so on every form, screen and print."""

from __future__ import annotations

import io
import subprocess

import pytest
from openpyxl import load_workbook
from starlette.applications import Starlette
from starlette.testclient import TestClient

from placecheck.assessment import Answer, Place
from placecheck.exchange.blank_sheet import blank_workbook
from placecheck.forms.offline import offline_form
from placecheck.phone import phone_routes
from placecheck.report.paper_form import form_pdf
from placecheck.report.summary import summary_html
from placecheck.storage import NotHereError
from placecheck.storage.rehearsal import rehearse
from placecheck.views.history.changes import change_view, without_people
from placecheck.views.questionnaire.keying import keying_view
from placecheck.views.results.finding_lists import people_view
from placecheck.web.data import assessments
from placecheck.web.markdown import escape
from placecheck.words import deciding, publishing, say
from placecheck.words import perspectives as w

CALLED = "Lives on the hill"


@pytest.fixture
def chosen(store, rubric, show):
    """A workshop in which two perspectives are offered, one renamed, as its page was left."""
    place = store.add_place(Place(name="Ore Valley"))
    id_ = store.begin_assessment(place, rubric, question_set="starter", date=None, together=False)
    page = show("own_words", round=id_)
    named = next(field for field in page.text_input if field.label == say(w.OUR_WORDS, name="Resident"))
    named.set_value(CALLED)
    for gone in rubric.perspectives[2:]:
        next(box for box in page.checkbox if box.label == escape(gone.name)).uncheck()
    assert not page.run().exception
    return id_, page


def pdf_text(pdf: bytes) -> str:
    return subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()


def test_what_is_chosen_and_named_is_on_every_form_and_nothing_else_is(store, chosen):
    id_, page = chosen
    opened = assessments.open_assessment(id_)
    made = store.create_workshop(id_)
    with TestClient(Starlette(routes=phone_routes(lambda _code: [store])), base_url="http://testserver") as phone:
        welcome = phone.get(f"/join/{made.code}").text
    sheet = load_workbook(io.BytesIO(blank_workbook(opened.rubric, ("places-to-meet",), "Ore")))
    forms = {
        "phone": welcome,
        "paper": pdf_text(form_pdf(opened.rubric, ("places-to-meet",), place="Ore Valley")),
        "offline": str(offline_form(opened.rubric, ("places-to-meet",))),
        "sheet": " ".join(str(cell) for part in sheet for row in part.iter_rows(values_only=True) for cell in row),
        "grid": " ".join(name for _, name in keying_view(opened.rubric, opened.assessment).perspectives),
    }
    for form, words in forms.items():
        assert [name in words for name in (CALLED, "Young person", "Front-line worker")] == [True, True, False], form
    for name in ("Young person", "Resident"):
        next(box for box in page.checkbox if box.label == name).uncheck()
    assert [box.label for box in page.run().checkbox if box.value] == ["Young person"], "one stays"
    assert [one.id for one in store.asked_rubric(id_).offered_perspectives()] == ["young-person"]


def test_results_print_grid_and_history_show_the_workshops_words_and_keep_who_chose_before(store, chosen, show):
    id_, page = chosen
    voice, before = store.add_voice(id_, "resident", paper=True), store.add_voice(id_, "funder", paper=True)
    for one in (voice, before):
        store.save_answer(id_, one, "mixing", Answer(level=2), "test")
    opened = assessments.open_assessment(id_)
    assert any(CALLED in line for line in people_view(opened.rubric, opened.assessment).spoke)
    assert CALLED in summary_html(opened.rubric, opened.catalogue, opened.assessment)
    assert [name for _, name in keying_view(opened.rubric, opened.assessment).perspectives][-1] == "Funder"
    turn = show("answer", round=id_, voice=before).selectbox
    assert next(box for box in turn if "Funder" in box.options).options == [CALLED, "Young person", "Funder"]
    first, *_, last = [change for change in store.history(id_) if change.kind == "perspectives"]
    assert CALLED in change_view(opened.rubric, last).change
    assert "Young person" in change_view(opened.rubric, first).change
    assert first.by
    assert not page.exception
    assert all(change in without_people(store.history(id_)) for change in (first, last)), "in a workshop too"
    shown = [part.value for part in show("history", round=id_).markdown]
    named = [words for words in shown if say(deciding.OF_PERSPECTIVES) in words]
    assert any(CALLED in words and say(deciding.THE_GROUP) in words for words in named)
    assert not any(first.by in words for words in named)


def test_a_name_of_ones_own_says_whose_it_is_where_it_waits_for_its_tick(store, chosen, show):
    id_, _ = chosen
    store.set_missing_voices(id_, "Those who work nights", "test")
    page = show("publish", round=id_)
    for key in ("perspective_names.resident", "missing_voices"):
        page.session_state[f"texts-{id_}-{key}"] = True
    page.run()
    seen = [one.value for one in page.markdown]
    for words, kind in (
        (CALLED, say(w.OUR_WORDS, name="Resident")),
        ("Those who work nights", say(publishing.MISSING)),
    ):
        above = seen[seen.index(words) - 1]
        assert escape(kind) in above


def test_a_name_that_another_perspective_has_waits_in_its_field_and_is_not_kept(store, chosen):
    id_, page = chosen
    field = next(field for field in page.text_input if field.label == say(w.OUR_WORDS, name="Young person"))
    field.set_value(CALLED.lower()).run()
    assert any(CALLED in fault.value for fault in page.error)
    assert store.assessment(id_).perspective_names == {"resident": CALLED}
    field.set_value("").run()
    assert not page.error


def test_a_rehearsal_has_the_perspectives_that_were_chosen_for_it_and_leaves_nothing(store, rubric):
    made = rehearse(store, Place(name="Ore"), rubric, offered=["newcomer"])
    id_ = store.workshop_summary(made.id).assessment_id
    assert {voice.perspective for voice in store.present_voices(id_)} == {None, "newcomer"}
    store.delete(store.preview_deletion(store.assessment_summary(id_).place_id))
    with pytest.raises(NotHereError):
        store.asked_rubric(id_)
