"""What is said of a panel drawn by lot."""

from placecheck.words import N_, NN_

TOO_FEW = N_("Only {n} of {size} could be drawn.")
UNMET = N_("Not met: {feature} {value}. The panel has {has}; it should have {least} to {most}.")

# In a terminal
NO_WORDS = N_("This holds no words and no numbers.")
TABLES_IN = N_("In {folder}: {names}.")
IS_THERE = N_("There is a file of this name already.")
OTHER_FOLDER = N_("Name another folder.")
CANNOT_WRITE = N_("The tables cannot be written there ({why}).")

# The page
TITLE = N_("A panel drawn by lot")
INTRO = N_(
    "Take a list of people who said that they would come. Agree on words that nobody could know before: the weather, "
    "three numbers that three people call out. Read them aloud, then draw. The same words and the same list draw the "
    "same people again, so anybody can check it."
)
NOT_KEPT = N_("Nothing on this page is kept: neither the list nor the draw.")
POOL = N_("The list (CSV): a column id, and a column for each thing that matters, such as age or area")
QUOTAS = N_("Who should be among them, if you like (CSV): columns feature, value, min, max")
SIZE = N_("How many to draw")
SEED = N_("The words that were read aloud")
SEED_HEARD = N_(
    "Only the words and numbers count, in their order. Capitals, commas, full stops and spaces change nothing."
)
IN_POOL = NN_("{n} person is on the list.", "{n} people are on the list.")
SEED_FIRST = N_("Read some words aloud, and write them here. Then the panel is drawn.")
CORRECT_FIRST = N_("Correct the wishes, or remove their file. Then the panel is drawn.")
DRAWN = N_("Who is drawn, in this order")
READ_ALOUD = N_("Drawn with the words “{seed}” from a list of {people}.")
ALL_MET = N_("Every wish for who should be among them is met.")
TAKE_DRAWN = N_("Who is drawn (CSV)")
NOT_KNOWN = N_("not known")
"""What stands in a table for sortition software where a person's age or area is not known."""
TAKE_PEOPLE = N_("The whole list, for sortition software (CSV)")
TAKE_QUOTAS = N_("The wishes for who should be among them, for sortition software (CSV)")
TAKE_REST = N_("Who is left, to draw from again (CSV)")
LINK = N_("Draw a panel by lot")
PEOPLE = NN_("{n} person", "{n} people")
