"""Give the typeface a plain zero, drawn from its own, and keep the slashed one as the feature `zero`.

Run it once on the files as the makers of the typeface publish them: they have no plain one.
"""

from __future__ import annotations

from copy import deepcopy
from math import radians, tan
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables._g_l_y_f import GlyphCoordinates

from placecheck import fonts

PLAIN, SLASHED, FEATURE = "zero", "zero.slash", "zero"
CUTS = ("Regular", "Bold", "Italic")
WITH_SLASH = 3
"""Contours of the slashed zero: the outline, and what is open on either side of the slash."""


def give_plain_zero(file: Path) -> None:
    """Draw the opening of the zero as one, put the slashed one behind the feature, and write both kinds of file."""
    font = TTFont(file, recalcTimestamp=False)
    glyphs = font["glyf"]
    if len(glyphs[PLAIN].endPtsOfContours) != WITH_SLASH:
        return
    slashed = deepcopy(glyphs[PLAIN])
    font.setGlyphOrder([*font.getGlyphOrder(), SLASHED])
    glyphs[SLASHED] = slashed
    font["hmtx"][SLASHED] = font["hmtx"][PLAIN]
    open_up(glyphs[PLAIN], tan(radians(-font["post"].italicAngle)))
    glyphs[PLAIN].recalcBounds(glyphs)
    offer(font["GSUB"].table)
    font.save(file)
    for_browsers = TTFont(file, recalcTimestamp=False)
    for_browsers.flavor = "woff2"
    for_browsers.save(file.with_suffix(".woff2"))


def open_up(zero: otTables.BaseTable, slant: float) -> None:
    """Replace the two halves of the opening by the outline made smaller, the other way round."""
    end = zero.endPtsOfContours[0] + 1
    upright = [(x - slant * y, y) for x, y in zero.coordinates]
    outer, halves = upright[:end], upright[end:]
    (middle_x, wide), (middle_y, high) = (spread(outer, halves, axis) for axis in (0, 1))
    inner = [(middle_x + (x - middle_x) * wide, middle_y + (y - middle_y) * high) for x, y in reversed(outer)]
    drawn = [(round(x + slant * y), round(y)) for x, y in inner]
    flags = list(zero.flags[:end])
    zero.coordinates = GlyphCoordinates([*zero.coordinates[:end], *drawn])
    zero.flags = bytearray([*flags, *reversed(flags)])
    zero.endPtsOfContours, zero.numberOfContours = [end - 1, 2 * end - 1], 2


def spread(outer: list[tuple[float, float]], inner: list[tuple[float, float]], axis: int) -> tuple[float, float]:
    """Return the middle of the outline along an axis, and how wide what is open is as a share of it."""
    low, high = min(point[axis] for point in outer), max(point[axis] for point in outer)
    opened = max(point[axis] for point in inner) - min(point[axis] for point in inner)
    return (low + high) / 2, opened / (high - low)


def offer(table: otTables.GSUB) -> None:
    """Offer the slashed zero as a feature in every script and language of the table."""
    single = otTables.SingleSubst()
    single.mapping = {PLAIN: SLASHED}
    lookup = otTables.Lookup()
    lookup.LookupType, lookup.LookupFlag, lookup.SubTable, lookup.SubTableCount = 1, 0, [single], 1
    table.LookupList.Lookup.append(lookup)
    record = otTables.FeatureRecord()
    record.FeatureTag, record.Feature = FEATURE, otTables.Feature()
    record.Feature.FeatureParams = None
    record.Feature.LookupListIndex = [len(table.LookupList.Lookup) - 1]
    table.FeatureList.FeatureRecord.append(record)
    for script in table.ScriptList.ScriptRecord:
        for system in [script.Script.DefaultLangSys, *(each.LangSys for each in script.Script.LangSysRecord)]:
            if system is not None:
                system.FeatureIndex.append(len(table.FeatureList.FeatureRecord) - 1)


if __name__ == "__main__":
    for cut in CUTS:
        give_plain_zero(fonts.FOLDER / f"AtkinsonHyperlegibleNext-{cut}.ttf")
