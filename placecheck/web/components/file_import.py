"""Import a file: what it holds is shown first, and nothing is kept before a yes."""

from __future__ import annotations

import streamlit as st

from placecheck.errors import InputError
from placecheck.exchange import ENDINGS, ImportPlan
from placecheck.exchange.bulk_archive import as_bulk_archive
from placecheck.views.page_names import PageName
from placecheck.web.components.bulk_import import show_bulk_import
from placecheck.web.components.findings import show_findings
from placecheck.web.components.import_plan import settle_plan, show_import_outcome
from placecheck.web.data import assessments, uploads
from placecheck.web.markdown import escape
from placecheck.web.state.current_rubric import chosen_rubric
from placecheck.web.state.session import Session
from placecheck.words import import_plan as words
from placecheck.words import say, say_n
from placecheck.words import web as w

ENDINGS_TAKEN = [ending.removeprefix(".") for ending in ENDINGS]


def show_file_import(session: Session) -> None:
    """Take assessments that someone kept as a file, or a spreadsheet that people filled in by hand."""
    with st.expander(say(w.OPEN_A_FILE)):
        upload = st.file_uploader(say(w.FILE), type=ENDINGS_TAKEN)
        if upload is None:
            return
        archive = as_bulk_archive(upload.name, upload.getvalue())
        if archive is not None:
            show_bulk_import(session, archive)
            return
        try:
            plan = settle_plan(upload.name, upload.getvalue(), chosen_rubric(session))
        except InputError as error:
            st.error(say(w.WRONG_FILE))
            show_findings(error.findings)
            return
        show_import_outcome(plan)
        confirm_import(session, plan)


def confirm_import(session: Session, plan: ImportPlan) -> None:
    """Keep exactly what is shown at a click; a whole file that was read without a question needs none."""
    if plan.can_import_whole:
        if not (plan.findings or plan.tables or plan.questions) or st.button(say(w.KEEP_IT), type="primary"):
            keep_and_show(session, plan)
        return
    if plan.open_questions:
        st.info(say_n(words.ANSWER_FIRST, len(plan.open_questions)))
    elif not plan.assessments:
        st.error(say(w.WRONG_FILE))
    if plan.can_import_partly:
        rows = plan.rows_left_behind()
        st.warning(escape(say_n(words.PART_LEAVES, len(rows), rows=", ".join(rows))))
        if st.button(say(words.KEEP_PART)):
            keep_and_show(session, plan, valid_rows_only=True)


def keep_and_show(session: Session, plan: ImportPlan, *, valid_rows_only: bool = False) -> None:
    """Keep the plan, remember what was chosen, and show the last of its assessments."""
    ids = uploads.keep_plan(plan, assessments.current_author("file"), valid_rows_only=valid_rows_only)
    uploads.remember_upload(plan)
    session.switch_page(PageName.RESULTS, session.address(ids[-1]))
