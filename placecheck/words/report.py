"""What the printed summary says around the results."""

from placecheck.words import N_, NN_

# The cover
TITLE = N_("{place}: how we see our place")
TITLE_DATED = N_("{place}: how we see our place, {date}")
KICKER = N_("How we see our place")
BOUNDARY = N_("Where it begins and ends")
WHO_TITLE = N_("Who took part")
WHO_COUNT = N_("{name} {n}")
WHO_NOT_SAID = N_("Not said {n}")
NOBODY = N_("Nobody yet.")
WHO_NOT_TITLE = N_("Who did not")
NOT_HEARD = N_("Nobody spoke as: {names}.")
MISSING_NOT_SAID = N_("Nobody has written down who was missing. Who was not in the room?")

# The notice board
ANSWERS_RUN = N_("answers run from {low} to {high}")
NOT_AGREED = N_("the group did not agree")
NONE_UNKNOWN = N_("On each question, most people gave a level.")
NONE_DIFFER = N_("No two people see any question very differently.")
ONE_VOICE = N_("With fewer than two people nobody can say.")
MORE = NN_("and one more", "and {n} more")
STEPS_TITLE = N_("What we will try next")
NO_STEPS = N_("Nothing has been chosen yet. What is one small thing that you could try?")
WHO = N_("Who")
FIRST_STEP = N_("First small step")
WHEN = N_("When")
POWER = N_("Who can say yes")
ONE_PAGE_MORE = N_("This is one page of a longer summary, with the stories that people told.")

# The whole
DIAMOND = N_("A diamond is the average of a dimension.")
CONTENTS = N_("In this document")
ANSWER_COUNT = N_("{name} {n}")
ANSWERS_ALT = N_("How many people chose each level. {counts}. {stands}")
NOTED = N_("What was noted")
SECOND_VOTE = N_("In a second vote {n} of {total} voted: {counts}.")
STANDS = N_("Where it stands: {words}.")
NO_STORY = N_("Nobody told a story about this.")
PERSPECTIVE_NOT_SAID = N_("A person")
PAGE_OF = N_("page {page} of {pages}")
YOUR_NOTES = N_("Your notes")

# The discussion behind it
DISCUSSION = N_("The discussion behind it")
DISCUSSION_HOW = N_(
    "Each passage is followed by the questions that it bears on. What was said is in our own words. "
    "Unless it says otherwise, it is what a group said, as its note sums it up."
)
NOTE_LINE = N_("{title} ({date})")
WHOLE_NOTE = N_("the note")

# In the group's own words
OWN_REWORDED = N_("Asked in our own words.")
OWN_ADDED = N_("Added by us.")
LEFT_OUT = N_("Left out here")
LEFT_OUT_ONE = N_("{name}: {why}")

# How to read this
HOW_TO_READ = N_("How to read this")
READ_LEVELS = N_(
    "Each question has {steps} levels, from “{first}” to “{last}”. The dot shows where it stands. It is "
    "the level that the group agreed. Where the group agreed none, it is the middle one of what people "
    "said."
)
READ_BAR = N_(
    "The bar shows how low and how high it could turn out to be. A short bar means we know it well. "
    "A long bar means there is much to find out."
)
READ_RING = N_("An open ring on the ladder, and a hatched bar in the picture, mean that nobody has given a level yet.")
READ_DONT_KNOW = N_("“Don't know” is a good answer. It is shown next to the levels and never counts as a low one.")
READ_STORIES = N_("Read the stories first. A level says how far. A story says what and why.")
READ_WORDS = N_("The words of each level are ours, as a place to start. If they do not fit here, say so.")
READ_WORDS_BY = N_("The words of each level are by {authors}, as a place to start. If they do not fit here, say so.")

# How the readings were made
HOW_MADE = N_("How the readings were made")
MADE_QUESTION = N_(
    "One question: the level that the group agreed. If there is none, all the levels that people gave "
    "are put in order, from the lowest to the highest, and the middle one counts. With two in the middle "
    "it is half-way between."
)
MADE_RANGE = N_(
    "The lowest and the highest: first we count all who did not answer at the first level. "
    "Then we count them at the last."
)
MADE_DIMENSION = N_(
    "One dimension: the average of its questions. There is none if fewer than {share} in 100 of them have a reading. "
    "What does not apply here is left out."
)
MADE_TOTAL_NONE = N_("We do not add the dimensions up. One strong dimension could hide another.")
MADE_TOTAL_NOUGHT = N_(
    "It is at the lowest level because one dimension is. This rubric multiplies the dimensions, so one "
    "at zero makes the total zero."
)
MADE_TOTAL = N_("All dimensions together: {reading}. Take care: a strong dimension can hide another.")
MADE_TOTAL_UNKNOWN = N_("There is no reading of all dimensions together, as too little is known of some.")
MADE_EQUAL = N_("Each question counts the same within its dimension.")
MADE_UNEQUAL = N_("Some count more than others:")
WEIGHT = N_("{name} counts {weight}")
MADE_SAME = N_("Anyone who works it out again from the same answers gets the same.")

# About this summary
ABOUT_TITLE = N_("About this summary")
ABOUT_QUESTIONS = N_("Questions")
ABOUT_EDITION = N_("{title}, edition {edition}")
ABOUT_WORDING = N_("Their words")
ABOUT_FINGERPRINT = N_("Fingerprint of the questions")
ABOUT_METHOD = N_("Method")
ABOUT_METHOD_VERSION = N_("version {method}")
ABOUT_LICENCE = N_("Licence of the questions")
ABOUT_CITE = N_("To cite the questions")
ABOUT_STORIES = N_("Stories")
ABOUT_STORIES_WORDS = N_(
    "The stories and what was agreed belong to the people of the place. Ask them before you use their words elsewhere."
)
ABOUT_LETTERS = N_("Letters")
ABOUT_LETTERS_WORDS = N_(
    "Some letters could not be printed with the type at hand. Words in square brackets stand where they were."
)
LETTERS_LEFT_OUT = N_("[{n} {script} letters]")
LETTER_LEFT_OUT = N_("[one {script} letter]")
SIGN_LEFT_OUT = N_("[{name}]")
