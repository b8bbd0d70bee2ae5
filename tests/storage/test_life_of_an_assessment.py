"""The life of an assessment: people come, answer, leave; questions change; a workshop opens, shows, holds back, ends.

After every step nothing that was confirmed is lost, no number counts who said nothing, and nothing hidden is anywhere.
"""

from __future__ import annotations

from collections import deque
from functools import partial

import pytest
from hypothesis import HealthCheck, settings, stateful
from hypothesis import strategies as st

from placecheck.assessment import Answer, Place, as_yaml
from placecheck.assessment.asked import asked_ids
from placecheck.assessment.customisation import OwnWords
from placecheck.assessment.file import parse_assessment
from placecheck.assessment.redaction import without_hidden_indicators, without_questions
from placecheck.scoring import score
from placecheck.source import parsed
from placecheck.storage import open_store
from placecheck.storage.rehearsal import end_rehearsal, let_them_answer, rehearse
from placecheck.workshop.facilitator_commands import NotNowError
from placecheck.workshop.visibility import current_vote_on, shown_indicators, unrevealed_indicators

ANSWERS = st.one_of(
    st.builds(Answer, level=st.integers(0, 4)),
    st.builds(Answer, no_answer=st.sampled_from(["dont_know", "rather_not_say"])),
    st.just(Answer(story="We met there.")),
    st.just(Answer(sure="fairly")),
    st.none(),
)
FEW = st.integers(0, 5)
MANY = st.lists(FEW, min_size=1, max_size=4, unique=True)


