"""Comments on cells: stories of the answer whose cell they are on where a person says so, else named as left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from placecheck.errors import Finding
from placecheck.exchange.import_questions import ImportQuestions, Option
from placecheck.exchange.records import Record
from placecheck.exchange.sheet import Row, Sheet
from placecheck.exchange.vocabulary import LEAVE_OUT
from placecheck.words import importing as words
from placecheck.words import say

AS_STORY = "story"


def ask_about_comments(sheets: Sequence[Sheet], questions: ImportQuestions) -> tuple[bool, list[Finding]]:
    """Ask whether comments, where there are any, are taken as stories; return the answer, and a remark if not."""
    places = [
        (sheet, sheet.place(Row(number, number, ()), column)) for sheet in sheets for number, column in sheet.comments
    ]
    if not places:
        return False, []
    options = [Option(LEAVE_OUT, say(words.LEAVE_COMMENTS)), Option(AS_STORY, say(words.COMMENTS_AS_STORIES))]
    cells = [f"{sheet.name}!{place}" if sheet.name else place for sheet, place in places]
    if questions.ask("comments", say(words.TAKE_COMMENTS), options, cells=cells, default=LEAVE_OUT) == AS_STORY:
        return True, []
    what = say(words.COMMENTS_LEFT, cells=", ".join(cells))
    return False, [Finding(sheets[0].file, 0, "", what, "", "remark")]


def with_comments(record: Record) -> Record:
    """Return a record with the comments on its cells as stories of the answers in those cells."""
    sheet, number = record.sheet, record.row.number
    if record.kind == "answer":
        notes = [text for (row, _), text in sheet.comments.items() if row == number]
        story = "\n".join(filter(None, (record.cells.get("story"), *notes)))
        return replace(record, cells={**record.cells, "story": story}) if notes else record
    answers = dict(record.answers)
    for indicator, columns in record.answer_columns.items():
        notes = [sheet.comments[number, index] for _, index, _ in columns if (number, index) in sheet.comments]
        if notes:
            texts = dict(answers.get(indicator, ()))
            texts["story"] = "\n".join(filter(None, (texts.get("story"), *notes)))
            answers[indicator] = tuple(texts.items())
    return replace(record, answers=answers)
