"""What the interface says can be read by people of nine to eleven, as what the rubric asks is: `placecheck check` says
that of the rubric, and this of the rest."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from textstat import textstat

from placecheck import words

MODULES = [path for path in sorted(Path(words.__file__).parent.glob("*.py")) if "N_(" in path.read_text("utf-8")]
ON_AVERAGE, AT_MOST = 6, 9
"""School grades (Flesch-Kincaid): grade 6 is read at eleven."""

ENDS = re.compile(r"(?<=[.?!:])\s+|\n+")
FEWEST = 4
"""Words from which a sentence can be graded; a label of two says nothing."""

REASON = "# reads hard:"


class Said(NamedTuple):
    """A sentence, where it stands, and whether a reason stands beside it."""

    text: str
    grade: float
    line: int
    excused: bool


def sentences(module: Path) -> Iterator[Said]:
    """Every sentence that `module` marks for translation, graded; what is filled in later counts as one short word."""
    source = module.read_text("utf-8")
    lines = source.splitlines()
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"N_", "NN_"}):
            continue
        excused = any(REASON in line for line in lines[node.lineno - 1 : node.end_lineno])
        for form in node.args:
            if not isinstance(form, ast.Constant):
                continue
            plain = re.sub(r"[*`_#]", "", re.sub(r"\{[^}]*\}", "it", form.value))
            for text in ENDS.split(plain):
                if len(text.split()) >= FEWEST:
                    yield Said(text, textstat.flesch_kincaid_grade(text), node.lineno, excused)


def test_there_are_words_to_grade() -> None:
    assert sum(len(list(sentences(module))) for module in MODULES) > 500


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_what_a_screen_says_is_read_at_nine_to_eleven(module: Path) -> None:
    said = list(sentences(module))
    assert [(one.line, one.text, one.grade) for one in said if one.grade > AT_MOST and not one.excused] == []
    assert not said or sum(one.grade for one in said) / len(said) <= ON_AVERAGE


def test_a_hard_sentence_is_found(tmp_path: Path) -> None:
    module = tmp_path / "screen.py"
    module.write_text('HARD = N_("Organisational accountability necessitates participatory evaluation.")\n', "utf-8")
    (said,) = sentences(module)
    assert said.grade > AT_MOST
    assert not said.excused
