"""Answers that come back from away: files of the offline form, codes, and the text that somebody sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import streamlit as st

from placecheck.assessment import Voice
from placecheck.assessment.asked import counted_voices
from placecheck.errors import InputError, PlacecheckError
from placecheck.fingerprint import text_fingerprint
from placecheck.forms.incoming import IncomingAnswers, of_assessment, of_code
from placecheck.storage import Standpoint
from placecheck.views.questionnaire.imported_answers import imported_answers_view
from placecheck.web.access.reader import reader_message
from placecheck.web.components.draft import Draft
from placecheck.web.components.findings import show_findings
from placecheck.web.data import assessments, uploads
from placecheck.web.markdown import escape, text_table
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import Session
from placecheck.web.streamlit_private import UploadedFile
from placecheck.words import on_paper as w
from placecheck.words import say, say_n

TEXT_BEGINS = ("{", "placecheck", "#")
"""How the text of a file begins; a code begins with none of these."""


def show_import_voices(session: Session, opened: assessments.OpenAssessment) -> None:
    """Show what came, and add it to the assessment `opened` on confirmation."""
    # The fields belong to an assessment of so many voices: once some are added, they are empty again.
    key = f"bring-in-{opened.id}-{len(counted_voices(opened.assessment))}"
    uploaded = st.file_uploader(
        say(w.FILES), type=["yaml", "yml", "json"], accept_multiple_files=True, key=f"{key}-files"
    )
    draft = Draft(session, opened.id, "codes", ("codes",), f"{key}-{{}}".format)
    draft.fill()
    keep_draft = uninterrupted(draft.keep)
    text = st.text_area(say(w.CODES), key=draft.key("codes"), max_chars=200_000, on_change=keep_draft)
    draft.show_state()
    st.button(say(w.LOOK), key=f"{key}-look")  # leaving the field is enough, which nobody need know
    came: list[IncomingAnswers] = []
    for source, reader in uploaded_sources(opened, uploaded, text):
        try:
            came += reader()
        except PlacecheckError as error:
            st.error(f"**{escape(source)}:** {say(w.NOT_TAKEN)}")
            show_findings(error.findings) if isinstance(error, InputError) else st.markdown(
                escape(reader_message(error))
            )
    for voice in came:
        show_voice(opened, voice)
    if came:
        st.markdown(f"**{say_n(w.WOULD_ADD, len(came))}**")
        # Whatever changes what came makes another button: nothing is added that was not shown before the click.
        seen = text_fingerprint(*(f"{voice.source} {voice.voice!r}" for voice in came))
        if st.button(say(w.ADD), key=f"{key}-add-{seen}", type="primary"):
            for voice in came:
                add_voice(opened, voice.voice, assessments.current_author("file"))
            draft.drop()
            session.rerun_with_toast(say_n(w.ADDED, len(came)))


def uploaded_sources(
    opened: assessments.OpenAssessment, uploaded: Sequence[UploadedFile], text: str
) -> Iterator[tuple[str, Callable[[], Iterator[IncomingAnswers]]]]:
    """Yield every source, each under a name with what reads it: files, the text of a file, or a code a line."""
    for file in uploaded:
        yield file.name, partial(of_file, opened, file.name, file.getvalue(), file.name)
    if text.lstrip().startswith(TEXT_BEGINS):
        yield say(w.PASTED), partial(of_file, opened, "pasted.yaml", text.encode(), say(w.PASTED))
        return
    for n, line in enumerate(filter(str.strip, text.splitlines()), start=1):
        yield say(w.CODE, n=n), partial(of_code, opened.rubric, opened.assessment, line, say(w.CODE, n=n))


def of_file(opened: assessments.OpenAssessment, name: str, content: bytes, source: str) -> Iterator[IncomingAnswers]:
    """Yield the voices that a file holds.

    Raises:
        PlacecheckError: It does not fit what the assessment asks.
    """
    for _, assessment in uploads.plan_upload(name, content).assessments:
        yield from of_assessment(opened.assessment, assessment, source)


def show_voice(opened: assessments.OpenAssessment, came: IncomingAnswers) -> None:
    """Show one voice: how much it says, what is worth knowing, and each answer in a table below."""
    view = imported_answers_view(opened.rubric, came.voice, came.source)
    with st.expander(escape(f"{view.source}: {' · '.join(view.about)}")):
        columns = [say(name) for name in (w.QUESTION, w.ANSWER, w.STORY)]
        text_table([dict(zip(columns, row, strict=True)) for row in view.rows])
    for remark in came.remarks:
        st.warning(f"**{escape(came.source)}:** {escape(remark)}")


def add_voice(opened: assessments.OpenAssessment, voice: Voice, by: str) -> None:
    """Keep the voice in the assessment, under an id of its own there."""
    standpoint = Standpoint(perspective=voice.perspective, paper=voice.paper)
    assessments.current_store().save_sheet(opened.id, None, standpoint, voice.answers, by)
