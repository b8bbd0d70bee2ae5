from __future__ import annotations

from itertools import combinations
from xml.etree import ElementTree as Xml

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from placecheck import fonts
from placecheck.assessment import read_assessment
from placecheck.charts.place_picture import shape
from placecheck.charts.place_picture.drawing import draw_picture, layout_picture
from placecheck.charts.theme import DARK, LIGHT
from placecheck.report.summary import LARGE
from placecheck.rubric import load_rubric
from placecheck.scoring import score
from placecheck.views.results.place_picture import PictureView, SectorView, SpokeView, picture_view
from placecheck.words import picture as w

SHAPES = {"wide": shape.WIDE, "hall": shape.BIG_SCREEN, "page": shape.PAGE, "small": shape.SMALL, "large": LARGE}
SVG = "{http://www.w3.org/2000/svg}"
TOUCH = 1.0
"""How far two boxes may reach into each other: rounding, and kerning that the widths leave out."""


class Ruler:
    """The typeface itself, which says how wide a text is."""

    def __init__(self, cut: str) -> None:
        font = TTFont(fonts.FOLDER / f"AtkinsonHyperlegibleNext-{cut}.ttf")
        self.glyphs, self.widths, self.units = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm

    def width(self, text: str, size: float) -> float:
        return sum(self.widths[self.glyphs[ord(letter)]][0] for letter in text) * size / self.units


RULERS = {"400": Ruler("Regular"), "700": Ruler("Bold")}
SHIFT = {"start": 0.0, "middle": 0.5, "end": 1.0}


def boxes(svg: Xml.Element) -> list[tuple[str, float, float, float, float]]:
    """Every text with its left, top, right and bottom: from the height of capitals to the foot of a p."""
    found = []
    for text in svg.iter(f"{SVG}text"):
        words, size = text.text or "", float(text.attrib["font-size"])
        wide = RULERS[text.attrib["font-weight"]].width(words, size)
        x, y = float(text.attrib["x"]) - wide * SHIFT[text.attrib["text-anchor"]], float(text.attrib["y"])
        found.append((words, x, y - size * 0.68, x + wide, y + size * 0.2))
    return found


def faults(svg: str) -> list[str]:
    """What overlaps, and what reaches over the edge."""
    drawn = Xml.fromstring(svg)  # noqa: S314 (our own)
    width, height = map(float, drawn.attrib["viewBox"].split()[2:])
    each = boxes(drawn)
    over = [box[0] for box in each if box[1] < 0 or box[2] < 0 or box[3] > width or box[4] > height]
    return over + [
        f"{one[0]} / {other[0]}"
        for one, other in combinations(each, 2)
        if one[1] < other[3] - TOUCH
        and other[1] < one[3] - TOUCH
        and one[2] < other[4] - TOUCH
        and other[2] < one[4] - TOUCH
    ]


words = st.text("abcdefghiklmnoprstuwy ", min_size=2, max_size=34).map(lambda text: " ".join(text.split()) or "x")


@st.composite
def spokes(draw, top):
    low, reading, high = sorted(draw(st.tuples(*[st.integers(0, 2 * top)] * 3)))
    kind = draw(st.sampled_from(("read", "read", "read", "unknown", "absent")))
    name = draw(words)
    if kind == "absent":
        return SpokeView(name, f"{name} (not here)", absent=True, reading=None, low=0, high=top)
    known = kind == "read"
    ends = (low / 2, high / 2) if known else (0.0, float(top))
    return SpokeView(name, name, absent=False, reading=reading / 2 if known else None, low=ends[0], high=ends[1])


@st.composite
def pictures(draw):
    top = draw(st.integers(2, 6))
    left = 60
    sectors = []
    for order in range(draw(st.integers(1, 8))):
        n = draw(st.integers(1, max(1, min(12, left - 8 + order))))
        left -= n
        reading = draw(st.none() | st.integers(0, 2 * top).map(lambda half: half / 2))
        rows = tuple(draw(spokes(top)) for _ in range(n))
        sectors.append(SectorView(draw(words), order, draw(words), reading, rows))
    levels = tuple(draw(st.lists(words, min_size=top + 1, max_size=top + 1)))
    key = {name: name.capitalize() for name in w.KEY}
    return PictureView(draw(words), "", "", key, levels, tuple(sectors), (), ())


@pytest.fixture(
    scope="module", params=["marsh-lane", "llanfair-y-bont", "saltby-2026", "kingfisher-meadows", "glenarran"]
)
def view(request, checkout):
    rubric, assessment = read_assessment(checkout / f"examples/{request.param}.yaml")
    return picture_view(rubric, assessment, score(rubric, assessment))


def test_an_overlap_and_a_cut_would_be_seen(view):
    drawn = Xml.fromstring(draw_picture(view))  # noqa: S314
    first, second, *_ = drawn.iter(f"{SVG}text")
    second.attrib.update(first.attrib)
    first.attrib["x"] = second.attrib["x"] = "3"
    found = faults(Xml.tostring(drawn, encoding="unicode"))
    assert any(" / " in fault for fault in found)
    assert first.text in found


@pytest.mark.parametrize("name", SHAPES)
def test_no_words_of_an_example_overlap_or_are_cut(view, name):
    assert faults(draw_picture(view, LIGHT, SHAPES[name])) == []


@pytest.mark.parametrize("name", SHAPES)
@settings(max_examples=25, deadline=None)
@given(view=pictures())
def test_words_never_overlap_whatever_the_rubric(name, view):
    assert faults(draw_picture(view, LIGHT, SHAPES[name])) == []


