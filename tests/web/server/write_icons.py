"""Cut Streamlit's icons down to those that its scripts name: run it again where another Streamlit names more."""

from __future__ import annotations

import re
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from placecheck.web.server.typefaces import ICONS
from placecheck.web.streamlit_private import STATIC

LIGATURE = 4


def all_icons() -> Path:
    """Return the file of Streamlit's icons."""
    return next(STATIC.glob("media/MaterialSymbols-*.woff2"))


def glyphs_by_name(font: TTFont) -> dict[str, str]:
    """Return the glyph of every icon, by the word that it is written as."""
    letters = {glyph: chr(code) for code, glyph in font.getBestCmap().items()}
    tables = [table for lookup in font["GSUB"].table.LookupList.Lookup for table in lookup.SubTable]
    tables = [getattr(table, "ExtSubTable", table) for table in tables]
    return {
        "".join(letters[glyph] for glyph in (first, *ligature.Component)): ligature.LigGlyph
        for table in tables
        if table.LookupType == LIGATURE
        for first, ligatures in table.ligatures.items()
        for ligature in ligatures
    }


def named_icons(names: set[str]) -> set[str]:
    """Return those of `names` that stand as a word of their own anywhere in Streamlit's scripts."""
    scripts = "".join(path.read_text(encoding="utf-8") for path in STATIC.glob("js/*.js"))
    return set(re.findall(r"""["'`](?::material/)?([a-z0-9_]+):?["'`]""", scripts)) & names


def write_icons() -> None:
    """Write the file of the icons that are named."""
    font = TTFont(all_icons(), recalcTimestamp=False)
    glyphs = glyphs_by_name(font)
    names = named_icons(set(glyphs))
    options = Options()
    options.layout_closure = False  # else every icon whose letters are there comes along
    options.glyph_names = False
    subsetter = Subsetter(options)
    subsetter.populate(glyphs=[glyphs[name] for name in names], text="".join(sorted(set("".join(names)))))
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(ICONS)


if __name__ == "__main__":
    write_icons()
