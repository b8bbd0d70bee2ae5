"""A workshop: a live assessment that people join from their phones, as a frozen value derived from its events.

How the facilitator's page uses it, through the store alone:

    id_ = store.begin_assessment(place_id, rubric, question_set="starter", date=today, together=False)
    made = store.create_workshop(id_)                    # made.id, and made.code for the big screen
    store.agree_place(made.id, boundary, period)         # which place, which months
    store.open_vote(made.id, [indicator, ...])           # then close_vote(made.id), reveal(made.id, number)
    store.reopen_vote(made.id, number)                   # for those who were not done; not after the reveal
    store.hold_back(made.id, indicator)                  # release shows it, withdraw discards it for good
    store.vote_again(made.id, indicator)                 # a second vote: close and reveal it, or cancel_second_vote
    store.set_timer(made.id, ends_at)                    # an aware moment, or None
    store.add_note(made.id, words, about=indicator)      # the scribe's; about="" for the whole; strike_note
    store.set_discussion_order(made.id, "dont_know")     # or "spread"
    store.set_discussion_topic(made.id, indicator)       # what the room discusses, and the big screen shows
    store.show_on_screen(made.id, "code")                # or "overview", "steps" and others; "now" leads back
    store.choose_story(made.id, fingerprint, chosen=True)  # then show_story shows it large
    store.ask_matters(made.id, asks, levels)             # who should decide what; close_matters, reveal_matters
    store.end_workshop(made.id)                          # the join code lets nobody in from then on

`store.workshop(id)` returns its state, a `Workshop`. Poll it on a timer and redraw when it changes; its `version`
changes with what phones show. `store.progress(id)` counts who takes part and who answered, and never reads a level.
What may be seen is decided here (`shown_indicators`, `hidden_indicators`): `store.revealed_answers(id)` returns nothing
else, and `views.workshop.revealed_answers` puts it into the order of discussion.

`store.save_agreed(assessment_id, ...)` saves what the group agrees, `store.add_action` its next steps. For paper there
are `store.add_voice(assessment_id, paper=True)` and `store.save_answer`: paper counts as phones do, even late paper.
A command that is not possible now raises `NotNowError`, whose message can be shown as it is.

`storage.rehearsal.rehearse(store, place_id, rubric)` makes a workshop with made-up voices, at a place of its own that
`end_rehearsal(store, workshop_id)` deletes; call `let_them_answer` after each `open_vote` or `vote_again`.

Access is decided elsewhere: a store belongs to one group, and whoever has access to the group may see all of it.
"""

from placecheck.workshop.events import Event
from placecheck.workshop.facilitator_commands import NotNowError
from placecheck.workshop.model import DiscussionOrder, Scene, ScribeNote, Vote, Workshop
from placecheck.workshop.visibility import current_vote_on, hidden_indicators, shown_indicators, unrevealed_indicators

__all__ = [
    "DiscussionOrder",
    "Event",
    "NotNowError",
    "Scene",
    "ScribeNote",
    "Vote",
    "Workshop",
    "current_vote_on",
    "hidden_indicators",
    "shown_indicators",
    "unrevealed_indicators",
]
