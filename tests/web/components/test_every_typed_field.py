"""Every field that a person can type in is kept as a draft from the first letter, or is named here with the reason."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import placecheck.web

HOME = Path(placecheck.web.__file__).parent
TYPED_IN = {"text_input", "text_area", "chat_input", "data_editor"}
NOT_KEPT = {
    ("components/delete_place.py", "TYPE_NAME"): "typed anew each time, so that nobody deletes by mistake",
    ("components/figure_import.py", "SOURCE"): "says that it goes with the file",
    ("components/import_plan.py", "label"): "says that it goes with the file",
    ("components/named_sets.py", "SET_NAME"): "says with which button it is kept",
    ("components/place_chooser.py", "FIND_PLACE"): "looks for something",
    ("components/slip_import.py", ""): "says that nothing is kept until one says so",
    ("pages/discussion.py", "ASK"): "looks for something, and stands in the address",
    ("pages/ideas.py", "ASK"): "looks for something, and stands in the address",
    ("pages/listening.py", "LOOK_FOR"): "looks for something",
    ("pages/lot.py", "SEED"): "the page says that nothing of it is kept",
    ("pages/network.py", "WORDS"): "looks for something",
    ("pages/rubrics.py", "NAME"): "says with which button it is kept",
    ("pages/what_is_here.py", "LOOK_FOR"): "looks for something",
    ("workshop/setup.py", "PLACE_NAME"): "says with which button it is kept",
    ("workshop/setup.py", "BOUNDARY"): "says with which button it is kept",
    ("workshop/setup.py", "PERIOD"): "says with which button it is kept",
}
KEPT_BY = {"draft", "field", "fields", "note"}
"""What a draft is called where a field takes its key from it."""
BY_KEY = {
    "components/agreement_form.py": "Draft(",
    "components/card_form.py": "card_draft",
    "components/matter_form.py": "_fields",
    "components/next_step.py": "SavedFields",
    "components/own_wording.py": "wording_draft",
    "components/place_fields.py": "place_texts",
    "components/adapt_idea.py": "_draft",
    "components/next_step_list.py": "Draft(",
}
"""Files in which a field gets its key from the function that draws the form, and what keeps the draft there."""


def fields() -> Iterator[tuple[str, ast.Call]]:
    for path in sorted(HOME.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in TYPED_IN:
                yield path.relative_to(HOME).as_posix(), node


def label(call: ast.Call) -> str:
    names = [node.attr for node in ast.walk(call.args[0]) if isinstance(node, ast.Attribute)] if call.args else []
    named = [name for name in names if name.isupper()]
    return named[0] if named else call.args[0].id if call.args and isinstance(call.args[0], ast.Name) else ""


def is_drafted(file: str, call: ast.Call) -> bool:
    key = next((word.value for word in call.keywords if word.arg == "key"), None)
    called = key.func if isinstance(key, ast.Call) else None
    if isinstance(called, ast.Attribute) and called.attr == "key" and isinstance(called.value, ast.Name):
        return called.value.id in KEPT_BY or file in BY_KEY
    return key is not None and file in BY_KEY | {"components/guide_step.py": "sheet_cell"}


def test_every_field_that_a_person_types_in_is_a_draft_or_says_that_it_is_none():
    seen = {(file, label(call)): is_drafted(file, call) for file, call in fields()}
    assert {where for where, drafted in seen.items() if not drafted} == set(NOT_KEPT)
    for file, keeps in BY_KEY.items():
        assert keeps in (HOME / file).read_text(encoding="utf-8")


NO_HARM = {
    "components/correction.py": "has no field to type in",
    "components/place_chooser.py": "takes files",
    "pages/levels.py": "has one such field, and Enter adds what is in it",
    "workshop/matter_sheets.py": "has no field to type in",
}


def test_enter_in_a_field_of_a_form_sends_nothing():
    sends = {
        path.relative_to(HOME).as_posix()
        for path in sorted(HOME.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) == "st.form"
        and "enter_to_submit=False" not in ast.unparse(node)
    }
    assert sends == {*NO_HARM, "components/sighting_form.py"}, "whose second form has no field to type in"


CHOSEN_IN = {"selectbox", "multiselect", "radio", "date_input", "checkbox", "pills"}
SAYS_SO = {"show_choice_not_kept", "show_not_kept"}
NO_CHOICE_KEPT = {
    "components/card_photos.py": "goes with a picture, which is not kept either",
    "components/place_chooser.py": "its choices are outside of its form",
}


def names_in(tree: ast.AST) -> set[str]:
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return {func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "") for func in calls}


def test_every_form_with_a_choice_in_it_says_that_no_draft_holds_that():
    """A browser tells the app of a choice in a form with the form alone; what is typed it tells as it is typed."""
    forms = {
        path.relative_to(HOME).as_posix(): names_in(ast.parse(path.read_text(encoding="utf-8")))
        for path in HOME.rglob("*.py")
    }
    with_choices = {file for file, names in forms.items() if "form" in names and names & CHOSEN_IN}
    assert len(with_choices) > 5
    assert {file for file in with_choices - set(NO_CHOICE_KEPT) if not forms[file] & SAYS_SO} == set()
