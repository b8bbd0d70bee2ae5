"""What is said around the notes: what they are, how to look through them, what they do not speak of."""

from placecheck.words import N_, NN_

SOURCES = N_("The discussion")
INTRO = N_(
    "Every statement rests on discussions of which people took notes. {notes} Read what they said, and "
    "weigh it against what you see here."
)
TALKS = N_("The talks were held between {first} and {last}.")
TALKS_OF_A_YEAR = N_("The talks were held in {year}.")
NOT_A_TALK = N_("One text is not a note of a talk: {title} ({date}), {kind}.")
ASK = N_("Ask the notes in your own words")
ASK_HINT = N_("Who decides how the money is spent?")
ASK_NOW = N_("Ask")
CLEAR = N_("Clear the question")
NEAREST = N_("The notes do not answer this. What follows is the nearest that we found, and it is not an answer.")
NOTHING_CLOSE = N_("Nothing in the notes comes close to this.")
TRY_OTHER_WORDS = N_("Try other words. Or clear the question, and look through all that was said.")
ONLY_BEST = N_("These {n} places in the notes speak most closely of this")
FOUND = NN_("{n} place in the notes speaks of this", "{n} places in the notes speak of this")
BROWSE = N_("Look through all of it")
NOTE = N_("From which note?")
DIMENSION = N_("About which dimension?")
KIND = N_("What kind?")
ANY = N_("Any")
SHOWN = NN_("{n} passage", "{n} passages")
KINDS = {
    "good": N_("What is good"),
    "caution": N_("A warning"),
    "example": N_("An example"),
    "question": N_("A question"),
    "disagreement": N_("A disagreement"),
}
SUPPORTS = N_("What rests on this: {names}")
CAUTIONS = N_("It warns about: {names}")
NOTES = N_("The notes")
WHO = N_("Who took part: {who}")
DEPENDS = N_("It adds no people of its own to: {titles}")
OPEN = N_("Open the note")
DATED = N_("What in it belongs to its time:")
TEXT = N_("Add their text")
DIFFER = N_("Where they differ")
DIFFER_INTRO = N_(
    "The notes do not speak with one voice. Here both views are shown next to each other, with the same "
    "weight. Which of them is true here is for you to say."
)
