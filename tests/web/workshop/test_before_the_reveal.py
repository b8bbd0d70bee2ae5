"""What waits for the reveal of a workshop, or is held back, is on no page, in no count and in no file."""

from __future__ import annotations

import json

import pytest
from pyarrow import dataset
from typer.testing import CliRunner

from placecheck.assessment import Answer
from placecheck.cli.commands import app
from placecheck.views.page_names import PageName
from placecheck.web.data import network
from placecheck.web.navigation import PAGES, PlacePage
from placecheck.words import comparing, say, say_n
from placecheck.words import network as network_words
from placecheck.words import workshop_page as w

STORY = "the bridge is shut after dark"

WITHOUT_ANSWERS = {
    PageName.PLACE,
    PageName.ABOUT_PLACE,
    PageName.KEYING,
    PageName.WHAT_IS_HERE,
    PageName.LISTENING,
    PageName.OWN_WORDS,
    PageName.NEXT_STEPS,
    PageName.OUTCOMES,
    PageName.LEVELS,
}
"""Pages about a place that show nothing of what people answered, and so need not wait."""
ABOUT_A_PLACE = [page for page in PAGES if isinstance(page, PlacePage)]


@pytest.fixture
def waiting(store, made, asked) -> str:
    """An assessment of which three people answered everything by phone, and nobody has seen it yet."""
    for level in range(3):
        phone = store.join(made.code).code
        for id_ in asked:
            store.save_own_answer(phone, id_, Answer(level=level, story=STORY))
    store.close_vote(made.id)
    return store.workshop_summary(made.id).assessment_id


def words_of(page) -> str:
    """Return every word on the page, in tables, links and buttons too."""
    return "\n".join(json.dumps(element.proto.__str__()) for element in page.main)


@pytest.mark.parametrize("page", ABOUT_A_PLACE, ids=lambda page: page.address)
def test_every_page_about_a_place_waits_for_the_reveal_unless_it_shows_no_answer(show, waiting, asked, page):
    shown = show(page.render.__module__.rpartition(".")[2], round=waiting, indicator=asked[0])
    assert not shown.exception
    assert STORY not in words_of(shown)
    waits = page.address not in WITHOUT_ANSWERS
    is_waiting = say(w.ANSWERS_HIDDEN) in "\n".join(one.value for one in shown.info)
    assert is_waiting == waits, "put @unless_hidden above its render, or name it above if it shows no answer"
    assert not (waits and (shown.get("plotly_chart") or shown.get("download_button")))


def test_an_assessment_of_the_same_place_that_waits_does_not_stand_beside_an_earlier_one(show, store, rubric, waiting):
    place = store.assessment_summary(waiting).place_id
    earlier = store.begin_assessment(place, rubric, question_set="starter", date=None, together=True)
    shown = show("then_now", round=earlier)
    assert say(w.ANSWERS_HIDDEN) in "\n".join(one.value for one in shown.info)
    assert say(comparing.ONE_ASSESSMENT) in [one.value for one in shown.markdown]


@pytest.mark.parametrize("state", ["waiting", "held back"])
@pytest.mark.usefixtures("waiting")
def test_what_is_hidden_is_in_no_count_of_many_places_on_the_page(store, made, asked, state):
    if state == "held back":
        store.reveal(made.id, 1)
        store.hold_back(made.id, asked[0])
    assert network.begin_count(network.all_assessments()).result() == ()
    if state == "held back":
        store.release(made.id, asked[0])
    else:
        store.reveal(made.id, 1)
    (spread,) = network.begin_count(network.all_assessments()).result()
    assert spread.places == 1


@pytest.fixture
def command(store, full, tmp_path):  # noqa: ARG001 (one more place, of which everything is shown)
    """`command(...)` runs a command on the folder of the store, and says what was left out."""
    store.close()

    def run(*arguments: object):
        done = CliRunner().invoke(app, [str(argument) for argument in arguments])
        assert done.exit_code == 0, done.output
        assert say_n(network_words.MANY_HIDDEN, 1) in done.stderr
        return done

    return run


@pytest.mark.usefixtures("waiting")
def test_a_command_that_counts_many_places_leaves_out_what_waits_and_says_so(command, tmp_path):
    (said,) = json.loads(command("network", tmp_path).stdout)
    assert said["assessments"] == 1


@pytest.mark.usefixtures("waiting")
@pytest.mark.parametrize(("options", "table"), [((), "assessments"), (("--for-others",), "published")])
def test_a_data_set_leaves_out_what_waits_and_says_so(command, tmp_path, options, table):
    out = tmp_path / "many.parquet"
    command("export", "--all", *options, "-o", out, "--data", tmp_path)
    assert dataset.dataset(out / table).count_rows() == 1
