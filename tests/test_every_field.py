"""Every field of what an assessment holds, and every way out: it is carried there, or named below with a reason.

A field that is added to a model is filled and asked for by itself; no list here needs it but that of reasons.
"""

from __future__ import annotations

import datetime
import html
import itertools
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
from docx import Document
from pydantic import BaseModel, ValidationError
from pypdf import PdfReader

from placecheck import phone
from placecheck.assessment import Action, Agreed, Answer, Assessment, Cause, Place, Voice
from placecheck.assessment.customisation import OwnWords, customised
from placecheck.assessment.model import Outcome, RubricName, SecondVote, WrittenNote
from placecheck.assessment.perspectives import as_asked
from placecheck.exchange import accept, export_file, plan_import
from placecheck.notes import load_catalogue
from placecheck.publishing import published
from placecheck.publishing.texts import find_texts
from placecheck.report.published import published_html
from placecheck.report.summary import summary_html, summary_pdf
from placecheck.report.word import summary_docx
from placecheck.resources import resource_folder
from placecheck.rubric import Rubric, find_rubric
from placecheck.scoring import score
from placecheck.source.field_kinds import field_types, written_texts
from placecheck.storage import open_store
from placecheck.views.questionnaire import keying
from placecheck.views.questionnaire.answering import Part
from placecheck.views.workshop.read_back import read_back_text, read_back_view
from placecheck.web.components import agreement_form, next_step, outcome_fields
from placecheck.workshop import Workshop

RUBRIC = find_rubric()
IDS = [indicator.id for indicator in RUBRIC.indicators()]
INDICATOR = RUBRIC.by_id[IDS[-1]]
MODELS = (
    Assessment,
    Place,
    Voice,
    Answer,
    Agreed,
    Outcome,
    Action,
    Cause,
    WrittenNote,
    SecondVote,
    OwnWords,
    RubricName,
)
WRITTEN = [f"{model.__name__}.{name}" for model in MODELS for name in written_texts(model)]
"""Every field that people write words in."""


CALLED = "Zqcalledx"
"""What the group calls a perspective."""


def word(field: str) -> str:
    """The one word that stands in a field of people's words, and nowhere else."""
    return f"Zq{WRITTEN.index(field):02}x"


SET: Mapping[str, Any] = {
    "Action.indicator": IDS[0],
    "WrittenNote.indicator": IDS[0],
    "SecondVote.indicator": IDS[0],
    "OwnWords.dimension": RUBRIC.dimensions[0].id,
    "Voice.perspective": RUBRIC.perspectives[0].id,
    "Assessment.date": datetime.date(2026, 5, 14),
    "Assessment.question_set": "starter",
}
"""What is put into a field that takes not just any value."""


def value(model: type[BaseModel], name: str, type_: Any) -> Any:
    """A value other than the default for a field that holds no other model."""
    field = f"{model.__name__}.{name}"
    if field in SET:
        return SET[field]
    if field in WRITTEN:
        return word(field)
    if get_origin(type_) is Literal:
        return get_args(type_)[-1]
    plain = get_args(type_)[0] if get_args(type_) else type_
    by_type = {int: 3, bool: True, datetime.date: datetime.date(2025, 5, 10)}
    if plain not in by_type:
        raise AssertionError(f"Say in SET what to put into {field}.")
    return by_type[plain]


def instances(model: type[BaseModel], **inside: Any) -> list[Any]:
    """As few values of `model` as fill each of its fields once; `inside` are those that hold other models."""
    values = inside | {n: value(model, n, type_) for n, type_ in field_types(model).items() if n not in inside}
    made: list[Any] = []
    for left in values:
        if not any(left in instance.model_fields_set for instance in made):
            made.append(next(_with(model, values, left)))
    return made


def _with(model: type[BaseModel], values: Mapping[str, Any], wanted: str) -> Iterator[Any]:
    """Yield values of `model` with the field `wanted` and as many others as go with it."""
    others = [name for name in values if name != wanted]
    for count in range(len(others) + 1):
        for dropped in itertools.combinations(others, count):
            with suppress(ValidationError):
                yield model.model_validate({name: values[name] for name in values if name not in dropped})


def is_plain(type_: Any) -> bool:
    """Whether a field of this type holds one value, and neither a model nor several."""
    plain = get_args(type_)[0] if get_args(type_) and get_origin(type_) is not Literal else type_
    return get_origin(type_) is Literal or plain in (int, bool, str, datetime.date)


