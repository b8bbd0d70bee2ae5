"""What is said around the notes: what they are, how to look through them, what they do not speak of."""

from placecheck.words import N_, NN_

SOURCES = N_("The discussion")
INTRO = N_(
    "Every statement rests on talk that people wrote notes of between 2017 and 2019. They were invited people, most of "
    "them from charities and public bodies. Read what they said, and weigh it against what you see here."
)
ASK = N_("Ask the notes in your own words")
ASK_HINT = N_("Who decides how the money is spent?")
NOT_SPOKEN_OF = N_("The notes do not speak of this.")
FOUND = NN_("{n} place in the notes speaks of this", "{n} places in the notes speak of this")
BROWSE = N_("Look through all of it")
NOTE = N_("From which note?")
DIMENSION = N_("About which side?")
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
SUPPORTS = N_("Grounds: {names}")
CAUTIONS = N_("Warns about: {names}")
NOTES = N_("The notes")
WHO = N_("Who took part: {who}")
DEPENDS = N_("It adds no voices of its own to: {titles}")
OPEN = N_("Open the note")
DATED = N_("What is dated in it:")
TEXT = N_("Add their text")
DIFFER = N_("Where they differ")
DIFFER_INTRO = N_(
    "The notes do not speak with one voice. Here both sides stand next to each other, with the same weight. Which of "
    "them is true here is for you to say."
)
