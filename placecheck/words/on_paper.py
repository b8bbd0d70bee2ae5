"""What is said around answering on paper, and away from the app."""

from placecheck.words import N_, NN_

TITLE = N_("On paper, or away from here")
LINK = N_("Answer on paper, or away from here")
INTRO = N_("People can answer on paper, or on a phone or computer that has no connection. It all counts the same.")

# Forms to give away
GIVE = N_("Forms to give to people")
HOW_MUCH = N_("How much should they look at?")
ASKS_NOW = N_("The forms ask what this assessment asks: {n} questions, under the numbers of the keying grid.")
STARTER = N_("The short set: {n} questions")
PRINT_WHICH = N_("Which questions go on the sheet?")
PRINT_ALL = N_("All that this assessment asks ({n})")
PRINT_SET = N_("{name} ({n})")
FULL = N_("The full set: {n} questions")
LARGE = N_("In large print")
SIZE = N_("Size of the paper")
SIZES = {"a4": N_("A4"), "letter": N_("Letter")}
PAPER_FORM = N_("The form to print (PDF)")
OFFLINE_FORM = N_("The form for a phone or computer (HTML)")
SPREADSHEET_ONE = N_("A spreadsheet for one person (XLSX)")
SPREADSHEET_SEVERAL = N_("A spreadsheet for several people (XLSX)")
SPREADSHEET_HOW = N_("Fill the spreadsheet in by hand and send it back. Open it on the front page, under: Open a file.")
OFFLINE_HOW = N_(
    "Send the second one by mail, or carry it on a stick. It opens in any browser, with no internet. "
    "People send back a file, or read out a short code."
)

# Answers that come back
COME_BACK = N_("Answers that come back")
SHEETS = N_("Type in paper sheets")
FILES = N_("Files that people saved in the form")
CODES = N_("Codes, one to a line, or the text that somebody sent")
LOOK = N_("Look at them")
NOT_TAKEN = N_("This cannot be taken as it is. Nothing of it was kept.")
OTHER_QUESTIONS = N_(
    "It answers other questions: {rubric}, edition {edition}. Open it as a file on the page of all places."
)
OTHER_PLACE = N_("Its place is called {place}.")
SAME_ANSWERS = N_("The same answers are here already.")
NOTHING_IN_IT = N_("There is no answer in it.")
NOT_SAID = N_("Nobody said from where they speak")
COUNTED = NN_("{n} answer", "{n} answers")
STORIES = NN_("{n} story", "{n} stories")
CODE = N_("Code {n}")
PASTED = N_("The text")
VOICE_OF = N_("{source}, person {n}")
QUESTION = N_("Question")
ANSWER = N_("Answer")
STORY = N_("Story")
WOULD_ADD = NN_("This would add {n} person to the assessment.", "This would add {n} people to the assessment.")
ADD = N_("Add to the assessment")
ADD_TO = N_("Add to the assessment of {place}?")
ADDED = NN_("{n} person was added.", "{n} people were added.")
