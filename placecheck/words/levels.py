"""What is said of who should decide what."""

from placecheck.words import N_, NN_

TITLE = N_("Who decides what")
NONE_OF_RUBRIC = N_("{title} comes with no list of levels and matters, so nothing can be added here.")
INTRO = N_(
    "Take what matters to you here. Say where it is decided now, and where it would be best. Nothing is better for"
    " being near: some things belong further off."
)
NO_MATTERS = N_("There is no matter here yet. Take one from the list, or add your own.")
ADD = N_("Add a matter")
FROM_LIST = N_("From the list")
OWN = N_("Or one of your own")
CHOOSE = N_("Choose one")
CHANGE = N_("Look at: {matter}")
CLOSE = N_("Close")
RESTS_ON = N_("What this rests on")
ADD_IT = N_("Add it")

NOW = N_("Decided now")
BEST = N_("Best decided")
NOT_SAID = N_("Not said yet")
DIFFER = N_("We differ")
DIFFER_HOW = N_("How do you differ? Put each view as the people who hold it would.")
POWER = N_("Who holds the power by law, if you know")
POWER_FIRST = N_("Say first who holds the power.")
POWER_DATE = N_("When did you find out?")
POWER_SOURCE = N_("Where did you read it?")
QUESTIONS = N_("Questions that help to think")
MUST = N_("This one cannot be left out.")
MUST_FIRST = N_("Answer this first: {question}")
UNTHOUGHT = N_("You say where this is best decided, but one question has no answer yet: {question} ({matters})")
ASKS = N_("What do you ask of each level?")
SAVE = N_("Save")
SAVED = N_("Saved.")
ADD_MISSING = N_("Choose a matter from the list, or name one of your own.")
TAKE_OUT = N_("Take it out")

MATTER = N_("Matter")
WHERE_TO = N_("Which way")
MOVES = {
    "nearer": N_("nearer"),
    "further": N_("further off"),
    "stays": N_("stays"),
    "differ": N_("we differ"),
    "open": N_("not said yet"),
}
SENTENCES = {
    "nearer": N_("{matter}. Now: {now}. Better nearer: {best}."),
    "further": N_("{matter}. Now: {now}. Better further off: {best}."),
    "stays": N_("{matter}. Well placed where it is: {now}."),
    "differ": N_("{matter}. We differ: {differ}"),
    "open": N_("{matter}. Not said yet."),
}
COUNTED = {
    "nearer": N_("{n} nearer"),
    "further": N_("{n} further off"),
    "stays": N_("{n} as now"),
    "differ": N_("{n} on which we differ"),
    "open": N_("{n} not said yet"),
}
"""How many matters go each way; a way that none goes is left out."""
ALL_OPEN = N_("None is said yet.")
"""What is counted where nobody has said yet of any matter where it is best decided."""
MATTERS = NN_("1 matter.", "{n} matters.")
ASKED = N_("{ask} ({matter})")
PICTURE = N_("Where things are decided now, and where they would be best")
KEY_NOW = N_("decided now")
KEY_BEST = N_("best decided")
POWER_LINE = N_("By law: {who}.")
WITH_SOURCE = N_("{line} ({source})")
"""A source, a date, or both behind a line."""
WHAT_WE_ASK = N_("What we ask of each level")
TAKE_PDF = N_("Print it (PDF)")
PRINT_BLANK = N_("Print it blank (PDF)")
SHEET_INTRO = N_("Choose a few that matter to you. Tick where each is decided now, and where it would be best.")
