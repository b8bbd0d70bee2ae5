"""What the paper form and the offline form say around the questions; the questions' own words are in `answering`."""

from placecheck.words import N_

# Both forms
TITLE = N_("How I see our place")
WHAT_IT_IS = N_("This is a way to look at your own place. It asks what you see here, and how sure you are.")
WHAT_IT_IS_NOT = N_("It is not a test, a target or an inspection. No place comes first or last.")
NAME_NO_ONE = N_("Do not write your name. Name no one who would not want it.")
DONT_KNOW_IS_FINE = N_("“Don't know” is a good answer. You can leave out anything you like.")
PLACE = N_("Which place do you look at?")
BOUNDARY = N_("Where does it begin and end?")
PERSPECTIVE = N_("From where do you speak? You need not say.")
NO_ANSWERS = N_("Or tick one of these")
EDITION = N_("{title}, edition {edition}. The questions: {licence}.")

# The offline form: getting about
STARTER_LENGTH = N_("There are {n} things to look at. It takes about half an hour.")
FULL_LENGTH = N_("There are {n} things to look at. It takes about two hours. You can stop and come back.")
PART_START = N_("Before you begin")
PART_SAVE = N_("Save my answers")
ALL_PARTS = N_("All parts")
PART_OF = N_("Part {n} of {total}: {name}")
BACK = N_("Back")
ON = N_("Next: {name}")
LOOK_FOR = N_("Look for")
SKIP_LINK = N_("Go to the questions")
NEEDS_SCRIPT = N_(
    "This browser does not run the form's script, so it cannot save. Open the form in another browser, or print it."
)

# The offline form: keeping
WHO_SEES = N_("Your answers stay on this device until you send them. No one sees them before that.")
KEPT = N_("Your answers are kept on this device.")
NOT_KEPT = N_("This browser cannot keep your answers. Save them as a file before you close this page.")
LOAD = N_("Carry on from a file that you saved")
LOAD_LABEL = N_("Your saved file")
LOADED = N_("Your answers are back.")
LOAD_NO_ANSWERS = N_("This file holds no answers of this form. Choose the file that you saved here.")
LOAD_OTHER = N_("This file answers other questions: {rubric}, edition {edition}. Open the form that it came from.")

# The offline form: handing in
PLACE_MISSING = N_("Please say which place you look at.")
NOTHING_SAID = N_("There is no answer yet. Answer at least one thing, then save.")
SAVE_INTRO = N_("Save your answers as a file. Then send it, or carry it on a stick, to the person who asked you.")
SAVE_BUTTON = N_("Save my answers as a file")
SAVED_AS = N_("Saved as {name}. Look for it where your downloads go.")
NO_FILE = N_("If no file came")
NO_FILE_HOW = N_("Copy this text into a mail instead. It holds all that the file holds.")
COPY = N_("Copy the text")
COPIED = N_("Copied.")
NOT_COPIED = N_("This browser does not let us copy. The text is marked: copy it by hand.")
FILE_TEXT = N_("Your answers as text")
CODE_TITLE = N_("No way to send a file?")
CODE_HOW = N_("Read out or text this code. It holds your levels and how sure you are. It cannot hold your stories.")
CODE_LABEL = N_("Your code")
CODE_PICTURE = N_("The same code, to scan with another phone")
CLEAR_TITLE = N_("When you are done")
CLEAR_HOW = N_("Is this a shared computer? Clear the form once your answers are safe.")
CLEAR = N_("Clear this form")
CLEAR_SURE = N_("Clear all your answers from this device? A file that you saved stays.")
CLEARED = N_("The form is empty.")

# Paper
STARTER = N_("Starter round: {n} things, about half an hour")
FULL = N_("Full round: {n} things, about two hours")
HOW_TO = N_("How to fill it in")
HOW_STORY = N_("Begin with the story. What have you seen or heard here? A few words are enough.")
HOW_LEVEL = N_("Then tick the box whose words come nearest. Tick only one.")
HOW_SURE = N_("Tick how sure you are.")
HOW_CHANGE = N_("To change a tick, cross it out and tick another box.")
WHO_SEES_PAPER = N_("Who sees it")
WHO_SEES_PAPER_WORDS = N_(
    "The people who run this round read it and type it in. It counts the same as answers from a phone. "
    "What you write may be read out or printed, without saying who wrote it."
)
PAPER_WHERE = N_("Which place, and which time")
MONTHS = N_("Which months do you have in mind?")
FOR_KEYING = N_("For the person who types this in")
VOICE_NUMBER = N_("Voice number")
JOIN_CODE = N_("Join code")
DONE = N_("Typed in")
STORY = N_("What did you see?")
FOR_WHOM = N_("One of the last two? For whom is it not true?")
NEAREST = N_("Which is nearest? Tick one box.")
MORE_ROOM = N_("More room for stories")
MORE_ROOM_HOW = N_("Anything else about “{name}”? Put the number of the question first.")
THANKS = N_("Thank you. Please hand this back to the person who gave it to you.")
FOOT = N_("page {page} of {pages}")
