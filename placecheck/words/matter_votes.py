"""What is said where a workshop's people say who should decide what: on phones, on the laptop, on the big screen."""

from placecheck.words import N_, NN_

# On phones
NOW = N_("Who should decide what? Please answer now, each for yourself")
PROGRESS = N_("{done} of {total} answered")
MATTER_OF = N_("Matter {n} of {total}")
ALL_MATTERS = N_("All matters")
WHERE_BEST = N_("Where would this be best decided?")
NEAR_TO_FAR = N_("From near to far. Nothing is better for being near.")
THINK_FIRST = N_("Think of this first")
BEGIN = N_("Begin")
NEXT_OPEN = N_("Go to the next matter")
ALL_DONE = N_("You have said where each is best decided. You can change it until this closes.")
SAVE_ON = N_("Save and continue")
SAVE_END = N_("Save and finish")
PREVIOUS = N_("Back to: {name}")
NOT_ASKED = N_("Nobody is asked about this matter in this workshop.")
ROOM = N_("Who should decide what")
COPY_MATTERS = N_("Where I would have things decided")
COPY_MATTER = N_("{matter}: {level}")

# How the room's answers are told
OF_PEOPLE = NN_("{n} person said where this is best decided.", "{n} people said where this is best decided.")
APART = N_("They differ.")
ALIKE = N_("They agree.")
ROOM_LINE = NN_("In a workshop, one person said: {levels}.", "In a workshop, {n} people said: {levels}.")
ROOM_FEW = NN_(
    "In a workshop, one person said where this is best decided. So few are not counted here.",
    "In a workshop, {n} people said where this is best decided. So few are not counted here.",
)
ON_DATE = N_("{line} ({date})")
LEVEL_COUNT = N_("{level} ({n})")
NO_LEVEL = N_("no level ({n})")
IN_WORKSHOP = N_("In a workshop")
KEY_ROOM = N_("people in the workshop")

# On the facilitator's page
INTRO = N_(
    "Ask the room where matters of this place would be best decided. Each person says it alone, on a phone or on paper."
    " Then you look at it together."
)
WHICH = N_("Which matters?")
CHOOSE = N_("Choose up to a handful")
OF_PLACE = N_("{name} (of this place)")
OWN = N_("One of your own")
ASK = N_("Ask the room")
CHOOSE_FIRST = N_("Choose a matter first, or write one of your own.")
ASK_MORE = N_("Ask about more matters")
VOTE = N_("{names}: {state}")
OPEN_NOW = N_("Everyone answers now, for themselves and in silence.")
CLOSE = N_("Close it")
CLOSED_NOW = N_("It is closed. Nobody has seen what was said, and you have not either.")
REVEAL = N_("Show what was said")
REOPEN = N_("Open it once more")
QUESTIONS_FIRST = N_("A question round is open. Close it first, then ask about matters.")
SHOW_LARGE = N_("Show it on the big screen: {name}")
HOLD = N_("Hold this back: {name}")
SHOW_NOW = N_("Show it now: {name}")
LET_GO = N_("Let it go for good: {name}")
HELD = N_("Held back: {names}")
GONE = N_("Let go for good: {names}")
LANDED = N_(
    "What was said of each matter is kept with the place, under “Who decides what”. Say there together where it is"
    " best decided, and why."
)
TO_MATTERS = N_("Who decides what")

# On paper
PAPER = N_("On paper")
PRINT_SHEETS = N_("Print a sheet for each person (PDF)")
SHEET_TITLE = N_("Who should decide what?")
SHEET_INTRO = N_("Tick one box for each matter: where would it be best decided? {near}")
BOX = N_("☐ {level}")
WHOSE = N_("Whose sheet?")
NEW_PERSON = N_("A new person, on paper")
PERSON = N_("Person {n}, on paper")
KEEP_SHEET = N_("Keep this sheet")
SHEET_KEPT = N_("The sheet is kept.")
NOTHING_TICKED = N_("Nothing was chosen on this sheet. Choose where at least one matter is best decided.")
NOT_TICKED = N_("Not ticked")

# On the big screen
ASKED_BIG = N_("Who should decide what?")
ASKED_HOW = N_("Say it on your phone, or on paper")
WAIT_BIG = N_("This is closed")
NONE_SHOWN = N_("Nothing of this is shown to the room.")
NEXT = N_("Next matter")
EARLIER = N_("Previous matter")
SHOW_MATTERS = N_("Who should decide what")
