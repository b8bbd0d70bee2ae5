"""Writes placecheck/publishing/ordinary_words.txt anew: what our own texts write with a small letter. By hand.

A word at the beginning of a sentence that stands here, or in the list of easy words, is not taken for a name.
"""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXTS = ("rubrics/**/*.yaml", "docs/**/*.md", "examples/**/*.yaml", "placecheck/words/*.py")
_WORD = re.compile(r"(?<![\w'’/._-])[a-z]{3,}(?![\w'’/_-]|\.\w)")


def main() -> None:
    words = {word for kind in TEXTS for path in ROOT.glob(kind) for word in _WORD.findall(path.read_text("utf-8"))}
    out = ROOT / "placecheck" / "publishing" / "ordinary_words.txt"
    out.write_text("\n".join(textwrap.wrap(" ".join(sorted(words)), 120)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
