"""What the room sees, and in which order it is talked about."""

from __future__ import annotations

from placecheck.storage import RevealedAnswers
from placecheck.views.workshop.revealed_answers import revealed_view
from placecheck.views.workshop.workshop_progress import tally_words
from placecheck.workshop import Vote, Workshop
from placecheck.workshop.model import ScribeNote


def test_a_thing_is_shown_with_its_first_vote_and_its_second_beside_it(rubric, three, levels):
    asks = (three[0],)
    votes = (Vote(number=1, asks=asks, state="revealed"), Vote(number=2, asks=asks, is_second=True, state="revealed"))
    workshop = Workshop(votes=votes, notes=(ScribeNote(about=three[0], words="talked long"),))
    room = RevealedAnswers({three[0]: levels(0, 4, -1, None)}, {2: levels(2, -1)}, {2: 4})
    (thing,) = revealed_view(rubric, workshop, room)
    assert thing.notes == ("talked long",)
    assert [(one.number, one.is_second, one.voices, one.answered, one.dont_know) for one in thing.tallies] == [
        (1, False, 4, 2, 1),
        (2, True, 2, 1, 1),
    ]
    assert tally_words(thing.tallies[1]) == "2 of 4 voted · 1 of 2 gave a level · 1 does not know"
    assert [n for _, n in thing.tallies[0].answers.levels] == [1, 0, 0, 0, 1]