def test_every_reading_is_a_dot_and_every_question_is_named(view):
    drawn = Xml.fromstring(draw_picture(view))  # noqa: S314
    read = [spoke for sector in view.sectors for spoke in sector.spokes if spoke.reading is not None]
    assert len(list(drawn.iter(f"{SVG}circle"))) == len(read) + 1  # and one in the key
    shown = " ".join(text for text, *_ in boxes(drawn))
    assert [spoke.label for sector in view.sectors for spoke in sector.spokes if spoke.label not in shown] == []
    assert [name for name in view.levels if name not in shown] == []


@pytest.mark.parametrize("name", SHAPES)
def test_the_name_of_the_place_is_in_the_middle_and_whole(view, name):
    drawn = Xml.fromstring(draw_picture(view, LIGHT, SHAPES[name]))  # noqa: S314
    assert view.place in " ".join(text for text, *_ in boxes(drawn))


def test_a_spoke_is_as_long_as_its_reading_says_wherever_it_is(view):
    for half, sectors, _ in layout_picture(view, shape.WIDE).halves:
        for sector in sectors:
            for spoke in sector.spokes:
                assert half.ring(spoke.low) <= half.ring(spoke.high) <= half.radius + 1e-9
        steps = [half.ring(level + 1) - half.ring(level) for level in range(half.levels - 1)]
        assert max(steps) - min(steps) < 1e-9
        assert half.ring(0) > half.hub  # "not yet" is a length too


def test_bars_are_of_one_width_so_that_no_area_grows_faster_than_its_reading(view):
    drawn = Xml.fromstring(draw_picture(view))  # noqa: S314
    hues = {LIGHT.dimension(sector.order) for sector in view.sectors}
    widths = {line.attrib["stroke-width"] for line in drawn.iter(f"{SVG}line") if line.attrib["stroke"] in hues}
    assert len(widths) == 1


def test_what_nobody_knows_is_hatched_and_what_does_not_apply_has_no_bar(checkout):
    rubric, assessment = read_assessment(checkout / "examples/kingfisher-meadows.yaml")
    view = picture_view(rubric, assessment, score(rubric, assessment))
    drawn = Xml.fromstring(draw_picture(view))  # noqa: S314
    every = [spoke for sector in view.sectors for spoke in sector.spokes]
    unknown = [spoke for spoke in every if spoke.reading is None and not spoke.absent]
    hatched = [line for line in drawn.iter(f"{SVG}line") if "stroke-dasharray" in line.attrib]
    assert unknown
    assert len(hatched) == len(unknown) + 1  # and one in the key


def test_the_drawing_says_in_words_what_it_shows(view):
    drawn = Xml.fromstring(draw_picture(view))  # noqa: S314
    assert drawn.attrib["role"] == "img"
    assert drawn.attrib["aria-label"] == f"{view.place}. {view.finding} {view.alt}"
    assert drawn.find(f"{SVG}title") is None  # browsers show it over whatever one points at


def test_both_themes_draw_the_same_shapes(view):
    light, dark = (Xml.fromstring(draw_picture(view, palette)) for palette in (LIGHT, DARK))  # noqa: S314
    assert [mark.tag for mark in light.iter()] == [mark.tag for mark in dark.iter()]
    assert LIGHT.ink not in Xml.tostring(dark, encoding="unicode")


def test_names_in_the_hall_are_as_large_as_ten_metres_ask_or_left_out(view):
    drawn = Xml.fromstring(draw_picture(view, LIGHT, shape.BIG_SCREEN))  # noqa: S314
    names = {spoke.label for sector in view.sectors for spoke in sector.spokes}
    sizes = [float(text.attrib["font-size"]) for text in drawn.iter(f"{SVG}text") if text.text in names]
    assert all(size >= shape.BIG_SCREEN.min_font_size for size in sizes)


def test_a_picture_is_the_same_each_time_it_is_drawn(view):
    assert draw_picture(view) == draw_picture(view)


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize(
    ("rubric", "place"), [("cerdded-yn-ein-pentref", "llandre.yaml"), ("la-place-du-marche", "ecluse.yaml")]
)
def test_no_words_overlap_or_are_cut_on_three_levels_or_seven(checkout, rubric, place, name):
    folder = checkout / "tests" / "data" / "rubrics"
    asked, assessment = read_assessment(folder / place, lambda *_: load_rubric(folder / rubric))
    view = picture_view(asked, assessment, score(asked, assessment))
    assert faults(draw_picture(view, LIGHT, SHAPES[name])) == []


def test_every_part_of_a_linked_picture_says_which_question_it_is_and_no_other_picture_holds_an_id(checkout):
    rubric, assessment = read_assessment(checkout / "examples/marsh-lane.yaml")
    view = picture_view(rubric, assessment, score(rubric, assessment))
    ids = {spoke.indicator for sector in view.sectors for spoke in sector.spokes}
    linked = Xml.fromstring(draw_picture(view, linked=True))  # noqa: S314 (drawn by placecheck)
    for kind in ("line", "text"):
        assert {part.get("data-indicator") for part in linked.iter(f"{SVG}{kind}")} >= ids
    assert "data-indicator" not in draw_picture(view)


def test_where_words_would_be_too_small_there_are_marks_alone_and_the_words_are_for_screen_readers(checkout):
    rubric, assessment = read_assessment(checkout / "examples/marsh-lane.yaml")
    view = picture_view(rubric, assessment, score(rubric, assessment))
    drawn = Xml.fromstring(draw_picture(view, shape=shape.MARKS))  # noqa: S314 (our own)
    assert [part for part in drawn.iter() if part.tag.endswith("text")] == []
    assert view.finding in drawn.get("aria-label")
