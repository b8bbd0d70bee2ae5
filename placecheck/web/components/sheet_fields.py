"""The fields of a worksheet: each is saved on its card as it is left, and a draft until then."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from placecheck.web.components.saved_fields import SavedFields
from placecheck.web.state.worksheets import WorksheetForm


def sheet_field(sheet: WorksheetForm, id_: str) -> SavedFields:
    """Return the field of the reply `id_`."""
    return _field(sheet, id_, lambda: sheet.replies.texts.get(id_, ""), lambda text: sheet.save_reply(id_, text))


def sheet_cell(sheet: WorksheetForm, question: str, number: int, column: str) -> SavedFields:
    """Return the field of one cell of a table: the `column` of its row `number`."""

    def rows() -> list[dict[str, str]]:
        return [dict(row) for row in sheet.replies.tables.get(question, ())]

    def saved() -> str:
        return rows()[number].get(column, "") if number < len(rows()) else ""

    def save(text: str) -> None:
        filled = [*rows(), *({} for _ in range(number + 1 - len(rows())))]
        filled[number][column] = text
        sheet.save_rows(question, tuple(filled))

    return _field(sheet, f"{question}-{number}-{column}", saved, save)


def _field(sheet: WorksheetForm, name: str, saved: Callable[[], str], save: Callable[[str], None]) -> SavedFields:
    opened = sheet.session.open_assessment

    def change(changed_texts: Mapping[str, str]) -> None:
        save(changed_texts[name])

    return SavedFields(
        sheet.session,
        opened.id if opened is not None and sheet.is_kept else None,
        f"sheet-{sheet.id}-{name}",
        (name,),
        sheet.key,
        saved=lambda: {name: saved()},
        save=change,
    )
