"""The page of rubrics: one is added, looked at, chosen and removed, while the app runs."""

from __future__ import annotations

import pytest

from placecheck.exchange.archive import zipped
from placecheck.rubric import find_rubric, own_folder
from placecheck.rubric.starter import new_rubric
from placecheck.words import answering, say
from placecheck.words import rubric_page as w

MARKET = "la-place-du-marche"


@pytest.fixture
def market(checkout) -> dict[str, bytes]:
    """The files of a rubric of seven levels in French."""
    folder = checkout / "tests" / "data" / "rubrics" / MARKET
    return {
        f"{MARKET}/{path.relative_to(folder).as_posix()}": path.read_bytes() for path in sorted(folder.rglob("*.yaml"))
    }


@pytest.fixture
def uploaded(show):
    """Brings an archive to the page, and gives the page."""

    def upload(files: dict[str, bytes]):
        page = show("rubrics")
        page.file_uploader[0].set_value(("market.zip", zipped(files), "application/zip"))
        return page.run()

    return upload


def words_on(page) -> str:
    return "\n".join(element.value for element in (*page.markdown, *page.error, *page.info, *page.subheader))


def press(page, words: str):
    return next(button for button in page.button if button.label == words).click().run()


def test_a_rubric_is_looked_at_kept_chosen_and_removed_without_a_restart(show, store, uploaded, market):
    page = uploaded(market)
    assert not page.exception
    assert not own_folder().exists(), "nothing is kept before a yes"
    shown = words_on(page)
    assert "3 dimensions · 6 questions · 4 in the short set · 7 levels" in shown
    assert all(words in shown for words in ("S'asseoir", "Presque toujours", "Qui décide de la place"))
    press(page, say(w.KEEP))
    assert find_rubric(MARKET).steps == 7
    start = show("start")
    (chooser,) = (box for box in start.selectbox if box.label == say(answering.RUBRIC))
    assert chooser.value == MARKET, "the only one of your own is what you most likely came to use"
    start.text_input[0].set_value("L'Écluse")
    press(start, say(answering.BEGIN))
    (place,) = store.places()
    assert place.assessments[0].rubric == MARKET
    page = show("rubrics")
    press(page, say(w.REMOVE_SURE))
    assert not (own_folder() / MARKET).exists()
    assert store.rubric_of(place.assessments[0].id).id == MARKET, "the place goes on with it"


def test_faults_are_named_by_file_and_line_and_there_is_nothing_to_keep(uploaded, market):
    path = f"{MARKET}/dimensions/commerce.yaml"
    page = uploaded(market | {path: market[path].replace(b"  statement:", b"  statment:", 1)})
    assert not page.exception
    assert "market.zip/la-place-du-marche/dimensions/commerce.yaml\\:" in words_on(page)
    assert say(w.KEEP) not in [button.label for button in page.button]


def test_an_own_rubric_at_fault_is_named_and_keeps_no_page_from_working(show, store):  # noqa: ARG001 (the data folder)
    (own_folder() / "broken").mkdir(parents=True)
    (own_folder() / "broken" / "rubric.yaml").write_text("id: [", encoding="utf-8")
    page = show("rubrics")
    assert not page.exception
    assert say(w.LEFT_OUT) in words_on(page)
    assert "broken/rubric.yaml" in words_on(page)
    assert not show("start").exception


def test_a_folder_to_begin_with_is_offered_once_it_has_a_name(show):
    page = show("rubrics")
    page.text_input(key="rubric-name").set_value("1").run()
    assert any("gives no id" in error.value for error in page.error)
    page.text_input(key="rubric-name").set_value("Our estate").run()
    assert say(w.TAKE_TEMPLATE) in [button.label for button in page.get("download_button")]


def test_a_rubric_that_is_not_written_yet_says_under_which_keys(show, store):  # noqa: ARG001 (the data folder)
    new_rubric("Our estate", own_folder())
    (warning,) = show("rubrics").warning
    assert all(f"`{key}`" in warning.value for key in ("about", "wording", "authors", "cite_as"))


def test_where_several_groups_share_a_server_nobody_adds_a_rubric_for_all(show, monkeypatch):
    monkeypatch.setattr("placecheck.web.pages.rubrics.is_shared", lambda: True)
    page = show("rubrics")
    assert say(w.NO_ADDING) in words_on(page)
    assert not page.file_uploader
