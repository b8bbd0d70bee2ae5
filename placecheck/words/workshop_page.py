"""What the facilitator's page of a workshop says, and the big screen."""

from placecheck.words import N_, NN_

WORKSHOP = N_("Workshop")
HOLD = N_("Hold a workshop")
HOLD_AT = N_("Hold a workshop: {name}")
INTRO = N_(
    "Each person answers for themselves, on a phone or on paper. Then you look together at what was "
    "said, talk, and decide what to try."
)

# Where nothing may be seen yet
ANSWERS_HIDDEN = N_("Its answers are hidden from everyone until the workshop shows them.")
WHY_HIDDEN = N_("So nobody is led by what others said, and no file is incomplete.")
SHOW_FIRST = N_("Show them in the workshop first, or let the workshop end with them held back.")
TO_WORKSHOP = N_("To the workshop: {name}")
NOT_THERE = N_("This workshop is not here. It may have been deleted.")

# Making one
MAKE = N_("Make a workshop")
WHICH_PLACE = N_("Which place?")
NEW_PLACE = N_("A new place")
PLACE_NAME = N_("What is the new place called?")
NAME_MISSING = N_("Please write what the place is called.")
BOUNDARY = N_("Where does it begin and end? The room can still change this")
PERIOD = N_("Which months are meant? For example: the last twelve months")
DELETE_ON = N_("On which day is all of it deleted? Leave this empty to keep it until you delete it")
REHEARSE = N_("Rehearse with made-up people")
REHEARSE_WHAT = N_("Try everything out first, with twelve people who are made up. Nothing of it is kept.")
SOMEWHERE = N_("Somewhere")
YOURS = N_("Your workshops")
GO_ON = N_("{name}, {when}: {state}")
STATES = {
    "before": N_("not begun"),
    "open": N_("a question round is open"),
    "closed": N_("a question round is closed, not shown yet"),
    "revealed": N_("the answers are shown"),
    "ended": N_("ended"),
}

# Joining
JOIN = N_("Join in")
ON_A_PHONE = N_("On a phone, open")
AND_TYPE = N_("and type")
QR_SAYS = N_("A square code for phone cameras. It opens {link}")
ONLY_HERE = N_(
    "Phones cannot reach this address: it is this computer's own. For a workshop, start with: placecheck run --lan"
)
JOINED = NN_("{n} has joined", "{n} have joined")
ON_PAPER = N_("{n} of them on paper")
CAME_LATELY = NN_("{n} joined on a phone in the last minute.", "{n} joined on a phone in the last minute.")
SAID_NOTHING = NN_(
    "{n} joined on a phone and has said nothing yet.", "{n} joined on a phone and have said nothing yet."
)
SLIPS_TOLD = NN_(
    "{n} slip was written on a phone. It is under “Listening”.",
    "{n} slips were written on phones. They are under “Listening”.",
)
JOINING = N_("Who can join")
JOINING_OPEN = N_("People can join")
JOINING_CLOSED = N_("Closed to new people: nobody else can join")
SHARED_PHONES = N_("More than one person may answer on one phone, one after the other")
TAKE_OUT_EMPTY = N_("Take out everyone who joined and has said nothing")
TAKE_OUT_WHAT = N_("They do not count in any result. They can join again while joining is open.")
TAKEN_OUT = NN_("{n} person was taken out.", "{n} people were taken out.")
TAKE_OUT_LATE = N_("Take out everyone who joined in the last few minutes")
TAKE_OUT_LATE_WHAT = N_(
    "If many people join who are not in the room, close joining. Then take out everyone who has just joined on a "
    "phone, whatever they answered. The history can let each of them back in with all they said."
)
JOINED_WITHIN = N_("Joined on a phone in the last")
TAKE_OUT_LATE_NOW = N_("Take them out")
SHOW_SCREEN = N_("Open the big screen")
LEAVE_SCREEN = N_("Leave the big screen")
IN_A_WINDOW = N_("Open it in a window of its own")
SCREEN_SHOWS = N_("The big screen shows")
SCENE_NAMES = {
    "now": N_("where we are"),
    "welcome": N_("the welcome"),
    "overview": N_("the whole picture"),
    "passage": N_("where it comes from"),
    "stories": N_("what people wrote"),
    "agreed": N_("what we agreed"),
    "steps": N_("what we will try"),
    "code": N_("the join code"),
    "read-back": N_("the page to read back"),
    "matters": N_("who should decide what"),
}
SCREEN_GOES_ALONG = N_("The big screen follows along")
SCREEN_IS_AT = N_("The big screen shows: {name}")
GO_THERE = N_("Go there")

