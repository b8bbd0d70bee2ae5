"""What is said where a place is made ready to be seen by people who were not in the room."""

from placecheck.words import N_, NN_

# The page
SHARE = N_("Share beyond the room")
INTRO = N_(
    "In the room, everything is shown to the people who were there. Here you make a smaller summary that anyone may "
    "see. It leaves out what few people said, and every text that you have not read and ticked."
)
WHO_IS_SHOWN = N_("What it shows of the answers")
ALL_LEFT_OUT = NN_(
    "Fewer than {minimum} people took part ({n} person), so it shows only what you agreed together.",
    "Fewer than {minimum} people took part ({n} people), so it shows only what you agreed together.",
)
WHOLE_SHOWN = N_("It shows where each question stands for all {n} people, and what you agreed together.")
GROUPS_SHOWN = N_("It also shows how these see it: {names}.")
GROUPS_LEFT_OUT = N_(
    "It does not show how these see it, since they are few, or would give away how the few see it: {names}."
)
NO_PERSPECTIVE = N_("those who did not say")
CHECKED = N_(
    "Each level is checked before it is shown. Where it would let someone work out how many said what, it is left out "
    "too."
)
ONCE = N_(
    "Publish an assessment once, when it is finished. Someone who has two summaries of it, or who saw "
    "the answers in the room, can compare them and learn more than one summary says."
)
TOGETHER = N_("This one answer is the whole group's: we answered together.")
TOGETHER_HELP = N_("Then its levels are shown as what you agreed. Leave it if it is one person's.")
TICK_TITLE = N_("Read each text, and tick those that name nobody")
TICK_INTRO = N_(
    "A text is left out until you tick it. What may point to somebody is marked, to help you look. The marks do not "
    "see everything. A text may name nobody and still tell who it is about."
)
NO_TEXTS = N_("Nobody wrote a text.")
NAMES_NOBODY = N_("It names nobody")
TEXTS_ABOUT = NN_("{name}: {n} text", "{name}: {n} texts")
TICKED = N_("{ticked} of {total} ticked")
ABOUT_PLACE = N_("The place, and next steps")
LOOK_AT = N_("Look at: {marks}")
PREVIEW = N_("What others will see")
TAKE_SUMMARY = N_("Take it to print")
TAKE_PAGE = N_("Take it as a web page")
TAKE_DATA = N_("Take it as data")
TICKS_KEPT = N_("Your ticks are kept. A text that is changed later has to be read again.")
TICKS_GO = N_("On an example your ticks are gone when you close the browser's tab.")

KINDS = {
    "email": N_("an email address"),
    "web": N_("a web address"),
    "birth": N_("when somebody was born"),
    "phone": N_("a phone number"),
    "postcode": N_("a postcode"),
    "number": N_("a number that belongs to one person or car"),
    "address": N_("an address"),
    "titled": N_("a name"),
    "called": N_("a name"),
    "name": N_("perhaps a name"),
    "count": N_("how many said something"),
    "role": N_("a job that may point to one person"),
    "close": N_("someone close to who told it"),
    "described": N_("words by which people may know somebody"),
}
MARKED = N_("{text} ({kind})")

# Where a card is on the map
POINT = N_("On the map: {at}")
OUTLINE = NN_("On the map: an outline with {n} corner, {at}", "On the map: an outline with {n} corners, the first {at}")
LINE = NN_("On the map: a line with {n} point, {at}", "On the map: a line with {n} points, the first {at}")

# The summary
TITLE = N_("{place}: what we found")
KICKER = N_("How we see our place")
VOICES = NN_("{n} person", "{n} people")
FEW_VOICES = N_("fewer than {minimum} people")
ANSWERED_TOGETHER = N_("answered together")
TOO_LITTLE = N_("Too little is known")
NO_DIMENSION_READING = N_("Too little to say of the whole dimension")
AGREED = N_("{words}, as the group agreed")
NOT_AGREED = N_("The group did not agree.")
IN_OWN_WORDS = N_("Asked in the group's own words.")
SEEN_BY = N_("{name}: {words}")
SPOKE = N_("{name} ({n})")
WHO_SPOKE = N_("Shown on their own: {names}.")
HOW_MADE = N_("How this was made")
METHOD = N_(
    "The levels are medians, by name. A group of fewer than {minimum} people is left out, and with it whatever would "
    "let someone work out what they said. Who is left out depends on how many they are, never on what they said."
)
METHOD_TEXTS = N_("Every text here was read first, and was ticked as naming nobody. Nothing says who told it.")
METHOD_KNOWN = N_("Where more than a third gave no level, it says so and gives none.")
METHOD_ASKED = N_("Where a question is for some groups only, answers from other groups do not count here.")
EDITION = N_("Asked with: {title}, edition {edition}.")
STEPS = N_("What we will try next")
VOICES_TITLE = N_("Five stories")
VOICES_OTHER = N_("In people's own words")
LADDER = N_("Where each question stands")
LEFT_OUT_LINE = NN_(
    "One question is left out, as fewer than {minimum} people answered it, or it would give away what they said.",
    "{n} questions are left out, as fewer than {minimum} people answered them, or they would give away what they said.",
)
MISSING = N_("Who was not in the room")

# The terminal
NOT_TOGETHER = N_(
    "An assessment that was answered together has one answer to each question. In this one {n} people answered."
)
LISTED = NN_(
    "{n} text to read. Set names_nobody to true where it names nobody, then give the file with --texts.",
    "{n} texts to read. Set names_nobody to true where one names nobody, then give the file with --texts.",
)
LIST_ABOUT = N_(
    "Read each text. Set names_nobody to true where it names nobody and nobody can be told from it. "
    "What may point to somebody is listed under look_at; it does not see everything."
)
UNKNOWN_TEXT = N_("This text is not in the place's file any more.")
CHANGED_TEXT = N_("This text differs from the one in the place's file.")
LIST_AGAIN = N_("List the texts again.")
NO_SUCH_ENDING = N_("The summary cannot be written as {ending}.")
ENDINGS = N_("End the name in .yaml, .json, .html or .pdf.")
PROFILE_ENDINGS = N_("End the name of a profile in .pdf, .html or .docx.")
