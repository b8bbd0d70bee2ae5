"""A workshop: a live assessment that people join from their phones, as one frozen value that events lead on from.

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
    store.talk_by(made.id, "dont_know")                  # or "spread"
    store.talk_of(made.id, indicator)                    # what the big screen shows, wherever that was chosen
    store.show_on_screen(made.id, "code")                # or "overview", "steps" and others; "now" leads back
    store.choose_story(made.id, fingerprint, chosen=True)  # then show_story shows it large
    store.ask_matters(made.id, asks, levels)             # who should decide what; close_matters, reveal_matters
    store.end_workshop(made.id)                          # the join code lets nobody in from then on

`store.workshop(id)` is where it stands: a `Workshop`. Ask for it on a timer and draw again when it changes; `turns`
changes with what phones show. `store.progress(id)` counts who takes part and who answered, and never says a level.
What may be seen is decided here (`shown_indicators`, `hidden`): `store.room(id)` holds nothing else;
`views.workshop.revealed_answers` makes it ready, in talking order.

What the group agrees is kept by `store.save_agreed(assessment_id, ...)`, actions by `store.add_action`, paper by
`store.add_voice(assessment_id, paper=True)` and `store.save_answer`: paper counts as phones do, and can come late.
A command that does not fit just now raises `NotNowError`, whose words can be shown as they are.

`storage.rehearsal.rehearse(store, place_id, rubric)` makes a workshop with made-up voices, at a place of its own that
`end_rehearsal(store, workshop_id)` takes away again; after each `open_vote` or `vote_again`, `let_them_answer`.

Who may see whose is settled before: a store is one group's, and whoever is let in to the group may see all of it.
"""

from placecheck.workshop.events import Event
from placecheck.workshop.facilitator_commands import NotNowError
from placecheck.workshop.model import ScribeNote, Shows, TalkBy, Vote, Workshop
from placecheck.workshop.visibility import hidden, open_to, pending, shown_indicators

__all__ = [
    "Event",
    "NotNowError",
    "ScribeNote",
    "Shows",
    "TalkBy",
    "Vote",
    "Workshop",
    "hidden",
    "open_to",
    "pending",
    "shown_indicators",
]