# Parts of the page
PARTS = {
    "rounds": N_("1 Questions"),
    "talk": N_("2 Talk"),
    "steps": N_("3 Next steps"),
    "read-back": N_("4 Read back"),
    "leave": N_("5 Leave with it"),
    "deciding": N_("Who should decide what"),
}
PART = N_("Where are you?")

# What place and months
AGREE_PLACE = N_("Agree what place and which months are meant")
KEEP_PLACE = N_("Keep it")
PLACE_KEPT = N_("Kept. It is shown on phones and on paper.")
WHERE = N_("The place we mean: {boundary}")
WHICH_MONTHS = N_("The time we mean: {period}")

# Question rounds
QUESTION_ROUND = N_("Question round {n}")
SECOND_ON = N_("Second vote: {name}")
ASK = N_("What shall people answer?")
ASK_LISTED = N_("What this assessment asks ({n})")
NOT_LISTED = N_("{name} (not asked so far; this adds it)")
ASK_CHOSEN = N_("Those that I choose")
CHOOSE = N_("Choose the questions")
OPEN_QUESTION_ROUND = N_("Open the question round")
ANOTHER = N_("Ask more")
OPEN_NOW = N_("Everyone answers now, for themselves and in silence.")
ANSWERS_IN = N_("{n} of {total} answers are in.")
ALL_DONE_WITH = N_("Everyone has answered {n} of {total} questions.")
SECOND_IN = N_("{n} of {total} have voted again.")
CLOSE_QUESTION_ROUND = N_("Close the question round")
CLOSED_NOW = N_("The question round is closed. Nobody has seen the answers, and you have not either.")
REOPEN = N_("Open it once more")
REVEAL = N_("Show the answers")
HOLD_BACK = N_("Hold something back")
HOLD_BACK_WHAT = N_(
    "What is chosen here is kept from everyone. Results, print and files work without it, and say that one was held "
    "back. You can show it later, or let it go for good."
)
HELD = N_("Held back: {names}")
NOTHING_LEFT = N_("Everything was asked.")
SHOWN = N_("shown")
OPEN = N_("open")
CLOSED = N_("closed")
KEY_IN = N_("Key in paper sheets")
PRINT = N_("Print the questions")
PAPER_COUNTS = N_("Paper counts as much as phones. Sheets can come late, after the workshop too.")

# Timer
TIMER = N_("Timer")
MINUTES = NN_("{n} minute", "{n} minutes")
TIME_LEFT = N_("{clock} left")
TIME_UP = N_("Time is up")
STOP_TIMER = N_("Stop the timer")

# The talk
TALK_BY = N_("Begin with")
BY_SPREAD = N_("where answers are furthest apart")
BY_UNKNOWN = N_("what most do not know")
WHICH_QUESTION = N_("Which question are you talking about?")
NOTHING_SHOWN = N_("Nothing is shown yet.")
FIRST_VOTE = N_("First vote")
SECOND_VOTE = N_("Second vote")
GAVE_LEVEL = N_("{n} of {total} gave a level")
VOTED = N_("{n} of {total} voted")
DID_NOT_KNOW = NN_("{n} does not know", "{n} do not know")
VOTE_AGAIN = N_("Vote on this once more")
VOTING_AGAIN = N_("A second vote is open. The first answers stay as they are.")
HOLD_THIS = N_("Hold this back")
NOTES = N_("Write the scribe's next note on this")
NOTES_HOW = N_("A note is kept as soon as you leave the field. The next one goes below it; none is overwritten.")
NOTES_KEPT = NN_("{n} note is kept.", "{n} notes are kept.")
STRIKE_NOTE = N_("Take out this note")
NOTES_WHOLE = N_("Write the scribe's next note on the whole")
WHERE_FROM = N_("Where this comes from")
NO_PASSAGE = N_("There is no passage for this question.")
IN_SHORT = N_("What we agreed: {words}")

