"""What is said around listening: slips, groups, the agenda."""

from placecheck.words import N_, NN_

TITLE = N_("Listening")
INTRO = N_(
    "What people said, in their own words. Put slips that belong together into a group. Name it in the words of one "
    "of them."
)
NOTHING = N_("Nothing was heard yet.")
PILE = N_("The pile")
PILE_EMPTY = N_("Every slip is in a group, or is left out.")
AGENDA = N_("Agenda")
AGENDA_INTRO = N_("In residents' words. The order says nothing about importance, and nobody has counted.")
AGENDA_MORE = NN_("{n} more is in the agenda to print.", "{n} more are in the agenda to print.")
ALSO_HERE = N_("Also here: {words}")
ALONE = N_("Said once, and kept")
LEFT_OUT = N_("Left out")
LEFT_OUT_BECAUSE = N_("A slip from {who} is left out: {why}")
SOMEBODY = N_("somebody")
HEARD_FROM = N_("Who we heard")
NOT_SAID_WHO = N_("some who did not say from where they speak")
NOT_HEARD = N_("Who have we not heard?")
QUOTE = N_("“{words}”")
QUOTE_BY = N_("“{words}” ({who})")
SLIPS = NN_("{n} slip is in the pile", "{n} slips are in the pile")
TAKE_AGENDA = N_("The agenda to print (PDF)")

# Sorting
NEW_GROUP_NAME = N_("A new group, in a resident's own words")
NEW_GROUP = N_("New group")
LATER = N_("Later")
SECOND_GROUP = N_("It belongs in two groups")
LEAVE_OUT = N_("Leave it out")
WHY_LEFT_OUT = N_("Why is it left out? The slip itself is kept.")
LEAVE_OUT_YES = N_("Leave it out, for this reason")
LIES_IN = N_("The groups that this slip is in")
CHANGE_A_SLIP = N_("Look for a slip, and change it")
LOOK_FOR = N_("Look for a word")
CHANGE = N_("Change")
NONE_FOUND = N_("No slip has this word.")

CHANGED_BY_OTHERS = N_("Somebody else changed this in the meantime, and theirs is kept: {words}")

# Slips in
MANY_IN = N_("Bring in many at once")
PASTE = N_("Paste what people said, a line each")
ASKED = N_("What were they asked?")
SHEET = N_("Or a spreadsheet. One column of words is enough.")
COLUMNS = N_("Which columns of {sheet} hold people's words?")
KEEP_SLIPS = NN_("Keep {n} slip", "Keep {n} slips")
SLIPS_KEPT = NN_("{n} slip is kept.", "{n} slips are kept.")

# A slip as a story
STORIES = N_("What people told us")
STORIES_ABOUT = N_("Heard on people's own agenda. It gives no level, and counts as nobody's answer.")
STORY = N_("Show this slip as a story with a question")
STORY_ABOUT = N_(
    "It is then shown as a story wherever people look at that question. It gives no level. Ask the "
    "person who said it first."
)
STORY_WHERE = N_("With which questions?")
STORY_LEAVE = N_("The person who said it agrees that it is shown there")
STORY_KEEP = N_("Show it there")
STORY_END = N_("Stop showing it")
STORY_NO_LEAVE = N_("Ask the person who said it, and tick the box. Without their yes it stays a slip.")
STORY_KEPT = N_("The story is shown there now.")
STORY_ENDED = N_("It is a slip again, and no story.")
STORY_KEY = N_("It is shown with a question")

# The sheet, the grid and the board
SHEET_TITLE = N_("Tell us in your own words")
SHEET_INTRO = N_("One thing on each slip. Leave names out. You need not say who you are.")
SHEET_FROM = N_("From where do you speak? As a resident, or a trader? (Leave it empty if you like.)")
SHEET_QUESTION = N_("What should we know about here?")
TAKE_SHEET = N_("Slips to write on (PDF)")
GRID = N_("Type in slips from paper")
GRID_ABOUT = N_("A row each. Press Enter to go down, Tab to go on. Nothing is kept until you say so.")
GRID_WORDS = N_("What they said")
GRID_BY = N_("From where they speak (a role)")
BOARD = N_("All slips at a glance: drag them, or use keys")
BOARD_ABOUT = N_(
    "Drag a slip into a group. Or choose one with the arrow keys, and press the number of its group; 0 puts it back on "
    "the pile. It goes on to the next slip by itself."
)
BOARD_MORE = NN_("{n} more slip is not shown here.", "{n} more slips are not shown here.")
BOARD_KEPT = N_("Kept.")
BOARD_KEEPING = N_("Keeping ...")
