"""A rubric about something else goes through every page: nothing is claimed for it, and nothing empty is headed."""

from __future__ import annotations

import re
import shutil
from typing import get_args

import pytest
import yaml

from placecheck.assessment import Answer, read_assessment
from placecheck.exchange.rubric_check import check_whole_rubric
from placecheck.rubric import find_rubric, own_folder
from placecheck.storage.rehearsal import VOICES, end_rehearsal
from placecheck.web.navigation import PAGES
from placecheck.web.pages.workshop import PARTS
from placecheck.words import about, answering, guides, ideas, levels, say, workshop_page
from placecheck.words import results as w
from placecheck.workshop import Scene

MARKET, WALKING = "la-place-du-marche", "cerdded-yn-ein-pentref"
CLAIMS = ("words of the statement and its levels are ours", "There is no total", "The five levels", "The 5 levels")

OURS = re.compile(
    "|".join(
        rf"\b{words}\b"
        for words in (
            *("better[ -]way", "five", "invited people", "2017", "2019", "(?<!on no )notes of", "our summary"),
            *(dimension.name for dimension in find_rubric().dimensions),
        )
    ),
    re.IGNORECASE,
)
"""What is so of our own rubric alone: its names, its number of dimensions, and where it comes from."""

LISTS = ("start", "rubrics")
"""The pages on which one chooses among all rubrics, so that ours is named there."""


@pytest.fixture
def places(store, checkout) -> dict[str, str]:
    """Two places in the store, each with its own rubric: the market of seven levels, the walk of three."""
    folder = checkout / "tests" / "data" / "rubrics"
    for name in (MARKET, WALKING):
        shutil.copytree(folder / name, own_folder() / name)
    files = {MARKET: "ecluse.yaml", WALKING: "llandre.yaml"}
    return {name: store.add_assessment(*read_assessment(folder / file)) for name, file in files.items()}


def module(page) -> str:
    return page.render.__module__.rpartition(".")[2]


def words_on(page) -> str:
    kinds = ("title", "header", "subheader", "markdown", "info", "warning", "error")
    return "\n".join(element.value for kind in kinds for element in page.get(kind))


def everything_in(page) -> str:
    """All that the server sends a browser for `page`: words, labels, options, tables and pictures."""
    blocks, sent = [page._tree], []
    while blocks:
        block = blocks.pop()
        blocks += getattr(block, "children", {}).values()
        sent.append(str(getattr(block, "proto", "")))
    return "\n".join(sent)


def headings(page) -> list[str]:
    return [element.value for kind in ("header", "subheader") for element in page.get(kind)]


@pytest.mark.parametrize(("name", "indicator"), [(MARKET, "se-parler"), (WALKING, "meinciau")])
@pytest.mark.parametrize("page", PAGES, ids=module)
def test_every_page_shows_a_place_with_another_rubric_and_says_nothing_of_ours(show, places, page, name, indicator):
    shown = show(module(page), round=places[name], indicator=indicator)
    assert not shown.exception
    assert OURS.findall(everything_in(shown)) == [] or module(page) in LISTS
    assert [claim for claim in CLAIMS if claim in words_on(shown)] == []
    assert say(w.SUPPORTS_TITLE) not in headings(shown)
    assert say(about.AGAINST_TITLE) not in headings(shown)


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("answer", {"show": "one", "indicator": "meinciau"}),
        ("answer", {"side": "gorffwys"}),
        ("perspectives", {"side": "gorffwys"}),
        ("done", {"voice": "v1"}),
    ],
)
def test_every_view_of_a_page_says_nothing_of_ours_either(show, places, page, address):
    shown = show(page, round=places[WALKING], **address)
    assert not shown.exception
    assert OURS.findall(everything_in(shown)) == []


@pytest.mark.parametrize("page", ["results", "closer_look", "answer", "place"])
def test_what_is_so_of_ours_alone_is_found_where_a_place_uses_ours(show, half, page):
    assert OURS.findall(everything_in(show(page, round=half, indicator="places-to-meet")))


