"""What the dashboard says around the results: its pages, its buttons, its first words."""

from placecheck.words import N_, NN_

NAME = N_("placecheck")
TITLE = N_("{page} · {name}")
PROMISE = N_("Look at your own place together, and decide what to try next.")

WHAT_YOU_GET = N_(
    "Answer a few questions, alone or together, and tell what you have seen. You get a picture of your place with your "
    "stories beside it, and a page to print and hand round."
)
TOLD_IN = N_("Told in {place}, an example")
PRINTED_PAGE = N_("The printed page (PDF)")

# Pages
HOME = N_("Places")
START = N_("Check a place")
ANSWER = N_("Answer")
RESULTS = N_("Where it stands")
CLOSER = N_("A closer look")
ABOUT = N_("About")
LANGUAGE = N_("Language")
DRAFT = N_("{language} (draft)")

# Home
YOUR_PLACES = N_("Your places")
NONE_YET = N_("There are none yet.")
OPEN_A_FILE = N_("Open a file")
FILE = N_("A file of a place, or a spreadsheet: YAML, JSON, CSV, XLSX, XLS, ODS or ZIP")
KEEP_IT = N_("Keep it")
ANSWERED = NN_("{n} answer", "{n} answers")
GO_ON = N_("Go on answering: {name}")
OPEN_PLACE = N_("See where it stands: {name}")
WRONG_FILE = N_("This file cannot be taken as it is. Nothing of it was kept.")
EXAMPLES = N_("Examples to look at")
EXAMPLE = N_("Example")
EXAMPLE_NOTE = N_("These places are made up. Nothing you do changes them.")

# Results
NO_PLACE = N_("No place is open")
CHOOSE_A_PLACE = N_("Choose a place")
NO_SUCH_PAGE = N_("There is no such page")
NO_SUCH_PAGE_WHY = N_("The address may be an old one, or not quite as it was written.")
TO_FRONT_PAGE = N_("Go to the front page")
MORE = NN_("And {n} more: {names}", "And {n} more: {names}")
ANSWER_NOW = N_("Answer the questions")
CLOSER_AT = N_("A closer look at: {name}")
BACK_TO_RESULTS = N_("Back to where it stands")
PREVIOUS = N_("Previous: {name}")
NEXT = N_("Next: {name}")
NO_STORIES = N_("Nobody told a story about this.")
