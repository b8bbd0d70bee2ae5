"""What is said when the working behind a number is shown."""

from placecheck.words import N_, NN_

# Numbers
ABOUT = N_("about {number}")
TIMES = N_("{level} ({n} times)")
UNKNOWN_ID = N_("There is no indicator and no dimension `{id}` in this rubric.")
SEE_ALL_IDS = N_("`placecheck score FILE --json` lists the ids of all.")

# One indicator: what was counted
VOICES = NN_("{n} person took part.", "{n} people took part.")
LEVELS = NN_("One chose a level: {levels}.", "{n} chose a level: {levels}.")
NO_LEVELS = N_("Nobody chose a level.")
AT_LEVEL = N_("{n} at {name} ({level})")
THE_REST = N_("The rest: {kinds}.")
DONT_KNOW = NN_("{n} does not know", "{n} do not know")
NOT_HERE = NN_("{n} says it does not apply here", "{n} say it does not apply here")
RATHER_NOT_SAY = NN_("{n} would rather not say", "{n} would rather not say")
SKIPPED = NN_("{n} did not answer", "{n} did not answer")
STORY_ONLY = NN_("{n} told a story without a level", "{n} told a story without a level")
NOT_ASKED = N_("This assessment did not ask this.")

# Whether it applies
AGREED_NOT_HERE = N_("The group agreed that it does not apply here. So it has no reading and changes no other number.")
MOSTLY_NOT_HERE = N_(
    "{n} of the {all} who could say said that it does not apply here. That is more than half. "
    "So it has no reading and changes no other number."
)
PARTLY_NOT_HERE = N_(
    "{n} of the {all} who could say said that it does not apply here. That is not more than half, so it counts. "
    "Their answers change no number."
)

# Reading, lowest and highest
AGREED_LEVEL = N_("The group agreed on {name} ({level}). This comes before the answers.")
AGREED_ENDS = N_("So the reading is {level}, and so are the lowest and the highest it could be.")
NOT_AGREED = N_("The group did not agree on a level, so the answers stand.")
IN_ORDER = N_("In order, the levels are {levels}.")
MIDDLE = N_("The middle one is {reading}. This is the reading.")
MIDDLE_SAME = N_("The middle two are both {reading}. This is the reading.")
MIDDLE_TWO = N_("The middle two are {lower} and {upper}. Halfway between them is {reading}. This is the reading.")
NO_READING = N_("With no level there is no reading.")
NOBODY = N_("Nobody took part, so it could be anything from {low} to {high}.")
NO_GAPS = N_("No level is missing, so it could be no lower and no higher.")
IF_LOWEST = NN_(
    "If the one missing level was {end}, the levels would be {levels}.",
    "If the {n} missing levels were all {end}, the levels would be {levels}.",
)
THEN_LOWEST = N_("The middle would be {middle}. This is the lowest it could be.")
THEN_HIGHEST = N_("The middle would be {middle}. This is the highest it could be.")
SPREAD = N_(
    "How much the levels agree: {agreement}. (1 is all the same, 0 is evenly spread, -1 is two far camps.) "
    "On the ladder, the middle half of them spans {range}."
)
NO_SPREAD = N_("Fewer than five chose a level, so we do not measure how much they agree.")

# One dimension
HAS = NN_("{name} asks {n} question in this assessment.", "{name} asks {n} questions in this assessment.")
LEFT_OUT = NN_("{n} does not apply here and is left out: {names}.", "{n} do not apply here and are left out: {names}.")
NONE_APPLIES = N_("None of them applies here, so there is nothing to add up.")
HAS_SURE_READING = N_("{name}: {reading}.")
HAS_READING = N_("{name}: {reading}. It could be from {low} to {high}.")
HAS_NO_READING = N_("{name}: no reading. It could be from {low} to {high}.")
COUNTS_AS = N_("It counts {weight} times.")
ALL_COUNT_ONCE = N_("Each of them counts the same.")
COVERAGE = N_("With a reading: {covered} of {all}. To give one here we need at least {needed} of {all}.")
COVERAGE_BY_WEIGHT = N_(
    "Those with a reading count for {covered} of {all}. To give one here we need at least {needed} of {all}."
)
ENOUGH = N_("That is enough.")
NOT_ENOUGH = N_("That is not enough, so there is no reading.")
MEAN = N_("To get the reading, add up the readings: {sum} = {total}. Then {total} ÷ {all} is {mean}.")
LOWEST = N_("To get the lowest it could be, add up the lowest: {sum} = {total}. Then {total} ÷ {all} is {mean}.")
HIGHEST = N_("To get the highest it could be, add up the highest: {sum} = {total}. Then {total} ÷ {all} is {mean}.")
STANDS = N_("In words: {words}.")
