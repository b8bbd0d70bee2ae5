"""What is said of the cards of a place: what is here, pots of money, figures."""

from placecheck.words import N_, NN_

TITLE = N_("What is here")
INTRO = N_(
    "Buildings, services, ties, skills, ideas in use, and pots of money: what a place has before anything new starts. "
    "Name roles, not people."
)
NOTHING = N_("Nothing is written down yet. Begin with what you would miss.")
LAYERS = {
    "built": N_("Buildings and outdoors"),
    "services": N_("Services"),
    "ties": N_("Ties between people"),
    "skills": N_("Skills"),
    "ideas": N_("Ideas in use"),
}
POTS = N_("Pots of money")
FIGURES = N_("Figures that others published")
FIGURES_INTRO = N_("They are shown next to what people say, and count towards no reading.")

# What a card says, a line each
WHERE = N_("Where")
KEEPER = N_("Who keeps it going")
RESTS_ON = N_("It rests on")
RESTS = {
    "one_person": N_("one person"),
    "one_grant": N_("one grant"),
    "few": N_("a few people"),
    "many": N_("many people"),
}
PURPOSES = N_("What it is for")
OPEN_TO = N_("Open to")
USE = N_("In use")
USES = {"unused": N_("no"), "half_used": N_("in part"), "used": N_("yes")}
SPARE = N_("To spare")
THREAT = N_("Under threat")
ENDS = N_("Ends")
CHECKED = N_("Last checked")
TRUE_FOR = N_("True for")
NOT_FOR = N_("Not true for")
SAID_BY = N_("Said by")
SOURCE = N_("From")
HOLDER = N_("Who holds it")
DECIDES = N_("Who decides")
SAY = N_("Do residents have a say?")
SAYS = {"decide": N_("they decide"), "some": N_("some"), "none": N_("none")}
COULD = N_("Could residents decide?")
AMOUNT = N_("How much")
SPENT_NEAR = N_("Spent near here")
CARE = N_("With care")
COMPARED = N_("{area}: {value}")
PLOT_HERE = N_("here")
PLOT_ABOUT = N_("{what}. {area}: {value}. Compared with: {others}.")

# The seven questions
QUESTIONS = N_("What the cards say")
RESTS_ON_ONE_PERSON = N_("What rests on one person?")
UNUSED = N_("What is unused, or half used?")
ENDS_WITHIN_A_YEAR = N_("What ends within a year?")
UNCHECKED = N_("What has nobody checked for a year?")
NO_SAY = N_("Which pots does no resident have a say in?")
OVERLAPS = N_("Which schemes overlap?")
UNDER_THREAT = N_("What is under threat?")
NONE_KNOWN = N_("None has been written down.")
ALSO_ON_MAP = N_("Also here, as a map has it")
AND_MORE = NN_("and {n} more", "and {n} more")
OVERLAP = N_("{purpose}: {names}")

# The plan
PLAN = N_("Plan")
PLAN_TITLE = N_("Plan of what is here in {place}")
PLAN_ABOUT = NN_(
    "{n} card has a place on the plan. The list below says the same in words.",
    "{n} cards have a place on the plan. The list below says the same in words.",
)
NORTH = N_("N")

# The page
EVERYTHING = N_("Everything")
SHOW = N_("Show")
LOOK_FOR = N_("Look for a word")
NONE_FOUND = N_("No card has this word.")
MORE = NN_("Show {n} more", "Show {n} more")
CHANGE = N_("Change this card")

# Told from phones
PROPOSED = NN_("{n} thing that somebody told us from a phone", "{n} things that people told us from phones")
PROPOSED_ABOUT = N_(
    "They answered what is here that we should know of. Choose what sort it is: it becomes a card, which you can then "
    "change. Or leave it: it stays a slip."
)
PROPOSED_MORE = NN_("{n} more waits.", "{n} more wait.")
LEAVE = N_("Leave it")
IS_CARD = N_("It is a card of what is here.")
NO_CARD = N_("It was told as something that is here, and no card was made of it.")

# Beside an indicator
TO_BUILD_ON = N_("What is here to build on")
ALL_CARDS = N_("All that is here")
