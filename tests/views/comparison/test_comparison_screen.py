from __future__ import annotations

from placecheck.assessment import Assessment, read_assessment
from placecheck.publishing.texts import find_texts
from placecheck.scoring.disclosure_control import publish_minimum
from placecheck.views.comparison import comparison_screen as screen
from placecheck.views.comparison.comparison import comparison_view


def test_a_hall_goes_through_every_dimension_and_every_question_once(checkout):
    view = comparison_view(
        [read_assessment(checkout / f"examples/{name}.yaml") for name in ("saltby-2025", "glenarran")]
    )
    stops = screen.screen_stops(view)
    assert len(stops) == sum(len(dimension.rows) + bool(dimension.whole) for dimension in view.dimensions)
    for at, stop in enumerate(stops):
        assert screen.stop_at(stops, stop.dimension.id, stop.indicator) == at
    assert screen.stop_at(stops, "no such dimension", None) == 0


def test_a_hall_reads_no_story_of_few_people_and_never_who_told_it(checkout):
    rubric, marsh = read_assessment(checkout / "examples/marsh-lane.yaml")
    asked = [indicator.id for indicator in rubric.indicators()]
    told = {id_: screen.screen_stories((rubric, marsh), id_, None) for id_ in asked}
    assert any(shown.stories for shown in told.values())
    assert all(list(shown.stories) == sorted(sorted(shown.stories), key=len) for shown in told.values())

    def few(assessment: Assessment) -> Assessment:
        return assessment.model_copy(update={"voices": assessment.voices[: publish_minimum(rubric) - 1]})

    assert {screen.screen_stories((rubric, few(marsh)), id_, None) for id_ in asked} == {screen.ScreenStories(few=True)}


def test_a_hall_reads_a_story_only_once_somebody_read_and_ticked_it_as_it_is(checkout):
    rubric, marsh = read_assessment(checkout / "examples/marsh-lane.yaml")
    every = screen.screen_stories((rubric, marsh), "places-to-meet", None).stories
    assert screen.screen_stories((rubric, marsh), "places-to-meet", ()) == screen.ScreenStories((), len(every))
    first = next(text for text in find_texts(marsh) if text.key.endswith(".places-to-meet") and text.is_told)
    one = screen.screen_stories((rubric, marsh), "places-to-meet", {first.tick})
    assert (one.stories, one.waiting) == ((first.text,), len(every) - 1)


def test_every_story_is_shown_once_however_many_places_there_are():
    told = [tuple("abcde"), (), (), tuple("xy")]
    for places in (2, 3, 4):
        pages = screen.story_pages(told[:places])
        seen = [
            story
            for page in range(pages)
            for stories in told[:places]
            for story in screen.story_page(stories, page, places)
        ]
        assert sorted(seen) == sorted("".join("".join(stories) for stories in told[:places]))
    assert screen.story_pages([(), ()]) == 0