# Reading back
READ_BACK = N_("Read back")
SHOW_THIS = N_("Show this on the big screen")
TAKE_READ_BACK = N_("Print this page, with the scribe's notes (PDF)")
TAKE_READ_BACK_TEXT = N_("Take it as plain text")
READ_BACK_PAGE = N_("What we said, agreed and will try")
VOTED_AGAIN = N_("Where we voted again")
READ_BACK_INTRO = N_("Read this aloud. Ask: is it what we said, and does it name nobody?")
LOOKED_AT = N_("What we looked at")
HELD_ON = N_("We met on {date}.")
TOOK_PART = NN_("{n} person took part.", "{n} people took part.")
WE_AGREED = N_("What we agreed")
WE_DID_NOT = N_("Where we did not agree")
WE_WILL_TRY = N_("What we will try")
SOMEONE = N_("who: {who}")
BY_WHEN = N_("when: {when}")
FIRST_STEP = N_("first: {what}")
POWER = N_("who holds the power: {who}")
NOT_THERE_TODAY = N_("Who was not here")
NOTED = N_("What we noted")
LOOK_AT_NAMES = N_("Does one of these lines name somebody? {lines}")
NAMES_NOBODY = N_("We read it together, and it names nobody")
READ_TOGETHER = N_("Read together. It names nobody.")
CHANGED_SINCE = N_("Something was changed since. Please read it together once more.")
NOT_READ_YET = N_("This was not read together yet.")

# Leaving
STORIES_TOO = N_("The PDF and the file hold every story that was written, too. The page above holds none.")
NOT_ASKED_SO_NO_FILE = N_("No questions of the assessment were asked yet, so there is no file of it.")
NOBODY_ANSWERED_SO_NO_FILE = N_("Nobody answered a question of the assessment, so there is no file of it.")
NOT_SHOWN_SO_NO_FILE = N_("A question round is not shown yet. Show it, and take the files then.")
WITHOUT_HELD = NN_(
    "One question is held back. Print and files are without it, and say that one was held back.",
    "{n} questions are held back. Print and files are without them, and say so.",
)
SHOW_NOW = N_("Show it now: {name}")
LET_GO = N_("Let it go for good: {name}")
LET_GO_SURE = N_("Nobody is ever shown what was said of “{name}”. This cannot be undone.")
LET_GO_YES = N_("Yes, let it go for good")
GONE = N_("Let go for good: {names}")
ALL_RESULTS = N_("See where it stands")
IDEAS = N_("Ideas from the discussion, to adapt")
END = N_("End the workshop")
END_WHAT = N_("The join code lets nobody in any more. What was answered stays. Late paper can still be keyed in.")
END_SURE = N_("Yes, it is over")
ENDED = N_("The workshop is over. Thank you.")
END_REHEARSAL = N_("End the rehearsal, and delete all of it")
REHEARSAL_GONE = N_("The rehearsal is deleted.")
ONCE_MORE = N_("Another workshop at this place, in a year, is a new assessment. The two can be compared.")

# The big screen
CONNECTION_LOST = N_(
    "The connection to the laptop is lost. What was saved is safe. This page comes back by itself, as soon as it can."
)
MORE_BELOW = N_("More below: press the down arrow")
LEAVE_ASK = N_("Leave the big screen? This window then shows the facilitator's page, with its notes.")
LEAVE_YES = N_("Yes, leave it")
LEAVE_NO = N_("Stay here")
CANCEL_SECOND = N_("Cancel the second vote")
ANSWER_NOW = N_("Please answer now, each for yourself")
WAIT_BIG = N_("The question round is closed")
LOOK_UP = N_("Soon we look at it together.")
QUESTION_OF = N_("{n} of {total}")
EARLIER = N_("Previous")
LATER = N_("Next")
CODE = N_("Join code")
NOW = N_("Back to now")