class Life(stateful.RuleBasedStateMachine):
    """`said` is what was confirmed, by voice and indicator; `phones` the personal code of each voice that has one.

    `cast` is what was confirmed in second votes, by vote and voice; `spoke` from where each voice speaks, `offers` the
    perspectives that are offered and what they are called, `gone` what was let go for good. Two windows look at one
    store: whatever one of them does, the other knows.
    """

    def __init__(self, windows, rubric, reopened) -> None:
        super().__init__()
        self.windows, self.rubric, self.reopened = windows, rubric, reopened
        self.spoke: dict[str, str | None] = {}
        self.offers: tuple[tuple[str, ...], dict[str, str]] = ((), {})
        self.gone: set[str] = set()
        self.cast: dict[tuple[int, str], Answer] = {}
        starters = [one.id for one in rubric.indicators() if one.starter][:3]
        others = [one.id for one in rubric.indicators() if not one.starter][:3]
        self.ids = [*starters, *others]
        self.said: dict[tuple[str, str], Answer] = {}
        self.people: list[str] = []
        self.out: set[str] = set()
        self.phones: dict[str, str] = {}

    @stateful.initialize(question_set=st.sampled_from(["starter", "full"]), asked=st.none() | MANY)
    def begin(self, question_set, asked):
        place = self.store.add_place(Place(name="Ore Valley"))
        chosen = [self.ids[at] for at in asked or ()]
        self.id = self.store.begin_assessment(
            place, self.rubric, question_set=question_set, date=None, together=False, asked=chosen
        )
        self.made = self.store.create_workshop(self.id)

    @property
    def store(self):
        """The windows by turns."""
        self.windows.rotate()
        return self.windows[0]

    @property
    def workshop(self):
        return self.store.workshop(self.made.id)

    def one_of(self, people, at):
        return sorted(people)[at % len(people)]

    # People come, answer, leave and are taken out

    @stateful.rule(perspective=st.sampled_from([None, "resident", "councillor"]))
    def come(self, perspective):
        self.people.append(self.store.add_voice(self.id, perspective, by="test"))
        self.spoke[self.people[-1]] = perspective

    @stateful.precondition(lambda self: not self.workshop.ended)
    @stateful.rule()
    def join(self):
        if self.workshop.joining_closed:
            with pytest.raises(NotNowError):
                self.store.join(self.made.code)
            return
        joined = self.store.join(self.made.code)
        self.people.append(joined.voice_id)
        self.phones[joined.voice_id] = joined.code

    @stateful.precondition(lambda self: set(self.people) - self.out)
    @stateful.rule(who=FEW, what=FEW, answer=ANSWERS)
    def answer(self, who, what, answer):
        voice, indicator = self.one_of(set(self.people) - self.out, who), self.ids[what]
        if voice in self.phones:
            if not (vote := current_vote_on(self.workshop, indicator)):
                return
            self.store.save_own_answer(self.phones[voice], indicator, answer)
            if vote.is_second:
                self.voted(vote.number, voice, answer)
                return
        else:
            self.store.save_answer(self.id, voice, indicator, answer, "test")
        self.said.pop((voice, indicator), None)
        if answer is not None:
            self.said[voice, indicator] = answer

    def voted(self, number, voice, answer):
        self.cast.pop((number, voice), None)
        if answer is not None:
            self.cast[number, voice] = answer

    @stateful.precondition(lambda self: self.going and set(self.people) - self.out - set(self.phones))
    @stateful.rule(who=FEW, answer=ANSWERS)
    def vote_again_on_paper(self, who, answer):
        voice = self.one_of(set(self.people) - self.out - set(self.phones), who)
        self.store.save_ballots(self.id, voice, {max(self.going): answer}, "test")
        self.voted(max(self.going), voice, answer)

    @stateful.precondition(lambda self: self.workshop.last_vote and self.workshop.last_vote.is_second)
    @stateful.rule(cancelled=st.booleans())
    def see_or_cancel_a_second_vote(self, cancelled):
        if cancelled:
            self.moved(lambda: self.store.cancel_second_vote(self.made.id))
            return
        self.moved(lambda: self.store.close_vote(self.made.id))
        self.moved(lambda: self.store.reveal(self.made.id, self.workshop.last_vote.number))

    @property
    def going(self):
        """The second votes that were not cancelled."""
        return {vote.number for vote in self.workshop.votes if vote.is_second and vote.state != "cancelled"}

    @stateful.precondition(lambda self: set(self.people) - self.out)
    @stateful.rule(who=FEW)
    def take_out(self, who):
        voice = self.one_of(set(self.people) - self.out, who)
        self.store.remove_voice(self.id, voice, "test")
        self.out.add(voice)

    @stateful.precondition(lambda self: self.out)
    @stateful.rule(who=FEW)
    def let_back(self, who):
        voice = self.one_of(self.out, who)
        self.store.return_voice(self.id, voice, "test")
        self.out.remove(voice)

    @stateful.precondition(lambda self: self.people)
    @stateful.rule(who=FEW)
    def erase(self, who):
        voice = self.one_of(self.people, who)
        self.store.erase_voice(self.id, voice)
        self.people.remove(voice)
        self.out.discard(voice)
        self.phones.pop(voice, None)
        self.said = {key: answer for key, answer in self.said.items() if key[0] != voice}
        self.cast = {key: answer for key, answer in self.cast.items() if key[1] != voice}

    @stateful.precondition(lambda self: not self.workshop.ended)
    @stateful.rule(is_open=st.booleans())
    def open_or_close_joining(self, is_open):
        self.store.set_joining(self.made.id, is_open=is_open)

    # Questions and perspectives change

    @stateful.rule(offered=MANY, called=st.none() | st.sampled_from(["Lives here", "One of us"]))
    def name_perspectives(self, offered, called):
        ids = [one.id for one in self.rubric.perspectives]
        names = {ids[0]: called} if called else {}
        self.store.save_perspectives(self.id, [ids[at] for at in offered], names, "test")
        self.offers = tuple(ids[at] for at in sorted(offered)), names

    @stateful.rule(what=MANY)
    def ask(self, what):
        self.store.save_asked(self.id, [self.ids[at] for at in what], "test")

    @stateful.rule(what=FEW, dropped=st.booleans())
    def drop_or_take_back(self, what, dropped):
        own = OwnWords(change="dropped", because="It is not ours to say.") if dropped else None
        self.store.save_own_words(self.id, self.ids[what], own, "test")

    # A workshop opens, shows, holds back, votes again, ends

    @stateful.precondition(
        lambda self: not (self.workshop.ended or self.workshop.open_vote or self.workshop.open_matters)
    )
    @stateful.rule(what=MANY)
    def open_vote(self, what):
        before = {id_ for vote in self.workshop.votes for id_ in vote.asks}
        known = self.store.asked_rubric(self.id).by_id
        asks = [self.ids[at] for at in what if self.ids[at] in known and self.ids[at] not in before]
        if self.moved(lambda: self.store.open_vote(self.made.id, asks)):
            assert set(asks) <= asked_ids(self.rubric, self.store.assessment(self.id)), "what is opened is asked"

    @stateful.precondition(lambda self: self.workshop.open_vote)
    @stateful.rule()
    def close_vote(self):
        self.moved(lambda: self.store.close_vote(self.made.id))

    @stateful.precondition(lambda self: unrevealed_indicators(self.workshop))
    @stateful.rule()
    def show_what_was_answered(self):
        self.moved(lambda: self.store.close_vote(self.made.id))
        for vote in self.workshop.votes:
            self.moved(lambda number=vote.number: self.store.reveal(self.made.id, number))

    @stateful.precondition(lambda self: shown_indicators(self.workshop))
    @stateful.rule(really=st.integers(0, 4))
    def end_workshop(self, really):
        if not really:
            self.moved(lambda: self.store.end_workshop(self.made.id))

    @stateful.precondition(lambda self: self.workshop.votes)
    @stateful.rule(move=st.sampled_from(["hold_back", "release", "withdraw", "vote_again"]), what=FEW)
    def keep(self, move, what):
        if self.moved(lambda: getattr(self.store, move)(self.made.id, self.ids[what])) and move == "withdraw":
            self.gone.add(self.ids[what])

    # The laptop is started again, and somebody rehearses beside

    @stateful.rule(really=st.integers(0, 5))
    def start_again(self, really):
        if not really:
            self.windows[0].close()
            self.windows[0] = self.reopened()

    @stateful.rule(really=st.integers(0, 5))
    def rehearse_and_end_it(self, really):
        if really:
            return
        before = [(place.id, len(place.assessments)) for place in self.store.places()]
        made = rehearse(self.store, Place(name="Ore Valley"), self.rubric, voices=2)
        self.store.open_vote(made.id, self.ids[:1])
        let_them_answer(self.store, made.id)
        end_rehearsal(self.store, made.id)
        assert [(place.id, len(place.assessments)) for place in self.store.places()] == before

    @staticmethod
    def moved(move):
        try:
            move()
        except NotNowError:
            return False
        return True

    # What holds after every step

    def stands(self):
        """What is confirmed of those who are in, for what is in the assessment's own rubric."""
        return {key: answer for key, answer in self.said.items() if key[0] not in self.out}

    def counted(self):
        return {voice for (voice, _), answer in self.stands().items() if answer.says_something}

    @stateful.invariant()
    def nothing_confirmed_is_lost(self):
        present = self.store.present_voices(self.id)
        found = {(voice.id, id_): answer for voice in present for id_, answer in voice.answers.items()}
        assert found == self.stands()
        assert {voice.id for voice in present} == set(self.people) - self.out

    @stateful.invariant()
    def no_number_counts_who_said_nothing(self):
        assessment, counted = self.store.assessment(self.id), self.counted()
        summary = self.store.assessment_summary(self.id)
        given = sum(answer.is_given for answer in self.stands().values())
        assert {voice.id for voice in assessment.voices} == counted
        assert (summary.voices, summary.answered) == (len(counted), given)
        result = score(self.store.asked_rubric(self.id), assessment)
        assert result.voices == len(counted)
        for one in result.indicators():
            none = one.no_answer
            assert sum(one.counts) == sum(key[1] == one.id and v.level is not None for key, v in self.stands().items())
            assert sum(one.counts) + none.gaps + none.not_here <= len(counted)
        assert {change.voice for change in self.store.history(self.id)} <= {None, *self.people}

    @stateful.rule()
    def leave_with_the_file(self):
        assessment = self.store.assessment(self.id)
        _, read = parse_assessment(parsed(as_yaml(assessment), "place.yaml"))
        assert read.voices == assessment.voices

    @stateful.invariant()
    def second_votes_are_whole_and_leave_the_first_alone(self):
        kept, room = self.store.second_votes(self.id), self.store.revealed_answers(self.made.id)
        assert set(kept.asks) == self.going
        ballots = {(number, voice): answer for voice, cast in kept.ballots.items() for number, answer in cast.items()}
        assert ballots == {key: answer for key, answer in self.cast.items() if key[0] in self.going}
        assert set(room.ballots) <= {vote.number for vote in self.workshop.votes if vote.state == "revealed"}
        for number, cast in room.ballots.items():
            there = {voice for vote, voice in self.cast if vote == number} - self.out
            assert len(cast) == len(there) <= room.eligible[number] <= len(self.counted() | there)

    @stateful.invariant()
    def people_go_on_speaking_from_where_they_said_whatever_it_is_called(self):
        assessment = self.store.assessment(self.id)
        assert (assessment.offered_perspectives, assessment.perspective_names) == self.offers
        for voice in assessment.voices:
            assert voice.perspective == self.spoke.get(voice.id)

    @stateful.invariant()
    def nothing_hidden_is_anywhere(self):
        room = self.store.revealed_answers(self.made.id)
        assert not self.gone & set(room.answers), "what was let go is never shown"
        assert set(room.answers) == set(shown_indicators(self.workshop))
        hidden = self.store.hidden_answers_in(self.id)
        if hidden and hidden.has_begun:
            assert not set(room.answers) & hidden.indicators
            whole = self.store.asked_rubric(self.id)
            kept = without_hidden_indicators(whole, self.store.assessment(self.id), hidden.indicators)
            rubric = without_questions(whole, hidden.indicators)
            assert not {one.id for one in score(rubric, kept).indicators()} & hidden.indicators
            assert not hidden.indicators & {id_ for voice in kept.voices for id_ in voice.answers}
            assert all(voice.says_something for voice in kept.voices)
        for answers in room.answers.values():
            assert len(answers) <= len(self.counted())


@pytest.mark.timeout(600)
@pytest.mark.hypothesis
@pytest.mark.usefixtures("store")
def test_an_assessment_says_only_what_is_so_all_its_life(where, clock, rubric, lives):
    opened = partial(open_store, where, clock=clock)
    windows = deque([opened(), opened()])
    stateful.run_state_machine_as_test(
        lambda: Life(windows, rubric, opened),
        settings=settings(
            max_examples=max(2, lives // 2),
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    for window in windows:
        window.close()
