"""What is said of where a place stands."""

from placecheck.words import N_, NN_

# Levels and ranges
OR = N_("{lower} or {upper}")
PERHAPS_MORE = N_("{reading}, perhaps {high}")
PERHAPS_LESS = N_("{reading}, perhaps only {low}")
BETWEEN = N_("{reading}; it could be anything from {low} to {high}")
COULD_BE = N_("Not enough known yet: {span}")
NO_READING = N_("No reading yet")
ASKED_OF_NOBODY = N_("Not asked of these people")
NOT_HERE = N_("Does not apply here")
AGREED_ON = N_("{reading}, as the group agreed")
READING_NUMBER = N_("{reading} ({number} of {top})")

# Counts
VOICES = NN_("{n} person", "{n} people")
KNOWN_ALL = N_("enough known of all {total}")
KNOWN_SOME = N_("too little known of {unknown} of {total}")
KNOWN_NONE = N_("too little known of all {total}")
NOBODY_YET = N_("Nobody has answered yet.")
DONT_KNOW = N_("Don't know")
DOES_NOT_APPLY = N_("Does not apply here")
RATHER_NOT_SAY = N_("Rather not say")
SKIPPED = N_("Did not answer")
STORY_ONLY = N_("Told a story without a level")
NO_ANSWERS = {"dont_know": DONT_KNOW, "not_here": DOES_NOT_APPLY, "rather_not_say": RATHER_NOT_SAY}
"""The ways to give no level, in the order in which they are offered."""

HELD_BACK = NN_("one question was held back", "{n} questions were held back")

# How sure
NOT_VERY_SURE = N_("not very sure")
FAIRLY_SURE = N_("fairly sure")
VERY_SURE = N_("very sure")

# Rounds and kinds
SHORT_SET = N_("short set")
FULL_SET = N_("full set")
CHOSEN_SET = NN_("{n} chosen question", "{n} chosen questions")
SET_IN_PART = NN_("{n} question", "{n} questions")
"""What stands for the name of a set of which a part was held back."""

# The headline
FURTHEST = N_("{name} is furthest along.")
MOST_ROOM = N_("{name} has most room to grow.")
TOO_CLOSE = N_("Between the dimensions it is too close to call.")
STRENGTHS = NN_("The place is strong on one question.", "The place is strong on {n} questions.")
NO_STRENGTH_YET = N_("Nothing is known to be strong here yet. The stories may say more than the levels.")
UNKNOWN = NN_("On one question too little is known.", "On {n} questions too little is known.")
DIFFER = NN_("People see one question quite differently.", "People see {n} questions quite differently.")

# The pictures
LADDER_TITLE = N_("Where each question stands")
LADDER_SENTENCE = N_(
    "Each row is one question. The dot is where it stands. The bar runs from the lowest to the highest "
    "it could be, given what is not known. An open ring means there is no reading yet."
)
ANSWERS_TITLE = N_("What people said")
ANSWERS_SENTENCE = N_(
    "How many people chose each level. Those who did not know are shown next to the levels, not among them."
)
TABLE_BELOW = N_("The same as a table")
COLUMN_INDICATOR = N_("What we looked at")
COLUMN_DIMENSION = N_("Dimension")
COLUMN_STANDS = N_("Where it stands")
COLUMN_RANGE = N_("From lowest to highest")
COLUMN_VOICES = N_("People")
RANGE = N_("{low} to {high}")

# Parts of the page
NAME_AND_WORDS = N_("{name}: {words}")
STRONG_TITLE = N_("What is strong here")
UNKNOWN_TITLE = N_("What we do not know, and could find out")
DIFFER_TITLE = N_("Where views differ")
ROOM_TITLE = N_("Where there is room to grow")
HELD_HERE = N_("In our hands")
HELD_ELSEWHERE = N_("Held elsewhere")
HELD = N_("{where}: {what}")
LOOK_FOR = N_("What to look for")
LEVELS_TITLE = NN_("The {n} level", "The {n} levels")
STANDS_HERE = N_("where it stands")
NOT_SHOWN = N_("This question is not asked here now, or it was held back.")
STORIES_TITLE = N_("Stories")
MORE_STORIES = NN_("One more story", "{n} more stories")
AGREED_TITLE = N_("What the group agreed")
NOT_AGREED_BECAUSE = N_("The group did not agree: {why}")
BECAUSE = N_("Because: {why}")
MINORITY = N_("Others said: {what}")
NOT_TRUE_FOR = N_("Not true for: {whom}")
WAS_PROMISED = N_("What was promised: {what}")
WAS_SEEN = N_("What was seen of it: {what}")
SUPPORTS_TITLE = N_("What this rests on")
CONVERSATIONS = NN_("This comes from one conversation.", "This comes from {n} separate conversations.")
ALSO_IN = N_("Also in {titles}.")
ALSO_TITLE = N_("“{title}”")
SAID_AGAIN = N_("The same note says it again.")
WHY_ASKED = N_("Why this is asked: {why}")
CAUTIONS_TITLE = N_("What warns about it")
SOURCE_LINE = N_("{title} ({date}).")
OPEN_NOTE = N_("Open the note at this paragraph")
NO_ADDRESS = N_("No address is known for this note.")
FROM_THE_FEED = N_("Look for it in the network's list of past events")
SPEAKERS = {
    "summary": N_("What the group said, as the note sums it up."),
    "participant": N_("What one person there said."),
    "background": N_("What the organisers set out."),
    "outside": N_("What someone outside the discussion wrote."),
}
"""Who speaks in a passage, by its status."""
OUTSIDE_REPORT = N_("From an outside writer's report.")
CONTESTED = N_("People in the room were divided on this.")
DISPUTED_ELSEWHERE = N_("Another note disagrees. See: {titles}")
DISPUTED_HERE = N_("Another part of this note disagrees.")
IN_YEAR = N_("In {year}: {what}")
AT_THE_TIME = N_("When this was written: {what}")
DATED = N_("Since then: {why}")
WORDS_BY = N_("The words of the statement and its levels are by {authors}.")
SUMMARY_BELOW = N_("Below is their summary of what people said. {notes}")
OUR_WORDS = N_("The words of the statement and its levels are ours. Below is our summary of what people said. {notes}")
MISSING_TITLE = N_("Who was not in the room")
CONTEXT = N_("What you should know about this place")
WHAT_THIS_IS_NOT = N_(
    "This is not a league table, a target or an inspection. It is what these people saw, here, at this time."
)

# Mentions
QUOTED = N_("“{story}”")
N_DONT_KNOW = NN_("{n} does not know", "{n} do not know")
N_RATHER_NOT_SAY = NN_("{n} would rather not say", "{n} would rather not say")
N_STORY_ONLY = NN_("{n} told a story without a level", "{n} told a story without a level")
N_DID_NOT_ANSWER = NN_("{n} did not answer", "{n} did not answer")
GAPS_OF = N_("Of {total}: {kinds}")
NOBODY_ANSWERED = N_("Nobody has answered yet")
FROM_TO = N_("Answers run from {low} to {high}.")
ROOM_INTRO = N_("Some of it is in people's own hands. Some is held elsewhere, and it helps to know by whom.")
TRY_SOMETHING = N_("Try something about this")
IDEAS_TO_HELP = N_("Ideas that may help")
UNKNOWN_INTRO = N_("Not knowing is an answer too. Each of these could be found out by asking or going to look.")
