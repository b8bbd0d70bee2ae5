"""The fields of a next step on its page: all are there, and changing one leaves the others alone."""

from __future__ import annotations

from placecheck.assessment import Action
from placecheck.assessment.model import Outcome
from placecheck.source.field_kinds import written_texts


def test_a_step_shows_every_field_and_changing_one_leaves_the_others_as_they_were(show, blank, store):
    outcome = Outcome(state="going", **{name: f"outcome {name}" for name in written_texts(Outcome)})
    step = Action(**{name: f"step {name}" for name in written_texts(Action)}, indicator="mixing", outcome=outcome)
    assert None not in (*dict(step).values(), *dict(outcome).values())
    number = store.add_action(blank, step, "test")
    page = show("next_steps", round=blank)
    shown = {field.value for field in (*page.text_input, *page.text_area, *page.selectbox)}
    values = {value for model in (step, outcome) for value in dict(model).values() if isinstance(value, str)}
    assert values - shown == set()
    page.text_input(key=f"step-{blank}-{number}-who").set_value("the allotment people").run()
    assert store.actions(blank)[number] == step.model_copy(update={"who": "the allotment people"})
    page.text_input(key=f"outcome-{blank}-{number}-because").set_value("the key came").run()
    changed = outcome.model_copy(update={"because": "the key came"})
    assert store.actions(blank)[number] == step.model_copy(update={"who": "the allotment people", "outcome": changed})


def test_a_month_that_a_file_writes_in_figures_stands_in_its_field_in_words_and_stays_as_the_file_has_it(
    show, blank, store
):
    step = Action(what="Mend the pump", when="2027-03", outcome=Outcome(state="going", when="2026-10-03"))
    number = store.add_action(blank, step, "test")
    page = show("next_steps", round=blank)
    assert page.text_input(key=f"step-{blank}-{number}-when").value == "March 2027"
    assert page.text_input(key=f"outcome-{blank}-{number}-when").value == "3 October 2026"
    page.text_input(key=f"step-{blank}-{number}-who").set_value("the lido").run()
    page.text_input(key=f"outcome-{blank}-{number}-seen").set_value("it runs").run()
    changed = store.actions(blank)[number]
    assert (changed.who, changed.when) == ("the lido", "2027-03")
    assert changed.outcome == Outcome(state="going", when="2026-10-03", seen="it runs")


def test_a_field_that_the_page_does_not_know_is_not_wiped_by_an_edit_on_it(show, blank, store, monkeypatch):
    """As a step with a field that was added to the model, and not to the page."""
    from placecheck.web.components import next_step

    number = store.add_action(blank, Action(what="ask for the key", power="the chapel"), "test")
    monkeypatch.setattr(next_step, "FIELDS", ("what", "who"))
    leaves = lambda form: next_step.st.text_input("who", key=form.key("who"), on_change=form.fields.save_changes)  # noqa: E731
    monkeypatch.setattr(next_step, "show_step_fields", leaves)
    monkeypatch.setattr(
        next_step.NextStepForm,
        "typed",
        lambda form: {"what": "ask for the key", "who": form.session.widget_value(form.key("who"))},
    )
    page = show("next_steps", round=blank)
    page.text_input(key=f"step-{blank}-{number}-who").set_value("two of us").run()
    assert store.actions(blank)[number] == Action(what="ask for the key", who="two of us", power="the chapel")
