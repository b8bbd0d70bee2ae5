"""Every kind of question of a guide is asked on the page, answered, written out and printed to be filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, get_args

import pytest

from placecheck.guides import check
from placecheck.guides.model import Guide, GuideQuestion, QuestionKind
from placecheck.guides.replies import HIGH, LOW, SAYS, WHERE, Replies, reply_part_id
from placecheck.guides.write import reply_in_words
from placecheck.views.guides.printed import LINE, blank_sections
from placecheck.web.components.guide_step import ASKED_AS
from placecheck.words import guides as w
from placecheck.words import say


class Example(NamedTuple):
    """What a question of a kind has besides, a reply to it, and that reply as people read it."""

    has: Mapping[str, Any]
    replies: Replies
    words: str


CHOICES = {"choices": [{"id": "now", "name": "Now"}, {"id": "later", "name": "Later"}]}
COLUMNS = {"columns": [{"id": "who", "name": "Who"}, {"id": "when", "name": "When"}]}
EXAMPLES: Mapping[str, Example] = {
    "words": Example({}, Replies({"asked": "By the pond."}), "By the pond."),
    "choice": Example(CHOICES, Replies({"asked": "later"}), "Later"),
    "several": Example(CHOICES, Replies({"asked": "now later"}), "Now, Later"),
    "stance": Example(
        {},
        Replies({"asked": "partly", reply_part_id("asked", SAYS): "We may.", reply_part_id("asked", WHERE): "Page 2"}),
        say(w.STANCES["partly"]),
    ),
    "table": Example(COLUMNS, Replies(tables={"asked": ({"who": "Sam", "when": "May"},)}), "Sam, May"),
    "cost": Example({}, Replies({reply_part_id("asked", LOW): "7", reply_part_id("asked", HIGH): "7"}), "7"),
}
"""A question of each kind, with a reply."""

KINDS = get_args(QuestionKind)
HELP = "In a few words."


def question(kind: str) -> GuideQuestion:
    return guide(kind).questions_by_id["asked"]


def guide(kind: str) -> Guide:
    """A guide that asks one question."""
    asked = {"id": "asked", "kind": kind, "name": "Asked", "ask": "What?", "help": HELP, **EXAMPLES[kind].has}
    return Guide.model_validate(
        {
            "id": "guide",
            "name": "Guide",
            "about": "About.",
            "minutes": 5,
            "ours": "Ours.",
            "steps": [{"id": "step", "name": "Step", "about": "About.", "questions": [asked]}],
            "outputs": [{"id": "page", "name": "Page", "parts": [{"text": "{asked}"}]}],
        }
    )


def test_every_kind_is_asked_on_the_page_and_has_an_example_here():
    assert set(ASKED_AS) == set(KINDS), "say in ASKED_AS of web/components/guide_step.py how each kind is asked"
    assert set(EXAMPLES) == set(KINDS), "add a question of each kind, with a reply, to EXAMPLES"


@pytest.mark.parametrize("kind", EXAMPLES)
def test_a_reply_counts_and_is_written_as_people_read_it(kind):
    example = EXAMPLES[kind]
    assert example.replies.has_reply(question(kind))
    assert not Replies().has_reply(question(kind))
    assert reply_in_words(question(kind), example.replies) == example.words
    assert reply_in_words(question(kind), Replies()) == ""


@pytest.mark.parametrize("kind", EXAMPLES)
def test_no_other_question_may_have_the_id_of_a_part_of_a_reply(kind):
    taken = {id_ for _, id_ in check._ids(guide(kind))}
    replies = EXAMPLES[kind].replies
    assert {*replies.texts, *replies.tables} <= taken, "name its parts in _ids of guides/check.py"


@pytest.mark.parametrize("kind", EXAMPLES)
def test_the_guide_to_fill_in_by_hand_has_room_for_a_reply(kind):
    (asked,) = blank_sections(guide(kind))[-1].entries
    printed = "\n".join((asked.text, *(f"{name} {room}" for name, room in asked.details)))
    assert HELP in printed
    to_tick = say(w.TO_TICK, choice="").strip()
    assert LINE[:12] in printed or to_tick in printed, "leave room for it in views/guides/printed.py"
