"""What is said with the picture of a place."""

from placecheck.words import N_, NN_

TITLE = N_("The picture of this place")

# The finding
QUOTED = N_("“{name}”")
THEN = N_("; ")
STRONG = NN_("{name} is strong", "{name} and {other} are strong")
STRONG_OF = N_("the place is strong on {n} questions, such as {name} and {other}")
ROOM = NN_("{name} has most room to grow", "{name} and {other} have most room to grow")
ROOM_OF = N_("there is most room to grow on {n} questions, such as {name}")
UNKNOWN = NN_("of {name} little is known", "of {name} and {other} little is known")
UNKNOWN_OF = N_("on {n} questions little is known, such as {name}")
UNKNOWN_DIMENSIONS_OF = N_("of {n} dimensions little is known, such as {name}")
IN_THE_MIDDLE = N_("Nothing stands out yet")
NOTHING_YET = N_("Too little is known yet to say where this place is.")

NUMBERS = (N_("three"), N_("four"), N_("five"), N_("six"), N_("seven"), N_("eight"), N_("nine"), N_("ten"))
"""Numbers in words, from three on; larger ones are figures."""

# The picture in words
ALT = N_("A fan of {n} spokes, one for each question, on rings that are named by level. {each}")
ALT_DIMENSION = N_("{name}: {words}; {known}.")
ABSENT = N_("{name} (not here)")
LITTLE_KNOWN = N_("Not enough known yet")

# What the marks mean
KEY = {
    "reading": N_("where it is"),
    "range": N_("what it could be"),
    "unknown": N_("nobody gave a level"),
    "dimension": N_("a dimension’s average"),
}
