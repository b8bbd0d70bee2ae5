"""The rubrics: which are here and what each asks, adding one, and beginning one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import streamlit as st

from placecheck.errors import Finding, InputError, PlacecheckError
from placecheck.exchange.rubric_archive import (
    RubricPlan,
    keep_rubric,
    plan_rubric_archive,
    remove_rubric,
    rubric_as_archive,
    template_archive,
)
from placecheck.exchange.rubric_check import check_whole_rubric
from placecheck.rubric import Rubric, load_rubric, own_folder, own_rubrics, rubric_folders
from placecheck.rubric.starter import placeholders
from placecheck.views.questionnaire.rubric_preview import rubric_preview_view
from placecheck.web.access.tenants import is_shared
from placecheck.web.components.downloads import ZIP, download
from placecheck.web.components.draft import show_not_kept
from placecheck.web.components.findings import show_findings
from placecheck.web.components.rubric_preview import show_questions, show_rubric
from placecheck.web.markdown import escape, small
from placecheck.web.state.current_rubric import CHOSEN
from placecheck.web.state.session import Session
from placecheck.words import rubric_page as w
from placecheck.words import say

ADDED = "rubrics-added"
"""Counts the rubrics kept, so that the field for a file is empty again after each."""


def render(session: Session) -> None:
    """Show the rubrics at hand, and the ways to another."""
    st.title(say(w.TITLE), anchor=False)
    st.markdown(say(w.INTRO))
    st.header(say(w.HERE), anchor=False)
    folders = rubric_folders()
    for folder in folders:
        show_available_rubric(session, folder, load_rubric(folder))
    show_left_out([folder for folder in own_rubrics() if folder not in folders])
    if is_shared():
        st.info(say(w.NO_ADDING))
        return
    show_adding(session)
    show_beginning()


def show_available_rubric(session: Session, folder: Path, rubric: Rubric) -> None:
    """Show a rubric that is here, with its questions at a click; an own one may be removed."""
    is_own = folder.parent == own_folder()
    with st.container(border=True):
        preview = rubric_preview_view(rubric)
        show_rubric(preview)
        small(say(w.OWN if is_own else w.COMES_ALONG))
        if unfinished := placeholders(rubric):
            st.warning(say(w.UNFINISHED, keys=", ".join(f"`{key}`" for key in unfinished)))
        with st.expander(say(w.LOOK)):
            show_questions(preview)
        with st.container(horizontal=True, vertical_alignment="center"):
            name = f"{rubric.id}-{rubric.edition}"
            download(say(w.TAKE), partial(rubric_as_archive, folder, rubric.id), f"{name}.zip", ZIP, key=f"take-{name}")
            if is_own and not is_shared():
                show_removal(session, rubric, name)


def show_removal(session: Session, rubric: Rubric, name: str) -> None:
    """Let a person remove a rubric of their own, with a second click to confirm."""
    with st.popover(say(w.REMOVE)):
        if st.button(say(w.REMOVE_SURE), key=f"remove-{name}"):
            remove_rubric(rubric.id, rubric.edition)
            session.rerun_with_toast(say(w.REMOVED))


def show_left_out(folders: list[Path]) -> None:
    """Name what keeps own rubrics from being used."""
    for folder in folders:
        st.error(say(w.LEFT_OUT))
        show_findings([finding for finding in check_whole_rubric(folder) if finding.severity == "fault"])


def show_adding(session: Session) -> None:
    """Take an archive: its faults are named, what it asks is shown, and nothing is kept before a yes."""
    st.header(say(w.ADD), anchor=False)
    st.markdown(say(w.ADD_INTRO))
    count = int(session.widget_value(ADDED) or 0)
    uploaded = st.file_uploader(say(w.FILE), type=["zip"], key=f"rubric-file-{count}")
    if uploaded is None:
        return
    try:
        plan = plan_rubric_archive(uploaded.getvalue(), uploaded.name)
    except InputError as error:
        show_faults(error.findings)
        return
    show_rubric_plan(session, plan, count)


def show_rubric_plan(session: Session, plan: RubricPlan, count: int) -> None:
    """Show what a plan holds, and keep it at a click where it has no fault."""
    if plan.rubric is None or not plan.can_be_kept:
        show_faults([finding for finding in plan.findings if finding.severity == "fault"])
        return
    st.info(say(w.WOULD_KEEP))
    preview = rubric_preview_view(plan.rubric)
    with st.container(border=True):
        show_rubric(preview)
        show_questions(preview)
    if plan.findings:
        with st.expander(say(w.REMARKS)):
            show_findings(plan.findings)
    if st.button(say(w.KEEP), type="primary"):
        try:
            keep_rubric(plan)
        except PlacecheckError as error:
            st.error(escape(str(error)))
            return
        session.set_widget_value(ADDED, count + 1)
        session.set_widget_value(CHOSEN, plan.rubric.id)
        session.rerun_with_toast(say(w.KEPT, title=plan.rubric.title))


def show_faults(findings: list[Finding] | tuple[Finding, ...]) -> None:
    """Say that it cannot be kept, and name each fault."""
    st.error(say(w.FAULTS))
    show_findings(findings)


def show_beginning() -> None:
    """Offer a small commented folder to begin with."""
    st.header(say(w.BEGIN), anchor=False)
    st.markdown(say(w.BEGIN_INTRO))
    name = st.text_input(say(w.NAME), max_chars=80, width=760, key="rubric-name").strip()
    show_not_kept(say(w.TAKE_TEMPLATE))
    if not name:
        return
    try:
        id_, archive = template_archive(name)
    except PlacecheckError as error:
        st.error(escape(str(error)))
        return
    download(say(w.TAKE_TEMPLATE), lambda: archive, f"{id_}.zip", ZIP, is_primary=True)
