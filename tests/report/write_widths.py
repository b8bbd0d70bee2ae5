"""Write how wide each letter of the typeface is to `placecheck/fonts/widths.json`: run it when the typeface changes."""

from __future__ import annotations

import json
from pathlib import Path

from fontTools.ttLib import TTFont

from placecheck import fonts
from placecheck.fonts import metrics


def measured(cut: str) -> dict[str, float]:
    """The width of each letter of `cut` that a page may need often, as a share of the type's size."""
    font = TTFont(fonts.FOLDER / f"AtkinsonHyperlegibleNext-{cut}.ttf")
    glyphs, widths, units = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    letters = [chr(code) for code in sorted(glyphs) if code < 0x180 or 0x2010 <= code <= 0x2026]
    return {letter: round(widths[glyphs[ord(letter)]][0] / units, 3) for letter in letters}


if __name__ == "__main__":
    cuts = {cut: measured(cut) for cut in metrics.CUTS}
    Path(metrics.WIDTHS).write_text(json.dumps(cuts, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
