"""The plan of a file that comes in: what it gives, what it leaves open with a choice beside it, what stays."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from placecheck.assessment.asked import answered_ids, counted_voices
from placecheck.exchange import Choices, ImportPlan, ImportQuestion
from placecheck.exchange.import_plan import UNNAMED, TableUse
from placecheck.exchange.meaning_choices import LEAVE_OUT, meaning_options, meaning_words
from placecheck.fingerprint import text_fingerprint
from placecheck.rubric import Rubric
from placecheck.web.components.findings import show_findings
from placecheck.web.data import uploads
from placecheck.web.markdown import escape, small
from placecheck.words import deciding, say, say_n
from placecheck.words import import_plan as w

COLUMN = "column "
MAX_PASSES = 6
"""How often an answer may lead to another question before the page waits for the next click."""


def settle_plan(name: str, content: bytes, rubric: Rubric) -> ImportPlan:
    """Show what a file leaves open, each with a choice next to it, and return the plan as people chose.

    Choices for a file with the same headings are made again.

    Raises:
        InputError: The file cannot be read.
    """
    key = text_fingerprint(name, str(zlib.crc32(content)))
    plan = uploads.plan_upload(name, content)
    choices = uploads.remembered_upload(plan)
    if choices != Choices():
        plan = uploads.plan_upload(name, content, choices)
    questions = st.container()
    columns = st.expander(say(w.COLUMNS_TITLE), expanded=any(q.key.startswith(COLUMN) for q in plan.open_questions))
    shown: set[str] = set()
    for _ in range(MAX_PASSES):
        before = choices
        with columns:
            choices = choose_columns(plan, choices, plan.assessments[0][0] if plan.assessments else rubric, key, shown)
        with questions:
            choices = answer_questions(plan, choices, key, shown)
        if choices == before:
            break
        plan = uploads.plan_upload(name, content, choices)
    return plan


def answer_questions(plan: ImportPlan, choices: Choices, key: str, shown: set[str]) -> Choices:
    """Show each question that was not shown yet, and return the choices with its answer."""
    answers = dict(choices.answers)
    for question in plan.questions:
        if question.key in shown or question.key.startswith(COLUMN):
            continue
        shown.add(question.key)
        answer = ask_import_question(question, f"{key}-{question.key}")
        if answer is not None:
            answers[question.key] = answer
        else:
            answers.pop(question.key, None)
    return replace(choices, answers=answers)


def ask_import_question(question: ImportQuestion, key: str) -> str | None:
    """Show one question with the cells that it is about, and return the answer; None where there is none yet."""
    label = escape(f"{question.text} ({question.where})" if question.cells else question.text)
    if not question.options:
        typed = st.text_input(label, question.answer or "", key=key, max_chars=300)
        small(say(deciding.GOES_WITH_FILE))
        return typed.strip() or None
    values = [option.value for option in question.options]
    words = {option.value: escape(option.words) for option in question.options}
    index = values.index(question.answer) if question.answer in values else None
    return st.radio(label, values, index=index, format_func=words.__getitem__, key=key)


def choose_columns(plan: ImportPlan, choices: Choices, rubric: Rubric, key: str, shown: set[str]) -> Choices:
    """Show a choice next to each heading, and return the choices with what differs from the guess."""
    columns = dict(choices.columns)
    for table in plan.tables:
        options = meaning_options(rubric, table.layout)
        for column in table.columns:
            name = column.heading or column.letter
            at = f"{COLUMN}{table.sheet.name}-{table.header}-{column.letter}"
            if at in shown:
                continue
            shown.add(at)
            guess = str(column.meaning) if column.meaning else LEAVE_OUT if column.outcome == "left_out" else None
            values = [*options, *([guess] if guess and guess not in options else [])]
            chosen = st.selectbox(
                f"{column.letter} – {escape(name)}",  # a colon would be escaped, and read out with its backslash
                values,
                index=values.index(guess) if guess else None,
                format_func=lambda value: meaning_words(value, rubric),
                help=escape(column.reason),
                placeholder=say(w.CHOOSE_COLUMN),
                key=f"{key}-{at}",
            )
            if chosen is not None and chosen != guess:
                columns[name] = chosen
    return replace(choices, columns=columns)


def show_import_outcome(plan: ImportPlan) -> None:
    """Show what the plan gives, what is left out and why, and what is invalid."""
    for _, assessment in plan.assessments:
        day = str(assessment.date) if assessment.date else say(w.NO_DAY)
        answers = sum(len(answered_ids(voice)) for voice in assessment.voices)
        place = say(w.PLACE_ABOVE) if assessment.place.name == UNNAMED else assessment.place.name
        text = say_n(w.WOULD_GIVE, len(counted_voices(assessment)), place=place, day=day, answers=answers)
        st.markdown(escape(text))
    show_findings(plan.findings)
    if plan.tables:
        with st.expander(say(w.ROWS_TITLE)):
            show_rows(plan.tables)


def show_rows(tables: Sequence[TableUse]) -> None:
    """List what becomes of each row."""
    rows = [
        {
            say(w.ROW): f"{table.sheet.name}: {use.place}" if table.sheet.name else use.place,
            say(w.BECOMES): say(w.OUTCOMES[use.outcome]),
            say(w.WHY): say(w.REASONS[use.reason]) if use.reason in w.REASONS else "",
        }
        for table in tables
        for use in table.rows
    ]
    st.dataframe(rows, hide_index=True, width="stretch")
