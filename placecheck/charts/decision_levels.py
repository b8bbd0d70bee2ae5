"""The picture of who decides what, as SVG: a matter a row, an open dot for now, a full one for best, an arrow between.

Near is on the left and far on the right, and neither has a colour of its own: an arrow to the right is as good as one
to the left.
"""

from __future__ import annotations

from itertools import accumulate
from xml.etree import ElementTree as Xml

from placecheck.charts.place_picture.svg import element, line, line_of_text
from placecheck.charts.theme import LIGHT, Palette
from placecheck.fonts.metrics import wrapped
from placecheck.views.levels.matters import MattersView, MatterView
from placecheck.words import levels as w
from placecheck.words import matter_votes as m
from placecheck.words import say

NAMES, COLUMN = 250.0, 116.0
"""The widths of the matters' names and of a level."""
ROW, COUNTS, HEAD, FOOT = 34.0, 15.0, 76.0, 30.0
"""The heights of a matter, of the counts below its dots where there are any, and of what is above and below all."""
FONT_SIZE = 17.0
DOT, TIP = 7.0, 9.0
MARGIN = 12.0


def matters_svg(view: MattersView, palette: Palette = LIGHT) -> str:
    """Return the picture as SVG. Its words are the same as those of the table next to it."""
    width = NAMES + COLUMN * len(view.levels) + MARGIN
    tops = list(accumulate((_height(matter) for matter in view.matters), initial=HEAD))
    bottom = tops[-1]
    picture = element(
        "svg", xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {width:.0f} {bottom + FOOT:.0f}", role="img"
    )
    picture.append(element("title", say(w.PICTURE)))
    picture.append(element("desc", " ".join(matter.sentence for matter in view.matters)))
    for number, name in enumerate(view.levels):
        _column(picture, number, name, bottom, palette)
    for matter, top in zip(view.matters, tops, strict=False):
        _row(picture, matter, top, width, palette)
    _key(picture, bottom + FOOT / 2, palette, counted=any(matter.counts for matter in view.matters))
    return Xml.tostring(picture, encoding="unicode")


def _height(matter: MatterView) -> float:
    return ROW + COUNTS if matter.counts else ROW


def _middle(level: int) -> float:
    return NAMES + COLUMN * (level + 0.5)


def _column(picture: Xml.Element, number: int, name: str, bottom: float, palette: Palette) -> None:
    rows = wrapped(name, FONT_SIZE * 0.82, COLUMN - 14, lines=4)
    for index, row in enumerate(rows):
        y = HEAD - 14 - (len(rows) - 1 - index) * FONT_SIZE * 1.1
        picture.append(line_of_text(row, (_middle(number), y), FONT_SIZE * 0.82, palette.ink))
    picture.append(line((_middle(number), HEAD), (_middle(number), bottom), palette.quiet, 0.6, opacity=0.5))


def _row(picture: Xml.Element, matter: MatterView, top: float, width: float, palette: Palette) -> None:
    y, foot = top + ROW / 2, top + _height(matter)
    rows = wrapped(matter.name, FONT_SIZE, NAMES - MARGIN * 2)
    for index, row in enumerate(rows):
        at = (MARGIN, y + (index - (len(rows) - 1) / 2) * FONT_SIZE * 1.15)
        picture.append(line_of_text(row, at, FONT_SIZE, palette.ink, anchor="start"))
    picture.append(line((MARGIN, foot), (width - MARGIN, foot), palette.quiet, 0.5, opacity=0.35))
    for level, people in enumerate(matter.counts):
        if people:
            picture.append(
                line_of_text(
                    str(people), (_middle(level) + DOT + 7, foot - COUNTS / 2 - 2), FONT_SIZE * 0.86, palette.quiet
                )
            )
    if matter.now is not None and matter.best is not None and matter.now != matter.best:
        _arrow(picture, _middle(matter.now), _middle(matter.best), y, palette)
    if matter.best is not None:
        _dot(picture, (_middle(matter.best), y), palette, full=True)
    if matter.now is not None:
        size = DOT + 4 if matter.now == matter.best else DOT
        _dot(picture, (_middle(matter.now), y), palette, size=size)
    if matter.best is None:
        x = NAMES + COLUMN * 0.5 if matter.now is None else _middle(matter.now) + DOT + 8
        picture.append(line_of_text(matter.cells[2], (x, y), FONT_SIZE * 0.86, palette.quiet, anchor="start"))


def _dot(
    picture: Xml.Element, at: tuple[float, float], palette: Palette, *, full: bool = False, size: float = DOT
) -> None:
    fill = palette.accent if full else "none"
    picture.append(element("circle", cx=at[0], cy=at[1], r=size, fill=fill, stroke=palette.accent, stroke_width=2.0))


def _arrow(picture: Xml.Element, start: float, end: float, y: float, palette: Palette) -> None:
    way = 1 if end > start else -1
    tip = end - way * (DOT + 3)
    picture.append(line((start + way * (DOT + 2), y), (tip - way * TIP, y), palette.accent, 2.4))
    base = tip - way * TIP
    corners = f"{tip:.1f},{y:.1f} {base:.1f},{y - 5:.1f} {base:.1f},{y + 5:.1f}"
    picture.append(element("polygon", points=corners, fill=palette.accent))


def _key(picture: Xml.Element, y: float, palette: Palette, *, counted: bool) -> None:
    for x, name, full in ((NAMES, w.KEY_NOW, False), (NAMES + 170, w.KEY_BEST, True)):
        _dot(picture, (x + DOT, y), palette, full=full)
        picture.append(line_of_text(say(name), (x + DOT * 3, y), FONT_SIZE * 0.86, palette.ink, anchor="start"))
    if counted:
        x = NAMES + 340
        picture.append(line_of_text("3", (x + DOT, y), FONT_SIZE * 0.86, palette.quiet))
        picture.append(line_of_text(say(m.KEY_ROOM), (x + DOT * 3, y), FONT_SIZE * 0.86, palette.ink, anchor="start"))