@pytest.mark.parametrize("page", ["results", "closer_look"])
def test_pages_with_levels_show_a_place_with_three_levels_in_welsh(show, places, page, blocks_of):
    shown = show(page, round=places[WALKING], indicator="meinciau")
    assert "Yma ac acw" in words_on(shown) + str(blocks_of(shown))


def test_a_closer_look_says_whose_words_they_are_and_counts_the_levels(show, places):
    shown = show("closer_look", round=places[MARKET], indicator="se-parler")
    assert "by l'Association de l'Écluse" in words_on(shown)
    assert "The 7 levels" in headings(shown)


def test_a_total_of_nought_is_explained_where_one_side_makes_it_so(show, places):
    assert "It is at the lowest level because one dimension is." in words_on(show("results", round=places[MARKET]))
    assert "because one dimension is" not in words_on(show("results", round=places[WALKING]))


def test_results_lead_to_ideas_that_may_help_where_the_rubric_comes_with_some(show, half, places, blocks_of):
    links = [link for block in blocks_of(show("results", round=half)) for link in block.get("links", ())]
    assert {"words": say(w.IDEAS_TO_HELP), "where": f"ideas?round={half}"} in links
    assert say(w.IDEAS_TO_HELP) not in str(blocks_of(show("results", round=places[MARKET])))


def test_a_rubric_without_ideas_levels_and_guides_says_so_and_is_given_none_of_ours(show, places):
    for page, words in (("ideas", ideas), ("levels", levels), ("guides", guides)):
        shown = show(page, round=places[MARKET])
        assert [info.value for info in shown.info] == [say(words.NONE_OF_RUBRIC, title="La Place du Marché")]
        assert not [key for key in keys(shown) if key.startswith(("adapt-", "begin-", "matter-list"))]
        assert shown.selectbox.values == []
        assert say(words.INTRO) not in words_on(show("ideas", round=places[MARKET])) or page == "levels"


def test_a_rubric_with_ideas_levels_and_guides_of_its_own_shows_those_under_its_name(show, places, checkout):
    folder = own_folder() / MARKET
    with_own(folder, checkout)
    ideas_page = show("ideas", round=places[MARKET])
    assert "by l'Association de l'Écluse" in words_on(ideas_page)
    assert [key for key in keys(ideas_page) if key.startswith("adapt-")] == ["adapt-un-banc"]
    assert "Named in the notes" not in words_on(ideas_page)
    assert "Commune" in words_on(show("levels", round=places[MARKET], matter="")) + str(
        [box.options for box in show("levels", round=places[MARKET]).selectbox]
    )
    assert [key for key in keys(show("guides", round=places[MARKET])) if key.startswith("begin-")] == ["begin-visite"]
    (folder / "guides" / "1-visite.yaml").write_text("id: visite\nname: Visite\n", encoding="utf-8")
    faulty = show("guides", round=places[MARKET])
    assert faulty.info[0].value == say(guides.NONE_OF_RUBRIC, title="La Place du Marché")
    assert "1-visite.yaml" in words_on(faulty).replace("\\", "")


def with_own(folder, checkout):
    """Give the rubric in `folder` an idea, levels and a guide, cut from ours and without their passages."""
    ours = checkout / "rubrics" / "better-way-place"
    idea = {"id": "un-banc", "name": "Un banc", "kind": "practice", "layer": "built", "what": "Un banc de plus."}
    write(folder / "ideas" / "bancs.yaml", {"ideas": [{**idea, "indicators": ["se-parler"]}]})
    named = [{"id": "rue", "name": "Rue", "about": "La rue."}, {"id": "commune", "name": "Commune", "about": "Tous."}]
    write(folder / "levels" / "decision-levels.yaml", {"levels": named, "nations": []})
    write(
        folder / "levels" / "questions.yaml",
        {
            "questions": [
                {
                    "id": "qui",
                    "name": "Qui ?",
                    "ask": "Qui le fait ?",
                    "if_nearer": "Qui ?",
                    "if_further": "Qui ?",
                    "must": True,
                }
            ]
        },
    )
    matter = {"id": "etals", "name": "Commune: les étals", "about": "Qui place.", "indicators": ["se-parler"]}
    write(folder / "levels" / "matters.yaml", {"matters": [matter]})
    guide = yaml.safe_load((ours / "guides" / "7-going-to-see.yaml").read_text("utf-8"))
    for step in guide["steps"]:
        step.pop("passages", None)
        for question in step["questions"]:
            question.pop("passages", None)
    write(folder / "guides" / "1-visite.yaml", {**guide, "id": "visite"})
    assert [finding for finding in check_whole_rubric(folder) if finding.severity == "fault"] == []


