"""What is said where several places, or two assessments of one place, stand beside each other."""

from placecheck.words import N_, NN_

SIDE_BY_SIDE = N_("Side by side")
SIDE_BY_SIDE_TITLE = N_("Side by side: {names}")
THEN_AND_NOW = N_("{place}: then and now")
ASSESSMENT_OF = N_("Assessment of {date}")
ASSESSMENT_NUMBER = N_("Assessment {n}")
PLACE_AND_ASSESSMENT = N_("{place}, {assessment}")
INTRO = N_("They are in the order in which they were given. None is best, and there is no total.")
INTRO_WITH_OVERALL = N_("They are in the order in which they were given. None is best.")
INTRO_ASSESSMENTS = N_("What moved is less than why it moved. Read the reasons and the stories of both assessments.")
ONLY_ALIKE = N_("Only what was asked in the same words is shown here.")
SENTENCE = N_(
    "Each line is one of them, by its letter. The dot is where it stands. The bar runs from the lowest to the highest "
    "it could be, given what is not known. An open ring means there is no reading yet."
)
OVER_SAME = N_("All of this dimension that can be compared")
NOT_COMPARABLE = N_("What cannot be compared")
ALL_COMPARABLE = N_("Everything that was asked can be compared.")
NOTHING_COMPARABLE = N_("Nothing was asked of all of them in the same words.")
NOT_IN_ALL = N_("{name}: it is not among the questions of {places}.")
REWORDED = N_("{name}: it is asked in other words in {places}.")
NOT_ASKED = N_("{name}: it was not asked in {places}.")
OTHER_RUBRICS = N_("They were asked by different rubrics. {which}.")
OTHER_EDITIONS = N_("They were asked by different editions of a rubric. {which}.")
PLACES_OF_RUBRIC = N_("{title}, edition {edition}: {names}")
NOT_ASKED_BY_ALL = NN_(
    "{n} question is not asked by all of these rubrics.",
    "{n} questions are not asked by all of these rubrics.",
)
NOT_IN_EACH_EDITION = N_("Not in each of these editions: {names}.")
MOVED = N_("Asked as part of another dimension")
CELL = N_("{letter}, {name}: {words}.")

# What may be said of a difference
TOO_CLOSE = N_("Too close to call: the difference is smaller than what is not known.")
TOO_CLOSE_OF_DIMENSION = N_("Too close to call: it would turn on how one counts, or on what is not known.")
ALIKE = N_("They are alike.")
APART = N_("They differ by more than what is not known.")
SOME_APART = N_("Some of them differ by more than what is not known.")
TOO_LITTLE_KNOWN = N_("Too little is known to say whether they differ.")
WHERE_AND_WHO = N_("{words} ({who})")
WHO_SAID = N_("{voices}: {gaps}")
MORE_STORIES = NN_("{n} more story from {name}", "{n} more stories from {name}")

# What could we borrow?
OVERVIEW = N_("At a glance")
OVER_SAME_EACH = N_("Each row is all of a dimension that can be compared.")
BORROW_TITLE = N_("What could we borrow?")
BORROW_INTRO = N_(
    "A place that has a next step about something wants to grow there. Where another is further along, "
    "ask them. What works there may not fit here."
)
WANTS_TO_GROW = N_("{name} wants to grow here: {question}")
WILL_TRY = N_("What they will try: {what}")
ASK_THEM = N_("Ask {names}: what do you do, what did it take, and what would you do differently?")
IDEAS = N_("Ideas from the discussion")
NOTHING_TO_BORROW = N_(
    "No place here has a next step about something in which another is clearly further along. Ask each "
    "other all the same."
)
BORROW_ELSEWHERE = N_("There is something to borrow under: {names}.")

