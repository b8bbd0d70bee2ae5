"""What the page of a place says: where its group is, and what comes next."""

from placecheck.words import N_, NN_

TITLE = N_("Overview")
ABOUT_PLACE = N_("About this place")
WHERE_YOU_ARE = N_("Where you are")

LOOK = N_("Look")
NOBODY_YET = N_("Nobody has answered yet.")
LOOKED = NN_(
    "{n} person has answered. {done} of {total} questions have an answer.",
    "{n} people have answered. {done} of {total} questions have an answer.",
)
LOOKED_ON = N_("Looked at on {day}.")

STANDS = N_("See where it stands")
STANDS_LATER = N_("This shows once somebody has answered.")

TRY = N_("Try something")
NO_STEP = N_("There is no next step yet.")
STEPS = NN_("{n} next step. The first: {what}", "{n} next steps. The first: {what}")

TELL = N_("Say what became of it")
NOTHING_TO_TELL = N_("This fills once there is a next step or a decision.")
WAITING = NN_("{n} thing is waiting for news: {what}", "{n} things are waiting for news. The longest: {what}")
JUST_HEARD = N_("All of this is from today. Come back to say what became of it.")
ALL_TOLD = N_("You have said what became of everything you tried.")

AGAIN = N_("Look again")
AGAIN_HINT = N_("Look at the same place once more, perhaps in a year. What you said this time stays as it is.")
AGAIN_KEPT = N_("A second look at {place} has begun.")

ANSWER_FIRST = N_("Answer the first question")
GO_ON = N_("Go on answering")
SEE_RESULTS = N_("See where it stands")
DECIDE = N_("Decide what to try")
SAY_OUTCOME = N_("Say what became of it")

LOOKS = N_("Each time you looked")
LOOK_LINE = N_("{when}: {people}")
UNDATED = N_("Look {n}")
PEOPLE = NN_("{n} person", "{n} people")
THEN_AND_NOW = N_("Then and now")

SECTION_PLACE = N_("This place")
SECTION_DO = N_("What we do")
SECTION_TOGETHER = N_("Together")
SECTION_READ = N_("Read")
