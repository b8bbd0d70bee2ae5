"""Drafts: what stands in the fields of a form that nobody sent yet."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from sqlalchemy import ColumnElement, delete, or_, select

from placecheck.storage.journal.load import assessment_row
from placecheck.storage.parts.base import StorePart
from placecheck.storage.schema import tables

WRITER = ""
"""Under it the content of a draft names the window that wrote it last; no field is called so."""

OF_WINDOW = "@"
"""What stands between the name of a form and that of a window, where each window has a draft of its own."""

_T = tables.draft.c


class Drafts(StorePart):
    """The part of the store that keeps drafts: no part of an assessment's file, and gone when it is deleted."""

    def draft(self, assessment_id: str, form: str) -> dict[str, str]:
        """Return what stands in the fields of `form`, by name; nothing where there is no draft."""
        with self._database.read() as connection:
            query = select(_T.content).where(_T.assessment_id == assessment_id, _T.form == form)
            content = _content(connection.execute(query).scalar())
        content.pop(WRITER, None)
        return content

    def draft_forms(self, assessment_id: str, form: str) -> tuple[str, ...]:
        """Return under which names drafts of `form` are kept, the latest first: its own, and one for each window."""
        with self._database.read() as connection:
            query = select(_T.form).where(_T.assessment_id == assessment_id, _of_form(form)).order_by(_T.at.desc())
            return tuple(connection.execute(query).scalars())

    def drop_drafts(self, assessment_id: str, form: str) -> None:
        """Forget what stands in the fields of `form`, whatever window wrote it."""
        with self._database.write() as connection:
            connection.execute(delete(tables.draft).where(_T.assessment_id == assessment_id, _of_form(form)))

    def save_draft(
        self,
        assessment_id: str,
        form: str,
        fields: Mapping[str, str],
        seen: Mapping[str, str] | None = None,
        writer: str = "",
    ) -> dict[str, str]:
        """Keep what stands in the fields of `form`; without any, there is no draft.

        Where `seen` is given and another window than `writer` wrote a draft that is not `seen`, theirs is returned
        and stays.

        Raises:
            NotHereError: There is no such assessment or place.
        """
        return self._write(assessment_id, form, lambda _: dict(fields), seen, writer)

    def add_to_draft(
        self, assessment_id: str, form: str, fields: Mapping[str, str], seen: Mapping[str, str], writer: str
    ) -> dict[str, str]:
        """Keep what was typed in some fields of `form`, the others as they are. Else as `save_draft`."""
        return self._write(assessment_id, form, lambda saved: {**saved, **fields}, seen, writer)

    def _write(
        self,
        assessment_id: str,
        form: str,
        change: Callable[[Mapping[str, str]], Mapping[str, str]],
        seen: Mapping[str, str] | None,
        writer: str,
    ) -> dict[str, str]:
        with self._database.write() as connection:
            assessment_row(connection, assessment_id)
            query = select(_T.content).where(_T.assessment_id == assessment_id, _T.form == form)
            theirs = _content(connection.execute(query.with_for_update()).scalar())
            last = theirs.pop(WRITER, "")
            fields = {name: text for name, text in change(theirs).items() if text.strip()}
            is_own = writer != "" and writer == last
            if seen is not None and theirs and not is_own and theirs not in (dict(seen), fields):
                return theirs
            connection.execute(delete(tables.draft).where(_T.assessment_id == assessment_id, _T.form == form))
            if fields:
                row = {"assessment_id": assessment_id, "form": form, "at": self._clock()}
                content = json.dumps({**fields, WRITER: writer} if writer else fields, ensure_ascii=False)
                connection.execute(tables.draft.insert(), {**row, "content": content})
        return {}


def _of_form(form: str) -> ColumnElement[bool]:
    return or_(_T.form == form, _T.form.startswith(f"{form}{OF_WINDOW}", autoescape=True))


def _content(text: str | None) -> dict[str, str]:
    return dict(json.loads(text)) if text else {}
