"""Files that come in through the browser, and go out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from threading import Lock

from placecheck.exchange import Choices, ImportPlan, accept, export_file, file_name, plan_import
from placecheck.exchange.card_mapping import remember_columns, remembered_columns
from placecheck.exchange.card_table import CardPlan
from placecheck.exchange.saved_mappings import remember_choices, remembered_choices
from placecheck.exchange.sheet import Sheet
from placecheck.notes.added_notes import remove_added_note
from placecheck.notes.adding import AddingResult, add_note_files
from placecheck.notes.inputs import uploaded_file
from placecheck.rubric import Rubric
from placecheck.storage.import_checks import stored_places
from placecheck.web.access.tenants import current_tenant, tenant_folder
from placecheck.web.data import assessments
from placecheck.words import say
from placecheck.words import workshop_page as w
from placecheck.workshop import NotNowError

_ADDING = Lock()
"""One upload after the other, so that two halves of a note from two people make the whole."""


def plan_upload(name: str, content: bytes, choices: Choices | None = None) -> ImportPlan:
    """Return what an uploaded file would give; nothing is kept.

    Raises:
        InputError: The file cannot be read at all.
    """
    store = assessments.current_store()
    return plan_import((name, content), find=store.find_rubric, choices=choices, stored_places=stored_places(store))


def keep_plan(plan: ImportPlan, by: str, *, valid_rows_only: bool = False) -> list[str]:
    """Keep exactly what the plan shows, or if `valid_rows_only` the rows that are whole; return its assessments' ids.

    Raises:
        InputError: The plan is not whole.
    """
    store = assessments.current_store()
    added = [each.id for each in store.add_assessments_once(accept(plan, valid_rows_only=valid_rows_only), by)]
    for place_file in plan.places:
        store.add_place_cards(place_file, by)
    return added


def remembered_upload(plan: ImportPlan) -> Choices:
    """Return what was chosen for the last file with the same headings."""
    return remembered_choices(plan, tenant_folder(current_tenant()))


def remember_upload(plan: ImportPlan) -> None:
    """Keep what was chosen for the next file with the same headings."""
    remember_choices(plan, tenant_folder(current_tenant()))


def remembered_card_columns(sheets: Sequence[Sheet], kind: str) -> Mapping[str, str]:
    """Return what was chosen for the columns of the last table of cards with the same headings."""
    return remembered_columns(sheets, kind, tenant_folder(current_tenant()))


def remember_card_columns(sheets: Sequence[Sheet], plans: Sequence[CardPlan], kind: str) -> None:
    """Keep what was chosen for the next table of cards with the same headings."""
    remember_columns(sheets, plans, kind, tenant_folder(current_tenant()))


def downloadable_file(opened: assessments.OpenAssessment, ending: str = ".yaml") -> tuple[str, bytes]:
    """Return a name for the file of an assessment, and its content, in the format of `ending`.

    Raises:
        NotNowError: A workshop has answers that wait for their reveal.
    """
    return file_name(opened.assessment.place.name, ending), downloadable_content(opened, ending)


def downloadable_content(opened: assessments.OpenAssessment, ending: str) -> bytes:
    """Return the content of the file of an assessment, in the format of `ending`.

    What is held back is left out of it.

    Raises:
        NotNowError: A workshop has answers that wait for their reveal.
    """
    if opened.is_hidden:
        raise NotNowError(say(w.ANSWERS_HIDDEN))
    return export_file([(opened.rubric, opened.assessment)], ending)


def add_notes(files: Iterable[tuple[str, bytes]], rubric: Rubric) -> AddingResult:
    """Keep the notes in uploaded files, each a name and its content, and say what came of it."""
    with _ADDING:
        added = add_note_files(
            (uploaded_file(name, raw) for name, raw in files),
            tenant_folder(current_tenant()),
            assessments.catalogue_of(rubric),
        )
    assessments.library_of(rubric).engine.prepare()
    return added


def remove_note(note_id: str) -> None:
    """Take the text of a note out again."""
    remove_added_note(tenant_folder(current_tenant()), note_id)
