"""A guide ready to be walked shows what the replies so far lead to, and what comes out can be copied."""

from __future__ import annotations

from placecheck.assessment import Answer, Assessment, Place, Voice, read_assessment
from placecheck.assessment.model import RubricName
from placecheck.guides import Replies, load_guides
from placecheck.guides.write import build_outputs
from placecheck.notes import load_catalogue
from placecheck.publishing.texts import find_texts
from placecheck.resources import resource_folder
from placecheck.rubric import find_rubric
from placecheck.views.guides.facts import PAGES, FactLine, fact_lines
from placecheck.views.guides.guide_steps import guide_view, output_text
from placecheck.views.page_names import PageName

FOLDER = resource_folder("rubrics") / "better-way-place"
GUIDES = load_guides(FOLDER)
CATALOGUE = load_catalogue(FOLDER)


def test_a_guide_grows_with_the_replies():
    guide = GUIDES["what-would-this-do"]
    before = guide_view(guide, Replies(), CATALOGUE)
    after = guide_view(guide, Replies({"depth": "long"}), CATALOGUE)
    assert len(after.steps) == len(before.steps) + 5
    assert "The plan" in before.needed


def test_what_is_still_shut_names_all_that_would_open_it():
    guide = GUIDES["what-do-we-want"]
    (line,) = guide_view(guide, Replies(), CATALOGUE).waiting
    assert line == (
        "“Now the money” opens once there is a reply to one of these: What we want together, Where we differ."
    )
    assert guide_view(guide, Replies({"differ": "On cars."}), CATALOGUE).waiting == ()
    assert guide_view(GUIDES["what-would-this-do"], Replies(), CATALOGUE).waiting == ()


def test_a_question_about_a_paper_can_be_left_open_without_a_no():
    view = guide_view(GUIDES["is-this-money-good"], Replies(), CATALOGUE)
    mapped = next(question for step in view.steps for question in step.questions if question.id == "mapped")
    assert dict(mapped.choices)["unsaid"] == "It does not say"
    assert mapped.reasons[0].source == "What could a national communities strategy look like?"


def test_what_comes_out_is_plain_text_to_copy():
    outputs = build_outputs(GUIDES["is-this-money-good"], Replies({"fund-name": "The wind fund", "earning": "no"}))
    text = output_text(outputs[0])
    assert text.startswith("The wind fund\n")
    assert "- Earning is one way" in text


def test_what_names_somebody_is_looked_up_in_stories_and_not_in_the_names_of_the_place():
    rubric, assessment = read_assessment(resource_folder("examples") / "marsh-lane.yaml")
    named = "\n".join(line.text for line in fact_lines("names", assessment, rubric))
    assert "Cooper's Row" not in named


def test_what_rests_on_one_person_and_who_is_missing_is_said():
    rubric = find_rubric()
    voice = Voice(
        id="v1", perspective="resident", answers={"mixing": Answer(level=1, story="Mrs Adams is vulnerable.")}
    )
    name = RubricName(id=rubric.id, edition=rubric.edition)
    assessment = Assessment(placecheck=1, rubric=name, place=Place(name="Ore"), voices=(voice,))
    assert [line.text for line in fact_lines("one-voice", assessment, rubric)] == ["Mixing across difference"]
    assert fact_lines("missing-voices", assessment, rubric)[0].text == "It does not say yet who was not there."
    assert "“Mrs Adams”" in fact_lines("names", assessment, rubric)[0].text
    assert "“vulnerable”" in fact_lines("strong-words", assessment, rubric)[0].text
    assert fact_lines("one-voice", assessment.model_copy(update={"voices": ()}), rubric) == (
        FactLine("Nothing of this kind was found. Please read it yourself as well."),
    )


def test_every_place_where_somebody_is_named_is_there_and_leads_to_where_it_is_written():
    rubric = find_rubric()
    told = {id_: Answer(level=1, story="Ask Mrs Adams, or Mr Bell.") for id_ in list(rubric.by_id)[:20]}
    name = RubricName(id=rubric.id, edition=rubric.edition)
    voices = (Voice(id="v1", answers=told), Voice(id="v2", answers=told))
    assessment = Assessment(placecheck=1, rubric=name, place=Place(name="Ore"), voices=voices)
    lines = fact_lines("names", assessment, rubric)
    assert [(line.voice, line.indicator) for line in lines] == [(id_, key) for id_ in ("v1", "v2") for key in told]
    assert {line.page for line in lines} == {PageName.ANSWER}
    assert all("“Mrs Adams”, “Mr Bell”" in line.text for line in lines)
    held = {dimension.id: {indicator.id for indicator in dimension.indicators} for dimension in rubric.dimensions}
    assert all(line.indicator in held[line.dimension] for line in lines)


def test_every_kind_of_text_that_is_looked_through_has_a_page_to_put_it_right():
    rubric, assessment = read_assessment(resource_folder("examples") / "marsh-lane.yaml")
    kinds = {text.key.partition(".")[0] for text in find_texts(assessment)}
    assert kinds - {"answers"} <= PAGES.keys()
    assert all(line.page for line in fact_lines("one-voice", assessment, rubric) if line.indicator)
