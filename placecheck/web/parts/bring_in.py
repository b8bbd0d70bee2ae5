"""Answers that come back from away: files of the offline form, codes, and the text that somebody sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from placecheck.assessment import Voice
from placecheck.errors import InputError, PlacecheckError
from placecheck.fingerprint import fingerprint
from placecheck.forms.coming_back import Came, of_assessment, of_code
from placecheck.storage import Standpoint
from placecheck.views.incoming import incoming_view
from placecheck.web import desk, files
from placecheck.web.parts.findings import found
from placecheck.web.parts.text import plain
from placecheck.web.session import Session
from placecheck.words import on_paper as w
from placecheck.words import say, say_n

TEXT_BEGINS = ("{", "placecheck", "#")
"""How the text of a file begins; a code begins with none of these."""


def bring_in(session: Session, one: desk.Opened) -> None:
    """Show what came, and add it to the round `one` at a yes."""
    # The fields belong to a round of so many voices: once some are added, they are empty again.
    key = f"bring-in-{one.id}-{len(one.assessment.voices)}"
    given = st.file_uploader(say(w.FILES), type=["yaml", "yml", "json"], accept_multiple_files=True, key=f"{key}-files")
    text = st.text_area(say(w.CODES), key=f"{key}-codes", max_chars=200_000)
    st.button(say(w.LOOK), key=f"{key}-look")  # leaving the field is enough, which nobody need know
    came: list[Came] = []
    for source, reader in sources(one, given, text):
        try:
            came += reader()
        except PlacecheckError as error:
            st.error(f"**{plain(source)}:** {say(w.NOT_TAKEN)}")
            found(error.findings) if isinstance(error, InputError) else st.markdown(plain(str(error)))
    for voice in came:
        show(one, voice)
    if came:
        st.markdown(f"**{say_n(w.WOULD_ADD, len(came))}**")
        # Whatever changes what came makes another button: nothing is added that was not shown before the click.
        seen = fingerprint(*(f"{voice.source} {voice.voice!r}" for voice in came))
        if st.button(say(w.ADD), key=f"{key}-add-{seen}", type="primary"):
            for voice in came:
                add(one, voice.voice, session.by)
            session.tell(say_n(w.ADDED, len(came)))


def sources(
    one: desk.Opened, given: Sequence[UploadedFile], text: str
) -> Iterator[tuple[str, Callable[[], Iterator[Came]]]]:
    """Everything that came, each under a name with what reads it: files, the text of a file, or a code a line."""
    for file in given:
        yield file.name, partial(of_file, one, file.name, file.getvalue(), file.name)
    if text.lstrip().startswith(TEXT_BEGINS):
        yield say(w.PASTED), partial(of_file, one, "pasted.yaml", text.encode(), say(w.PASTED))
        return
    for n, line in enumerate(filter(str.strip, text.splitlines()), start=1):
        yield say(w.CODE, n=n), partial(of_code, one.rubric, one.assessment, line, say(w.CODE, n=n))


def of_file(one: desk.Opened, name: str, content: bytes, source: str) -> Iterator[Came]:
    """The voices that a file holds. Raises PlacecheckError where it does not fit what the round asks."""
    for _, assessment in files.seen(name, content).read:
        yield from of_assessment(one.assessment, assessment, source)


def show(one: desk.Opened, came: Came) -> None:
    """One voice: how much it says, what is worth knowing, and each answer in a table below."""
    view = incoming_view(one.rubric, came.voice, came.source)
    with st.expander(plain(f"{view.source}: {' · '.join(view.about)}")):
        columns = [say(name) for name in (w.QUESTION, w.ANSWER, w.STORY)]
        st.table([dict(zip(columns, row, strict=True)) for row in view.rows], border="horizontal", hide_index=True)
    for remark in came.remarks:
        st.warning(f"**{plain(came.source)}:** {plain(remark)}")


def add(one: desk.Opened, voice: Voice, by: str) -> None:
    """Keep the voice in the round, under an id of its own there."""
    stands = Standpoint(perspective=voice.perspective, paper=voice.paper)
    desk.store().save_sheet(one.id, None, stands, voice.answers, by)
