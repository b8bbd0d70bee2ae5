"""What is said of where a place stands."""

from placecheck.words import N_, NN_

# Levels and ranges
OR = N_("{lower} or {upper}")
PERHAPS_MORE = N_("{reading}, perhaps {high}")
PERHAPS_LESS = N_("{reading}, perhaps only {low}")
BETWEEN = N_("{reading}; it could be anything from {low} to {high}")
COULD_BE = N_("Not enough known yet: {span}")
NO_READING = N_("No reading yet")
NOT_HERE = N_("Does not apply here")
AGREED_ON = N_("{reading}, as the group agreed")
READING_NUMBER = N_("{reading} ({number} of {top})")

# Counts
VOICES = NN_("{n} voice", "{n} voices")
KNOWN_ALL = N_("all {total} known")
KNOWN_SOME = N_("{unknown} of {total} not known")
KNOWN_NONE = N_("none of {total} known yet")
DONT_KNOW = N_("Don't know")
DOES_NOT_APPLY = N_("Does not apply here")
RATHER_NOT_SAY = N_("Rather not say")
SKIPPED = N_("No answer")
NO_ANSWERS = {"dont_know": DONT_KNOW, "not_here": DOES_NOT_APPLY, "rather_not_say": RATHER_NOT_SAY}
"""The ways to give no level, in the order in which they are offered."""

# How sure
NOT_VERY_SURE = N_("not very sure")
FAIRLY_SURE = N_("fairly sure")
VERY_SURE = N_("very sure")

# Rounds and kinds
STARTER_ROUND = N_("starter round")
FULL_ROUND = N_("full round")

# The headline
FURTHEST = N_("{name} is furthest along.")
MOST_ROOM = N_("{name} has most room to grow.")
TOO_CLOSE = N_("Between the dimensions it is too close to call.")
STRENGTHS = NN_("One thing is strong here.", "{n} things are strong here.")
NO_STRENGTH_YET = N_("Nothing is known to be usual here yet. The stories may say more than the levels.")
UNKNOWN = NN_("On one thing too little is known.", "On {n} things too little is known.")
DIFFER = NN_("On one thing people see it quite differently.", "On {n} things people see it quite differently.")

# The pictures
LADDER_TITLE = N_("Where each thing stands")
LADDER_SENTENCE = N_(
    "Each row is one thing we looked at. The dot is where it stands. The bar runs from the lowest to the highest it "
    "could be, given what is not known. An open ring means there is no reading yet."
)
COMPASS_TITLE = N_("The five sides")
COMPASS_SENTENCE = N_(
    "Each spoke is one side of the place, from not yet in the middle to how we do things here. "
    "A gap means too little is known."
)
ANSWERS_TITLE = N_("What people said")
ANSWERS_SENTENCE = N_("How many voices chose each level. Those who did not know stand beside, not inside.")
TABLE_BELOW = N_("The same as a table")
COLUMN_INDICATOR = N_("What we looked at")
COLUMN_DIMENSION = N_("Side")
COLUMN_STANDS = N_("Where it stands")
COLUMN_RANGE = N_("From lowest to highest")
COLUMN_VOICES = N_("Voices")
RANGE = N_("{low} to {high}")

# Parts of the page
STRONG_TITLE = N_("What is strong here")
UNKNOWN_TITLE = N_("What we do not know, and could find out")
DIFFER_TITLE = N_("Where views differ")
ROOM_TITLE = N_("Where there is room to grow")
HELD_HERE = N_("In our hands")
HELD_ELSEWHERE = N_("Held elsewhere")
HELD = N_("{where}: {what}")
LOOK_FOR = N_("What to look for")
LEVELS_TITLE = N_("The five levels")
STANDS_HERE = N_("where it stands")
STORIES_TITLE = N_("Stories")
AGREED_TITLE = N_("What the group agreed")
NOT_AGREED_BECAUSE = N_("The group did not agree: {why}")
BECAUSE = N_("Because: {why}")
MINORITY = N_("Others said: {what}")
NOT_TRUE_FOR = N_("Not true for: {whom}")
SUPPORTS_TITLE = N_("What this rests on")
CAUTIONS_TITLE = N_("What warns about it")
SOURCE_LINE = N_("{title}, {date}. {section}.")
OPEN_NOTE = N_("Open the note at this paragraph")
NO_ADDRESS = N_("No address is known for this note.")
FROM_THE_FEED = N_("The note's own page was not seen. It came from the network's list of past events.")
CONTESTED = N_("People in the room were divided on this.")
DATED = N_("Since then: {why}")
OUR_WORDS = N_(
    "The words of the statement and its levels are ours. Below is our summary of what "
    "invited people said in talks between 2017 and 2019."
)
MISSING_TITLE = N_("Who was not in the room")
CONTEXT = N_("What you should know about here")
WHAT_THIS_IS_NOT = N_(
    "This is not a league table, a target or an inspection. It is what these people saw, here, at this time."
)

# Mentions
QUOTED = N_("“{story}”")
COULD_NOT_SAY = N_("{gaps} of {total} could not say.")
FROM_TO = N_("Answers run from {low} to {high}.")
ROOM_INTRO = N_("Some of it is in people's own hands. Some is held elsewhere, and it helps to know by whom.")
CLOSER_AT = N_("A closer look at")
UNKNOWN_INTRO = N_("Not knowing is an answer too. Each of these could be found out by asking or going to look.")
