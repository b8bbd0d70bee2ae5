"""The store against a dictionary: saved, undone, brought back, erased, sent through a file, in any order."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from placecheck.assessment import Action, Agreed, Answer, Place, as_json, as_yaml, read_assessment
from placecheck.assessment.model import ANSWER_TEXTS
from placecheck.source.text import UNWANTED

stories = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=60).filter(
    lambda text: not UNWANTED.search(text)
)
optional_stories = st.none() | stories
answers = st.one_of(
    st.builds(Answer, level=st.integers(0, 4), **dict.fromkeys(ANSWER_TEXTS, optional_stories)),
    st.builds(Answer, no_answer=st.sampled_from(["dont_know", "not_here", "rather_not_say"]), story=optional_stories),
    st.builds(Answer, story=stories, seen=optional_stories, sure=st.sampled_from(["not_very", "fairly", "very"])),
)
agreements = st.one_of(
    st.builds(Agreed, level=st.integers(0, 4), because=optional_stories),
    st.builds(Agreed, not_agreed=stories, minority=optional_stories),
)
actions = st.builds(Action, what=stories, first_step=optional_stories)
few = st.integers(0, 3)


class Machine(RuleBasedStateMachine):
    """`stands` is what should stand, by kind and key; `done` each change that an undo may take back, oldest first."""

    def __init__(self, store, rubric, folder: Path) -> None:
        super().__init__()
        self.store, self.rubric, self.folder = store, rubric, folder
        self.asked = list(rubric.by_id)
        self.stands: dict[tuple, object] = {}
        self.done: list[tuple[tuple, object]] = []
        self.seen: dict[int, tuple[tuple, object]] = {}
        self.voices: list[str] = []

    @initialize(together=st.booleans())
    def begin(self, together):
        place = self.store.add_place(Place(name="Ore Valley"))
        self.id = self.store.begin_assessment(place, self.rubric, question_set="full", date=None, together=together)
        self.voices = ["v1"] if together else []

    def changed(self, key: tuple, value: object, sequence: int) -> None:
        before = self.stands.get(key)
        if before != value:
            self.done.append((key, before))
            self.seen[sequence] = (key, value)
        self.put(key, value)

    def put(self, key: tuple, value: object) -> None:
        self.stands[key] = value
        if value is None:
            del self.stands[key]

    @rule()
    def add_voice(self):
        self.voices.append(self.store.add_voice(self.id))

    @precondition(lambda self: self.voices)
    @rule(voice=few, indicator=few, answer=st.none() | answers)
    def answer(self, voice, indicator, answer):
        who, what = self.voices[voice % len(self.voices)], self.asked[indicator]
        saved = self.store.save_answer(self.id, who, what, answer, "a test")
        self.changed(("answer", who, what), answer, saved.sequence)

    @rule(indicator=few, agreed=st.none() | agreements)
    def agree(self, indicator, agreed):
        saved = self.store.save_agreed(self.id, self.asked[indicator], agreed, "a test")
        self.changed(("agreed", self.asked[indicator]), agreed, saved.sequence)

    @rule(action=actions)
    def act(self, action):
        id_ = self.store.add_action(self.id, action, "a test")
        self.changed(("action", id_), action, id_)

    @precondition(lambda self: any(key[0] == "action" for key in self.stands))
    @rule(which=few, action=st.none() | actions)
    def act_otherwise(self, which, action):
        ids = [key[1] for key in self.stands if key[0] == "action"]
        id_ = ids[which % len(ids)]
        change = self.store.change_action if action else lambda *given: self.store.remove_action(*given[:2], given[3])
        saved = change(self.id, id_, action, "a test")
        self.changed(("action", id_), action, saved.sequence)

    @rule(voice=st.none() | few)
    def undo(self, voice):
        who = self.voices[voice % len(self.voices)] if voice is not None and self.voices else None
        mine = [index for index, (key, _) in enumerate(self.done) if who is None or key[0] != "answer" or key[1] == who]
        undone = self.store.undo(self.id, "a test", None if who is None else [who])
        assert (undone is None) == (not mine)
        if mine:
            self.put(*self.done.pop(mine[-1]))

    @precondition(lambda self: self.seen)
    @rule(which=st.integers(0, 30))
    def bring_back(self, which):
        sequence = sorted(self.seen)[which % len(self.seen)]
        saved = self.store.bring_back(self.id, sequence, "a test")
        self.changed(*self.seen[sequence], saved.sequence)

    @precondition(lambda self: len(self.voices) > 1)
    @rule(voice=few)
    def erase(self, voice):
        who = self.voices.pop(voice % len(self.voices))
        self.store.erase_voice(self.id, who)
        gone = ("answer", who)
        self.stands = {key: value for key, value in self.stands.items() if key[:2] != gone}
        self.done = [(key, before) for key, before in self.done if key[:2] != gone]
        self.seen = {number: change for number, change in self.seen.items() if change[0][:2] != gone}

    @rule(written=st.sampled_from([(as_yaml, "file.yaml"), (as_json, "file.json")]))
    def send_through_a_file(self, written):
        write, name = written
        kept = self.store.assessment(self.id)
        path = self.folder / name
        path.write_text(write(kept), encoding="utf-8", newline="")
        again = self.store.assessment(self.store.add_assessment(*read_assessment(path, self.store.find_rubric)))
        assert again == kept
        assert write(again) == write(kept)

    @invariant()
    def the_same_stands(self):
        kept = self.store.assessment(self.id)
        found = {("answer", voice.id, id_): answer for voice in kept.voices for id_, answer in voice.answers.items()}
        found |= {("agreed", id_): agreed for id_, agreed in kept.agreed.items()}
        found |= {("action", id_): action for id_, action in self.store.actions(self.id).items()}
        assert found == self.stands
        spoke = {key[1] for key in self.stands if key[0] == "answer"}
        assert [voice.id for voice in kept.voices] == [id_ for id_ in self.voices if id_ in spoke]
        assert [voice.id for voice in self.store.present_voices(self.id)] == self.voices
        summary = self.store.assessment_summary(self.id)
        given = [value for key, value in self.stands.items() if key[0] == "answer" and value.is_given]
        assert (summary.voices, summary.answered) == (len(spoke), len(given))


@pytest.mark.timeout(600)
@pytest.mark.hypothesis
def test_the_store_does_what_a_dictionary_would(store, rubric, tmp_path, lives):
    run_state_machine_as_test(
        lambda: Machine(store, rubric, tmp_path),
        settings=settings(
            max_examples=lives, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
