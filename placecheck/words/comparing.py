"""What is said where several places, or two rounds of one place, stand beside each other."""

from placecheck.words import N_

BESIDE = N_("Side by side")
BESIDE_TITLE = N_("Side by side: {names}")
THEN_AND_NOW = N_("{place}: then and now")
ROUND_OF = N_("Round of {date}")
ROUND_NUMBER = N_("Round {n}")
INTRO = N_("They stand in the order in which they were given. None is best, and there is no total.")
INTRO_ROUNDS = N_("What moved is less than why it moved. Read the reasons and the stories of both rounds.")
ONLY_ALIKE = N_("Only what was asked in the same words stands here.")
SENTENCE = N_(
    "Each line is one of them, by its letter. The dot is where it stands. The bar runs from the lowest to the highest "
    "it could be, given what is not known. An open ring means there is no reading yet."
)
OVER_SAME = N_("All of this side that can be compared")
NOT_COMPARABLE = N_("What cannot be compared")
ALL_COMPARABLE = N_("Everything that was asked can be compared.")
NOTHING_COMPARABLE = N_("Nothing was asked of all of them in the same words.")
NOT_IN_ALL = N_("{name}: it is not among the questions of {sides}.")
REWORDED = N_("{name}: it is asked in other words in {sides}.")
NOT_ASKED = N_("{name}: it was not asked in {sides}.")
MOVED = N_("Asked under different sides")
CELL = N_("{letter}, {name}: {words}.")