@cache
def whole() -> Assessment:
    """An assessment in which no field of any model has its default."""
    own_id = "own-benches"
    own = INDICATOR.model_copy(update={"id": own_id, "name": "Benches"})
    (outcome,), (cause,), (note,) = instances(Outcome), instances(Cause), instances(WrittenNote)
    own_words = {own_id: instances(OwnWords, words=own)[0]}
    answers = instances(Answer)
    filled = dict(zip(IDS, answers, strict=False))
    voices = [
        instances(Voice, id=f"v{n}", answers={**filled} if n == 1 else {IDS[0]: Answer(level=2)})[0]
        for n in range(1, 13)
    ]
    votes = instances(SecondVote, answers={f"v{n}": answer for n, answer in enumerate(answers, start=1)})
    inside = {
        "rubric": RubricName(id=RUBRIC.id, edition=RUBRIC.edition),
        "place": instances(Place)[0],
        "asked": tuple(id_ for id_ in customised(RUBRIC, own_words).by_id if id_ in (*IDS[:12], own_id)),
        "offered_perspectives": tuple(perspective.id for perspective in RUBRIC.perspectives[:2]),
        "perspective_names": {RUBRIC.perspectives[0].id: CALLED},
        "voices": tuple(voices),
        "agreed": dict(zip(IDS, instances(Agreed), strict=False)),
        "own_words": own_words,
        "actions": tuple(instances(Action, outcome=outcome)),
        "causes": {IDS[0]: cause},
        "notes": (note,),
        "second_votes": tuple(votes),
    }
    return instances(Assessment, **inside)[0]


def asked() -> Rubric:
    """The rubric as this group asks it."""
    return as_asked(RUBRIC, whole())


def everything(holder: Any) -> Iterator[BaseModel]:
    """Yield every model in `holder`, itself first."""
    if isinstance(holder, BaseModel):
        yield holder
        holder = [getattr(holder, name) for name in type(holder).model_fields]
    elif isinstance(holder, Mapping):
        holder = list(holder.values())
    if isinstance(holder, list | tuple):
        for item in holder:
            yield from everything(item)


def test_the_assessment_that_is_sent_every_way_leaves_no_field_of_any_model_empty():
    filled = {
        f"{type(model).__name__}.{name}"
        for model in everything(whole())
        for name, field in type(model).model_fields.items()
        if field.is_required() or getattr(model, name) != field.get_default(call_default_factory=True)
    }
    fields = {f"{model.__name__}.{name}" for model in MODELS for name in model.model_fields}
    assert fields - filled == {"Assessment.placecheck"}  # the version of the format, of which there is one
    assert {type(model).__name__ for model in everything(whole())} >= {model.__name__ for model in MODELS}


@pytest.mark.parametrize("ending", [".yaml", ".json", ".csv", ".xlsx", ".zip"])
def test_a_file_carries_every_field_there_and_back(ending):
    ((_, again),) = accept(plan_import((f"whole{ending}", export_file([(asked(), whole())], ending))))
    assert again == whole()


def test_the_tables_carry_every_field_and_so_does_a_backup(tmp_path):
    store = open_store(tmp_path / "here")
    id_ = store.add_assessment(asked(), whole())
    assert store.assessment(id_) == whole()
    store.back_up(tmp_path / "backup.zip")
    other = open_store(tmp_path / "there")
    other.restore(tmp_path / "backup.zip", tmp_path / "kept")
    assert other.assessment(id_) == whole()
    for closing in (store, other):
        closing.close()


CHANGES: Mapping[type[BaseModel], Callable[..., Any]] = {
    Answer: lambda store, id_, answer: store.save_answer(id_, "v1", IDS[0], answer, "test"),
    Agreed: lambda store, id_, agreed: store.save_agreed(id_, IDS[0], agreed, "test"),
    Action: lambda store, id_, action: store.change_action(id_, next(iter(store.actions(id_))), action, "test"),
    OwnWords: lambda store, id_, own: store.save_own_words(id_, "own-benches", own, "test"),
    Cause: lambda store, id_, cause: store.save_cause(id_, IDS[0], cause, "test"),
}


