"""What the comparison says on the big screen."""

from placecheck.words import N_, NN_

OPEN = N_("Show it on the big screen")
OPEN_HOW = N_("It opens in a window of its own. Use the arrow keys to move through it.")
TWO_TO_FOUR = N_("The big screen holds two to four places. Take some out first.")
ALL_COMPARED = N_("All of this dimension that can be compared")
STORIES_OF = N_("{name}: stories")
NO_STORIES = N_("No story was told.")
TOO_FEW = N_("Few people answered this. What they wrote is not shown on the big screen.")
PLACES = N_("The places")
BEGIN = N_("No place is best. Look at what each does, and what you could borrow.")
AND_MORE = NN_("(and {n} more)", "(and {n} more)")
BORROWS = N_("Borrows: {ideas}")
BORROWED_FROM = N_("{idea} (from {place})")
NOT_TICKED = NN_(
    "{n} story has not been read and ticked yet, so it is not shown on the big screen.",
    "{n} stories have not been read and ticked yet, so they are not shown on the big screen.",
)
TICK_STORIES = N_("Read and tick stories of {name} for the big screen")
BEFORE = N_("Previous")
NEXT = N_("Next")
NEXT_DIMENSION = N_("Next dimension")
PREVIOUS_DIMENSION = N_("Previous dimension")
STORIES = N_("Stories")
NUMBERS = N_("Where they are")
BORROW = N_("What could we borrow?")
KEY_BORROW = N_("Borrow")
KEY_LEAVE = N_("Leave")
MORE_STORIES = N_("More stories")
BEGIN_LOOKING = N_("Begin")
KEY = (N_("where the place is"), N_("what it could be"), N_("one person"))
NOT_TWO = N_("Choose at least two places.")

# Writing down what a place borrows
WHO_BORROWS = N_("Who borrows?")
FROM_WHOM = N_("From whom?")
WHAT_TO_BORROW = N_("The idea to borrow")
BORROW_NOTE = N_("A note to keep with it")
BORROWED_SO_FAR = N_("Borrowed so far")
EXAMPLES_BORROW_NOT = N_("Only places of your own can borrow. These are examples.")
TRY_HERE = N_("What will {name} try?")
KEEP = N_("Keep it with {name}")
KEPT = N_("Kept as a next step of {name}.")

# Named sets
SETS = N_("Saved sets of places")
OPEN_SET = N_("Compare {name}")
OPEN_ON_SCREEN = N_("Open on the big screen")
KEEP_SET = N_("Save these places as a set")
SET_NAME = N_("Name of the set")
KEEP_SET_NOW = N_("Save the set")
KEEP_CHANGED = N_("Save them as {name}")
DELETE_SET = N_("Delete")
DELETE_SET_ASK = N_("Delete the set {name}? Its places stay.")
DELETE_SET_NOW = N_("Delete the set")
