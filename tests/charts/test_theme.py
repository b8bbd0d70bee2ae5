from __future__ import annotations

import tomllib
from itertools import combinations

import pytest

from placecheck.charts.theme import DARK, LIGHT


def channels(colour: str) -> list[float]:
    """The linear light of red, green and blue, each 0 to 1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def luminance(colour: str) -> float:
    red, green, blue = channels(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG's contrast ratio."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def to_a_deuteranope(colour: str) -> tuple[float, float, float]:
    """What red, green and blue become without the middle cones (Viénot, Brettel and Mollon 1999)."""
    red, green, blue = channels(colour)
    long = 17.8824 * red + 43.5161 * green + 4.11935 * blue
    short = 0.0299566 * red + 0.184309 * green + 1.46709 * blue
    middle = 0.494207 * long + 1.24827 * short
    return (
        0.0809444479 * long - 0.130504409 * middle + 0.116721066 * short,
        -0.0102485335 * long + 0.0540193266 * middle - 0.113614708 * short,
        -0.000365296938 * long - 0.00412161469 * middle + 0.693511405 * short,
    )


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
class TestEachTheme:
    def test_text_is_readable_on_the_paper(self, palette):
        assert contrast(palette.ink, palette.paper) >= 7
        assert contrast(palette.quiet, palette.paper) >= 4.5
        assert contrast(palette.accent, palette.paper) >= 4.5

    def test_every_dimension_stands_out_from_the_paper(self, palette):
        assert all(contrast(hue, palette.paper) >= 4.5 for hue in palette.dimensions)

    def test_no_two_dimensions_look_alike_to_a_colour_blind_reader(self, palette):
        seen = [to_a_deuteranope(hue) for hue in palette.dimensions]
        distance = [sum((a - b) ** 2 for a, b in zip(*pair, strict=True)) ** 0.5 for pair in combinations(seen, 2)]
        assert min(distance) > 0.02

    def test_the_ladder_is_one_hue_that_only_gets_stronger(self, palette):
        steps = [contrast(colour, palette.paper) for colour in palette.ladder]
        assert steps == sorted(steps)

    def test_the_ladder_is_never_red_amber_green(self, palette):
        for colour in palette.ladder:
            red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
            assert blue >= red
            assert abs(green - blue) < 40


def test_the_dashboard_and_the_pictures_wear_the_same_colours(checkout):
    theme = tomllib.loads((checkout / ".streamlit/config.toml").read_text(encoding="utf-8"))["theme"]
    for name, palette in (("light", LIGHT), ("dark", DARK)):
        assert theme[name]["backgroundColor"] == palette.paper
        assert theme[name]["textColor"] == palette.ink
        assert theme[name]["primaryColor"] == palette.accent
        assert theme[name]["borderColor"] == palette.quiet