def test_undoing_a_change_brings_every_field_back_as_it_was(tmp_path):
    store = open_store(tmp_path)
    id_ = store.add_assessment(asked(), whole())
    others = {
        Answer: Answer(level=0),
        Agreed: Agreed(level=0),
        Action: Action(what="something else"),
        OwnWords: OwnWords(
            change="added", dimension=RUBRIC.dimensions[1].id, words=whole().own_words["own-benches"].words
        ),
        Cause: Cause(because="something else"),
    }
    assert set(CHANGES) == set(others)
    for model, change in CHANGES.items():
        change(store, id_, others[model])
        assert store.assessment(id_) != whole(), model
        store.undo(id_, "test")
        assert store.assessment(id_) == whole(), model
    store.close()


def printed_pdf() -> str:
    pdf = summary_pdf(asked(), catalogue(), whole())
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def printed_docx() -> str:
    return " ".join(
        node.text or "" for node in Document(BytesIO(summary_docx(asked(), catalogue(), whole()))).element.iter()
    )


def read_back() -> str:
    view = read_back_view(asked(), whole(), score(asked(), whole()), Workshop())
    return read_back_text(view.fingerprint, view)


@cache
def catalogue():
    return load_catalogue(resource_folder("rubrics") / RUBRIC.id)


WAYS: Mapping[str, Callable[[], str]] = {
    "summary as HTML": lambda: html.unescape(summary_html(asked(), catalogue(), whole())),
    "summary as PDF": printed_pdf,
    "summary as DOCX": printed_docx,
    "read back": read_back,
    "texts to tick": lambda: " ".join(text.text for text in find_texts(whole())),
    "published": lambda: html.unescape(
        published_html(published(asked(), whole(), [text.tick for text in find_texts(whole())]))
    ),
}

OUTCOME = "what became of a step is told on its own page and in a case, not in what looks ahead"
NOT_ALONE = "a workshop's page holds what the group said together, not what one person said"
LEFT_OUT: Mapping[str, Mapping[str, str]] = {
    "read back": {
        **dict.fromkeys(("Outcome.seen", "Outcome.when", "Outcome.because"), OUTCOME),
        **dict.fromkeys((f"Answer.{name}" for name in written_texts(Answer)), NOT_ALONE),
        **dict.fromkeys(("Place.name", "Place.nation", "Place.context"), "the page has the place's name as its title"),
        "Place.boundary": "the workshop has its own, which it asked for at the beginning",
        "WrittenNote.text": "the workshop that is read back has its own notes",
        "Cause.because": "an earlier assessment is looked back to before or after the workshop",
        "OwnWords.because": "why a question was changed was settled before the workshop",
    },
    "texts to tick": {
        **dict.fromkeys(("Outcome.seen", "Outcome.when", "Outcome.because"), f"never published: {OUTCOME}"),
        **dict.fromkeys(("Place.name", "Place.nation"), "which place it is needs no leave"),
        "WrittenNote.text": "the scribe's notes are never published",
        "OwnWords.because": "why a question was changed is never published",
    },
    "published": {
        **dict.fromkeys(("Outcome.seen", "Outcome.when", "Outcome.because"), OUTCOME),
        "WrittenNote.text": "nobody agreed to publish the scribe's notes",
        "OwnWords.because": "the question in the group's words speaks for itself",
    },
}
"""By way out: the fields that it does not carry, each with the reason."""


@pytest.mark.parametrize("way", WAYS)
def test_what_people_wrote_is_carried_or_named_as_left_out_with_a_reason(way):
    text = WAYS[way]()
    missing = sorted(field for field in WRITTEN if word(field) not in text)
    assert missing == sorted(LEFT_OUT.get(way, ())), f"carry each to the {way}, or say in LEFT_OUT why not"


@pytest.mark.parametrize("way", WAYS)
def test_what_the_group_calls_a_perspective_is_carried_wherever_people_are_counted(way):
    assert (CALLED in WAYS[way]()) == (way != "read back")  # which counts nobody by where they speak from


def test_the_words_for_a_perspective_are_published_once_somebody_read_them_and_else_the_rubrics_stand():
    unread = [text.tick for text in find_texts(whole()) if CALLED not in text.text]
    (spoke,) = published(asked(), whole(), unread).spoke
    assert (spoke.perspective, spoke.name) == (RUBRIC.perspectives[0].id, RUBRIC.perspectives[0].name)


