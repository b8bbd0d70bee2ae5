"""Writes placecheck/report/letters.json anew: which characters each typeface prints. By hand, when a typeface changes.

The typefaces that travel inside Typst are not files, so Typst itself is asked, batch by batch.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterable, Iterator

import typst

from placecheck import fonts
from placecheck.report.letters import LETTERS
from placecheck.report.typeset import STANDARDS, TYPEFACES

BATCH = 64
PLANES = (range(0x20, 0x3000), range(0xA640, 0xB000), range(0xF900, 0x10000), range(0x1D400, 0x1D800))
EMOJI = (range(0x1F000, 0x1FB00), range(0xE0020, 0xE0080))
NO_LETTERS = ("Cc", "Cn", "Co", "Cs")
TRIAL = """
#set document(title: "Letters")
#set text(font: sys.inputs.typeface, fallback: false, lang: "en")
#for letter in json(bytes(sys.inputs.letters)) { par(letter) }
"""


def main() -> None:
    """Ask for every character of every typeface, some minutes long."""
    compiler = typst.Compiler(font_paths=[str(fonts.FOLDER)], ignore_system_fonts=True)
    asked = [chr(n) for plane in (*PLANES, *EMOJI) for n in plane if unicodedata.category(chr(n)) not in NO_LETTERS]
    held = {}
    for typeface in TYPEFACES:
        held[typeface] = " ".join(ranges(ord(letter) for letter in printed(compiler, typeface, asked)))
        sys.stderr.write(f"{typeface}\n")
    LETTERS.write_text(json.dumps(held, indent=1) + "\n")


def printed(compiler: typst.Compiler, typeface: str, letters: list[str]) -> Iterator[str]:
    """Those of `letters` that `typeface` prints on its own, found by halving what does not compile."""
    for start in range(0, len(letters), BATCH):
        yield from halved(compiler, typeface, letters[start : start + BATCH])


def halved(compiler: typst.Compiler, typeface: str, letters: list[str]) -> Iterator[str]:
    if compiles(compiler, typeface, letters):
        yield from letters
    elif len(letters) > 1:
        middle = len(letters) // 2
        yield from halved(compiler, typeface, letters[:middle])
        yield from halved(compiler, typeface, letters[middle:])


def compiles(compiler: typst.Compiler, typeface: str, letters: list[str]) -> bool:
    inputs = {"typeface": typeface, "letters": json.dumps(letters)}
    try:
        compiler.compile(input=TRIAL.encode(), format="pdf", pdf_standards=[*STANDARDS], sys_inputs=inputs, timestamp=0)
    except typst.TypstError:
        return False
    return True


def ranges(numbers: Iterable[int]) -> Iterator[str]:
    """`numbers` in rising order as ranges in hexadecimal: `41-5a`, `e9`."""
    found: list[list[int]] = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    for first, last in found:
        yield f"{first:x}" if first == last else f"{first:x}-{last:x}"


if __name__ == "__main__":
    main()
