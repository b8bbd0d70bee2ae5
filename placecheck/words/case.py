"""What the page says that a group takes along when it asks for something."""

from placecheck.words import N_

KICKER = N_("What we ask for, and why")
TITLE = N_("{place}: {name}")
CLAIM = N_("What we hold")
GROUNDS = N_("What people who know this work have said")
OURS = N_("What we see here")
STANDS = N_("{words}. It could be: {span}.")
STORY = N_("One of us says")
NO_STORY = N_("No story about this was ticked as one that others may see.")
AGAINST = N_("What speaks against it")
AGAINST_HOW = N_("The same discussions warn of this. We think that it should be heard.")
NO_CAUTION = N_("The discussions name nothing against it. Ask who would see it otherwise.")
ASK = N_("What we ask")
ASK_BLANK = N_("Write here what you ask for.")
WHOM = N_("Of whom")
WHOM_BLANK = N_("Write here who can say yes.")
TAKE_PDF = N_("A page to make the case (PDF)")
TAKE_WORD = N_("A page to make the case (Word)")
NOT_ASKED = N_("{name} was not asked in this assessment.")
OTHER_PLACE = N_("The cards are of {theirs}, and the assessment is of {ours}. Name the cards of the same place.")
NOTHING_IN_CARDS = N_("Nothing is taken from the cards: a next step goes first, or no matter asks anything about this.")