CHOSEN = [
    (model, name)
    for model in MODELS
    for name, field in model.model_fields.items()
    if f"{model.__name__}.{name}" not in WRITTEN and not field.is_required() and is_plain(field_types(model)[name])
]
"""Fields that hold a choice, a number or a day."""


def without(holder: Any, model: type[BaseModel], name: str) -> Any:
    """`holder` with the default in the field `name` of every `model` in it."""
    if isinstance(holder, BaseModel):
        changed = {key: without(getattr(holder, key), model, name) for key in type(holder).model_fields}
        if type(holder) is model:
            changed[name] = model.model_fields[name].get_default(call_default_factory=True)
        return holder.model_copy(update=changed)
    if isinstance(holder, Mapping):
        return {key: without(item, model, name) for key, item in holder.items()}
    return tuple(without(item, model, name) for item in holder) if isinstance(holder, tuple) else holder


NOT_PRINTED = {
    "Assessment.placecheck": "the version of the file's format",
    "Assessment.question_set": "the set has no meaning where the group chose its questions",
    "Voice.paper": "how an answer was given says nothing about the place",
    "OwnWords.dimension": "the question stands under its dimension",
}


@pytest.mark.parametrize(("model", "name"), CHOSEN, ids=lambda part: getattr(part, "__name__", part))
def test_what_was_chosen_shows_in_the_summary_or_is_named_as_left_out_with_a_reason(model, name):
    changed = without(whole(), model, name)
    is_shown = summary_html(asked(), catalogue(), changed) != summary_html(asked(), catalogue(), whole())
    assert is_shown != (f"{model.__name__}.{name}" in NOT_PRINTED), "print it, or say in NOT_PRINTED why not"


@pytest.mark.parametrize("answer", [*instances(Answer), Answer(story="words", sure="very")], ids=repr)
def test_an_answer_that_is_keyed_or_corrected_keeps_what_the_form_has_no_place_for(answer):
    assert keying.parse_row(keying.keys_for(answer), RUBRIC.steps, answer) == answer


@pytest.mark.parametrize("agreed", instances(Agreed), ids=repr)
def test_the_form_of_what_was_agreed_gives_back_what_it_was_given(agreed):
    assert agreement_form.as_fields(agreed).agreed(agreed) == agreed


def in_agreement_form() -> set[str]:
    """The fields of what was agreed that the page's form shows: it holds something else without them."""
    return {
        name
        for agreed in instances(Agreed)
        for name in agreed.model_fields_set
        if agreement_form.as_fields(agreed) != agreement_form.as_fields(agreed.model_copy(update={name: None}))
    }


def in_answer_form(parts: set[str]) -> set[str]:
    """The fields of an answer that a form with these parts shows; one choice is of a level or a no-answer."""
    return parts - {"choice"} | ({"level", "no_answer"} if "choice" in parts else set())


def on_phones() -> set[str]:
    """The fields of an answer that the form on phones has."""
    form = (Path(phone.__file__).parent / "template/question.html").read_text(encoding="utf-8")
    return set(re.findall(r'name="(\w+)"', form)) | set(re.findall(r'radio\("(\w+)"', form))


FORMS: Mapping[str, tuple[type[BaseModel], Callable[[], set[str]]]] = {
    "a next step on its page": (Action, lambda: {*next_step.FIELDS}),
    "what became of a step": (Outcome, lambda: {*outcome_fields.FIELDS}),
    "what was agreed": (Agreed, in_agreement_form),
    "an answer on its page": (Answer, lambda: in_answer_form({*get_args(Part)})),
    "an answer on phones": (Answer, on_phones),
    "an answer that is keyed in": (Answer, lambda: {*keying.FIELDS} - {"typed"} | {"level", "no_answer", "sure"}),
}
ELSEWHERE = {"Action.outcome": "what became of a step has a form of its own"}


@pytest.mark.parametrize("form", FORMS)
def test_every_field_can_be_filled_in_or_is_named_as_having_no_place_in_the_form(form):
    model, shown = FORMS[form]
    elsewhere = [field.partition(".")[2] for field in ELSEWHERE if field.startswith(f"{model.__name__}.")]
    missing = sorted(set(model.model_fields) - shown())
    assert missing == elsewhere, f"give it a place in the form of {form}, or say in ELSEWHERE where it is filled in"