# Choosing what stands side by side
CHOOSE_PLACES = N_("Choose the places: two to twelve")
CHOOSE_ONE = N_("Add another")
TAKE_OUT = N_("Take out {name}")
FIND_PLACE = N_("Find a place by its name")
CHOOSE_TWO = N_("Choose two places or more. Or add files that others sent you.")
ORDER = N_("In which order?")
AS_CHOSEN = N_("As you chose them")
BY_NAME = N_("By name")
ADD_FILES = N_("Add places from files: YAML, JSON, CSV, XLSX or ZIP")
ADD_THEM = N_("Add them")
ONE_DIMENSION = N_("One dimension at a time")
ONE_QUESTION = N_("Or one question across all")
ALL_OF_DIMENSION = N_("All of this dimension")
PRINT = N_("Print all of it (PDF)")

# The picture and its table
DOTS_SENTENCE = N_(
    "Each line is one of them, by its letter, in the order given. The big dot is where it stands. The bar runs from "
    "the lowest to the highest it could be, given what is not known. An open ring means there is no reading yet. Each "
    "small dot is one person."
)
COLUMN_WHICH = N_("Which")
COLUMN_COUNTS = N_("People at each level, lowest first")
NO_STORY_YET = N_("No story was told.")

# Ways to look
COMPARE_PLACES = N_("Places side by side")
THEN_AND_NOW_OF = N_("Then and now")
COMPARE_PERSPECTIVES = N_("Different perspectives")

# Then and now
THEN = N_("Then")
NOW = N_("Now")
ONE_ASSESSMENT = N_(
    "There is one assessment of this place so far. Look again in a year, and see here what moved and why."
)
SAME_PEOPLE = N_("Then {then}, now {now}. They need not be the same people.")
MOVED_COUNT = NN_(
    "{n} question moved by more than what is not known.", "{n} questions moved by more than what is not known."
)
NONE_MOVED = N_("Nothing moved by more than what is not known.")
DUMBBELL_SENTENCE = N_(
    "Each row is one question. The small grey dot is where it stood then, the large dot is where it "
    "stands now. Each bar runs from the lowest to the highest it could be, given what is not known."
)
THEN_NOW = N_("Then: {then}. Now: {now}.")
THEN_TO_NOW = N_("{then} → {now}")
NAME_AND_ARROW = N_("{name}: {arrow}")
IT_MOVED = N_("It moved by more than what is not known.")
COLUMN_DIFFERENCE = N_("What may be said")
WHERE_THEN_NOW = N_("Everything, then and now")
WHAT_MOVED = N_("What moved, and why")
WHAT_MOVED_ALONE = N_("What moved")
WHY = N_("What do people think moved it?")
WHY_HINT = N_("In their own words. There may be several reasons.")
CAUSE = N_("What people think moved it: {because}")
CAUSE_SINCE = N_("What people think moved it: {because} (looking back to {since})")
LOOK_AT_ANOTHER = N_("Look at another question")
COPY_FIRST = N_("This is an example, so nothing can be written in it. Make a copy to write down what people think.")
OVER_TIME = N_("All {n} assessments, day by day")
OVER_TIME_SENTENCE = N_(
    "Each question that moved by more than what is not known, on every day on which it was asked in today's words."
)
NOTHING_OVER_TIME = N_("No question moved by more than what is not known between any two of them.")
NOT_ASKED_THEN = NN_(
    "In {n} assessment it was not asked, or in other words.", "In {n} assessments it was not asked, or in other words."
)

# Different perspectives
VOICES_OF = N_("{place}: different perspectives")
VOICES_INTRO = N_(
    "The same questions, as each group of people answered them. What you agreed together is not in it. Ask each other "
    "what you see that the others do not."
)
IN_THE_ROOM = N_(
    "This is for those in the room. It shows everything, small groups too, so do not pass it on. To share something, "
    "make a summary that anyone may see."
)
ONE_PERSPECTIVE = N_(
    "Everyone in this assessment chose the same perspective, or nobody chose one. There is nothing to compare."
)
NOT_SAID = N_("Not said")
