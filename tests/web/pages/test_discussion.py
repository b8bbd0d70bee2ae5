"""The discussion in the dashboard: adding notes, reading a passage where it stands, pinning it, showing it large."""

from __future__ import annotations

import re

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from placecheck.notes.added_notes import AddedNote, AddedParagraph, write_added_notes
from placecheck.storage import PinnedPassage
from placecheck.views.notes.passage_page import indicator_links
from placecheck.web.data import assessments
from placecheck.web.server.app import routes

PASSAGE = "social-wealth-2018-11#18"
OWN = "The winch was mended by the two of them in a night, and nobody has asked since then who paid for the grease."


@pytest.fixture
def text(store, tmp_path):  # noqa: ARG001 (its folder is the data folder)
    """Some of a known note's text, which stands in for the real one, and a note of one's own."""
    known = tuple(AddedParagraph(number=n, text=f"Paragraph <b>{n}</b> of *it*.") for n in range(10, 21))
    own = (AddedParagraph(number=0, text="At the yard", heading=True), AddedParagraph(number=1, text=OWN))
    notes = [
        AddedNote(id="social-wealth-2018-11", title="x", paragraphs=known),
        AddedNote(id="own-talk", title="At the yard", paragraphs=own),
    ]
    write_added_notes(tmp_path, notes)


@pytest.fixture
def screen(store):  # noqa: ARG001
    return TestClient(Starlette(routes=routes()))


def said(shown) -> str:
    return "\n".join(line.value for line in shown.markdown)


@pytest.mark.usefixtures("text")
def test_a_passage_is_marked_among_its_neighbours_as_text_and_not_as_markup(show):
    shown = show("passage", passage=PASSAGE, round="example-marsh-lane")
    assert not shown.exception
    assert ":primary-background[Paragraph \\<b\\>18" in said(shown)
    assert "Paragraph \\<b\\>17" in said(shown)
    assert [one.label for one in shown.expander] == ["6 paragraphs before this"]


def test_without_text_the_page_of_a_passage_says_how_to_have_it(show):
    shown = show("passage", passage=PASSAGE)
    assert not shown.exception
    assert "The text of this note is not here." in said(shown)


def test_without_text_and_page_nobody_is_sent_to_the_web(show):
    shown = show("passage", passage="keep-it-local-conf#6")
    assert not shown.exception
    assert "You can add its file on the page of the discussion." in said(shown)
    assert "on the web" not in said(shown)


def test_a_passage_leads_to_those_that_see_it_otherwise(show):
    shown = show("passage", passage="bw-place-dinner-2018-11#15")
    assert not shown.exception
    assert "Who sees it differently" in [header.value for header in shown.header]


def test_a_passage_leads_to_no_question_that_is_not_asked_here_and_names_it(show, blank):
    opened = assessments.open_assessment(blank)
    cited = {id_: indicator_links(opened.rubric, id_) for id_ in opened.catalogue.passages_by_id}
    passage, links = next(
        (id_, links) for id_, links in cited.items() if len({link.indicator in opened.asked for link in links}) > 1
    )
    text = said(shown := show("passage", passage=passage, round=blank))
    assert not shown.exception
    for link in links:
        assert (f"A closer look at: {link.name}" in text) == (link.indicator in opened.asked)
        assert (f"- {link.name}" in text) == (link.indicator not in opened.asked)


@pytest.mark.usefixtures("text")
def test_only_a_passage_whose_text_is_here_can_be_read_where_it_stands(show):
    shown = show("discussion")
    shown.text_input(key="ask").set_value("who controls the money").run()
    assert "[Read it in its context](passage?{'passage': 'social-wealth-2018-11#18'})" in said(shown)
    assert "[More about this passage]" in said(shown)


def test_where_no_text_is_here_nothing_offers_to_read_it(show):
    shown = show("discussion")
    assert "[More about this passage]" in said(shown)
    assert "Read it in its context" not in said(shown)


def test_a_passage_that_is_not_there_is_said_not_to_be(show):
    assert show("passage", passage="nowhere#1").title[0].value == "There is no such passage."


@pytest.mark.usefixtures("text")
def test_a_note_of_ones_own_is_found_by_the_search_and_says_what_it_is(show):
    shown = show("discussion")
    shown.text_input(key="ask").set_value("who mended the winch").run()
    assert not shown.exception
    assert OWN in said(shown).replace("\\", "")
    assert "A note that the rubric does not know" in said(shown)


def asked(show, question):
    shown = show("discussion")
    shown.text_input(key="ask").set_value(question).run()
    assert not shown.exception
    return shown