def write(file, data):
    file.parent.mkdir(exist_ok=True)
    file.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")


def keys(page) -> list[str]:
    return [button.key or "" for button in page.button]


def test_a_person_is_told_whom_a_question_is_meant_for_and_is_done_without_it(show, store, places):
    question = say(answering.MEANT_FOR_OTHERS, names="Marchand, Mairie")
    address = {"round": places[MARKET], "side": "commerce"}
    assert question in words_on(show("answer", **address, voice="v2")).replace("\\", "")
    assert question not in words_on(show("answer", **address, voice="v1")).replace("\\", "")
    assert "5 of 5" in words_on(show("done", round=places[MARKET], voice="v2"))
    store.save_answer(places[MARKET], "v2", "premier-etal", Answer(level=3), "test")
    assert "6 of 6" in words_on(show("done", round=places[MARKET], voice="v2"))


def test_what_was_not_asked_of_a_group_is_no_gap_of_theirs(show, places):
    shown = words_on(show("perspectives", round=places[MARKET], side="commerce"))
    assert say(w.ASKED_OF_NOBODY) in shown


@pytest.mark.parametrize("name", [MARKET, WALKING])
def test_a_workshop_goes_through_its_parts_and_scenes_on_another_ladder(show, store, places, name):
    rubric = store.rubric_of(places[name])
    ids = list(rubric.by_id)
    workshop = store.create_workshop(places[name])
    store.open_vote(workshop.id, ids)
    for step in range(rubric.steps):
        phone = store.join(workshop.code).code
        for id_ in ids:
            store.save_own_answer(phone, id_, Answer(level=step))
    store.close_vote(workshop.id)
    store.reveal(workshop.id, 1)
    address = {"round": places[name], "workshop": workshop.id}
    pages = [show("workshop", **address, part=part) for part in PARTS]
    for scene in get_args(Scene):
        store.show_on_screen(workshop.id, scene)
        pages.append(show("workshop", **address, screen="now"))
    assert [page.exception for page in pages if page.exception] == []
    assert not any(claim in words_on(page) for page in pages for claim in CLAIMS)
    assert [found for page in pages if (found := OURS.findall(everything_in(page)))] == []


@pytest.mark.parametrize("name", [MARKET, WALKING])
def test_a_rehearsal_of_another_rubric_is_pressed_and_answers_by_itself_to_the_end(show, store, places, name):
    rubric = store.rubric_of(places[name])
    page = show("workshop")
    page.selectbox(key="workshop-place").select("").run()
    page.selectbox(key="workshop-rubric").select(name).run()
    next(button for button in page.button if button.label == say(workshop_page.REHEARSE)).click().run()
    (held,) = store.workshops()
    assert (held.is_rehearsal, store.rubric_of(held.assessment_id)) == (True, rubric)
    address = {"round": held.assessment_id, "workshop": held.id}
    show("workshop", **address).button(key=f"open-{held.id}").click().run()
    assert set(store.progress(held.id).answered.values()) == {VOICES}
    store.close_vote(held.id)
    store.reveal(held.id, 1)
    pages = [show("workshop", **address, part=part) for part in PARTS] + [show("workshop", **address, screen="now")]
    assert [page.exception for page in pages if page.exception] == []
    assert [found for page in pages if (found := OURS.findall(everything_in(page)))] == []
    end_rehearsal(store, held.id)
    assert len(store.places()) == len(places)
