"""What is said around answering on paper, and away from the app."""

from placecheck.words import N_, NN_

TITLE = N_("On paper, or away from here")
LINK = N_("Answer on paper, or away from here")
INTRO = N_("People can answer on paper, or on a phone or computer that has no connection. It all counts the same.")

# Forms to give away
GIVE = N_("Forms to give to people")
ROUND = N_("How much shall they look at?")
STARTER = N_("The starter round: {n} things")
FULL = N_("The full round: {n} things")
LARGE = N_("In large print")
SIZE = N_("Size of the paper")
SIZES = {"a4": N_("A4"), "letter": N_("Letter")}
PAPER_FORM = N_("The form to print (PDF)")
OFFLINE_FORM = N_("The form for a phone or computer (HTML)")
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
VOICE_OF = N_("{source}, voice {n}")
QUESTION = N_("Question")
ANSWER = N_("Answer")
STORY = N_("Story")
WOULD_ADD = NN_("This would add {n} voice to the round.", "This would add {n} voices to the round.")
ADD = N_("Add to the round")
ADD_TO = N_("Add to the round of {place}?")
ADDED = NN_("{n} voice was added.", "{n} voices were added.")