def test_an_answer_is_shown_alone_and_clearing_the_question_brings_the_passages_back(show):
    shown = asked(show, "who decides how the money is spent?")
    assert "in the notes speak" in said(shown)
    assert not shown.tabs
    shown.button(key="ask-clear").click().run()
    assert shown.text_input(key="ask").value == ""
    assert shown.tabs
    assert re.search(r"^\d+ passages$", said(shown), re.MULTILINE)


def test_what_is_only_near_is_said_to_be_no_answer(show):
    shown = asked(show, "what does a community connector earn")
    assert "it is not an answer" in said(shown)
    assert not shown.tabs


def test_after_nothing_close_no_passage_follows(show):
    shown = asked(show, "when are the bins collected")
    assert "Nothing in the notes comes close to this." in said(shown)
    assert "Try other words" in said(shown)
    assert not shown.tabs
    assert "Grounds" not in said(shown)


def test_the_question_can_be_asked_with_a_button(show):
    shown = show("discussion")
    shown.text_input(key="ask").set_value("does place still matter?")
    shown.button(key="ask-now").click().run()
    assert "in the notes speak" in said(shown)


def test_files_are_added_with_a_report_and_what_cannot_be_read_is_named(show):
    shown = show("discussion")
    shown.file_uploader[0].set_value([("own.txt", f"At the yard\n\n{OWN}".encode(), "text/plain")]).run()
    next(button for button in shown.button if button.label == "Add the text of the notes").click().run()
    assert not shown.exception
    assert "1 file was read." in shown.info[0].value
    assert "1 note is one that the rubric does not know." in shown.info[0].value
    shown.file_uploader[0].set_value([("bad.pdf", b"%PDF-1.7 broken", "application/pdf")]).run()
    next(button for button in shown.button if button.label == "Add the text of the notes").click().run()
    assert "bad.pdf" in shown.error[0].value.replace("\\", "")


@pytest.mark.usefixtures("text")
def test_the_text_of_a_note_can_be_taken_out_again(show, tmp_path):
    shown = show("discussion")
    shown.button(key="take-out-own-talk").click().run()
    assert not (tmp_path / "notes/own-talk.json").exists()
    assert (tmp_path / "notes/social-wealth-2018-11.json").exists()


def test_a_passage_is_pinned_with_a_reason_shown_with_the_place_and_taken_off(show, blank, store):
    shown = show("passage", passage=PASSAGE, round=blank)
    shown.text_input(key=f"pin-because-{PASSAGE}").set_value("our grant ends in May")
    shown.button(key=f"pin-{PASSAGE}").click().run()
    assert store.pinned_passages(blank)[PASSAGE].because == "our grant ends in May"
    for page in ("next_steps", "results"):
        assert "our grant ends in May" in said(show(page, round=blank))
    shown = show("next_steps", round=blank)
    shown.button(key=f"take-off-{blank}-{PASSAGE}").click().run()
    assert store.pinned_passages(blank) == {}


def test_nothing_is_pinned_to_an_example(show):
    assert not show("passage", passage=PASSAGE, round="example-marsh-lane").button


def test_a_card_whose_passage_is_gone_still_stands(show, blank, store):
    store.pin(blank, "gone#4", PinnedPassage(said="The ferry ran all winter."), "a test")
    shown = show("next_steps", round=blank)
    assert not shown.exception
    assert "The ferry ran all winter." in said(shown)


@pytest.mark.usefixtures("text")
def test_the_big_screen_shows_gist_text_and_source_large_and_loads_nothing_from_elsewhere(screen, rubric):
    asked = next(one for one in rubric.indicators() if PASSAGE in (*one.support_ids, *one.caution_ids))
    answer = screen.get("/screen/passage", params={"passage": PASSAGE, "indicator": asked.id})
    assert answer.status_code == 200
    assert "Money alone does not make" in answer.text
    assert "Paragraph &lt;b&gt;18&lt;/b&gt; of *it*." in answer.text
    assert "Better Way social wealth (13 November 2018). Conclusions." in answer.text
    sizes = [int(size) for size in re.findall(r"font(?:-size)?: ?(?:clamp\()?(\d+)px", answer.text)]
    assert min(sizes) >= 24
    assert not re.search(r"https?://", answer.text)
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert 'href="/screen/passage?' in answer.text


def test_the_big_screen_without_a_passage_says_so(screen):
    answer = screen.get("/screen/passage")
    assert answer.status_code == 404
    assert "There is no such passage." in answer.text


def test_what_stands_in_an_address_is_never_markup_on_the_big_screen(screen):
    answer = screen.get("/screen/passage", params={"passage": PASSAGE, "indicator": '"><script>alert(1)</script>'})
    assert "<script" not in answer.text
