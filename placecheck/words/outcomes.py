"""What is said of what became of it: decisions and next steps, and how long they are silent."""

from placecheck.words import N_, NN_

TITLE = N_("What became of it")
OPENING = N_("We said: what became of it")
OPENING_INTRO = N_("This comes before the next questions, so that everyone has heard what came of the last ones.")
TO_QUESTIONS = N_("Go on to the questions")
INTRO = N_(
    "What was asked, what people said, what was decided, and what was seen of it. Promised and seen are kept apart."
)
NOTHING = N_("No decision and no next step is written down yet.")
SILENT = NN_("silent for {n} day", "silent for {n} days")
HEARD_TODAY = N_("heard of today")
SILENT_UNKNOWN = N_("nobody has said since when")
WAITING = N_("Waiting for news")
SETTLED = N_("Settled")
ASKED = N_("Asked")
COULD_CHANGE = N_("What it could change")
SAID = N_("People said")
DECIDED = N_("Decided")
NOT_DECIDED = N_("Nothing is decided yet.")
EFFECT = N_("What their words did")
EFFECTS = {
    "changed": N_("they changed the decision"),
    "helped": N_("they helped"),
    "set_aside": N_("they were set aside"),
}
BECAUSE = N_("Because")
PROMISED = N_("Promised")
SEEN = N_("Seen")
NOT_SEEN = N_("Nobody has seen anything of it yet.")
CLOSED = N_("Closed")
DECISION = N_("Decision")
NEXT_STEP = N_("Next step")
STATES = {
    "not_begun": N_("not begun"),
    "going": N_("going"),
    "done": N_("done"),
    "changed": N_("changed into something else"),
    "blocked": N_("blocked"),
    "let_go": N_("let go"),
}
WITH_DETAILS = N_("{what} ({details})")
BAND = NN_(
    "{n} thing that you decided or tried is waiting for news.",
    "{n} things that you decided or tried are waiting for news.",
)
BAND_LONGEST = NN_(
    "The longest has been silent for {n} day: {what}", "The longest has been silent for {n} days: {what}"
)
TAKE_PDF = N_("To print (PDF)")
CHANGE = N_("Change, or say what was seen")
CHANGE_STEP = N_("Change this in the next steps")
ADD_SEEN = N_("Add what was seen")
SLIPS = N_("Which slips speak to it?")
KEEP_SLIPS = N_("Keep these slips with it")
NOT_TAKEN = N_("This does not fit what somebody else kept in the meantime. What you wrote is still here.")

# What became of a next step
STEP_STATE = N_("What became of it?")
STEP_NOT_SAID = N_("nobody has said yet")
STEP_SEEN = N_("What has been seen of it?")
STEP_WHEN = N_("When was that? As you would say it: 31/01/2027, January 2027, last spring")
STEP_BECAUSE = N_("Why did it come to this?")

# On the phone of somebody who took part
TAKE_BACK = N_("Take this back")
TAKE_BACK_WHAT = N_(
    "This deletes it for good. Nobody can bring it back. What others wrote in words of their own stays, and the name "
    "of a group does too."
)
TAKE_BACK_YES = N_("Yes, delete it for good")
TAKEN_BACK = N_("It is taken back, and deleted.")
NOT_TAKEN_BACK = N_("It is not here any more. Nothing else was deleted.")

# What became of one slip, for the person who told it
ON_PILE = N_("It is on the pile. Nobody has sorted it yet.")
SLIP_LEFT_OUT = N_("It is not on the agenda, because: {why}")
SLIP_HERE = N_("It is among what is here, as a card: {words}")
SLIP_STORY = N_("It is shown as a story with a question.")
LABELLED = N_("{label}: {text}")
ON_AGENDA = N_("It is on the agenda, under “{words}”.")
SLIP_ASKED = N_("It speaks to a question that is still open: {words}.")
SLIP_DECIDED = N_("It speaks to a decision: {words}. Decided: {what}")
