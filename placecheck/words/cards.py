"""What is said of passages pinned to a place, to talk about."""

from placecheck.words import N_

CARD = N_("Talk about it")
PIN_INTRO = N_("Pin this passage to {name}, so that it is at hand when you meet.")
PINNED = N_("This passage is pinned to {name}.")
BECAUSE = N_("Why does it matter here? You can leave this empty.")
PIN = N_("Pin it")
IS_PINNED = N_("Pinned to {name}.")
TAKE_OFF = N_("Unpin it")
TAKEN_OFF = N_("Unpinned.")
CARDS = N_("To talk about")
CARDS_INTRO = N_("Passages of the discussion that you pinned here. They stay here, and out of every file.")
WHY = N_("Why: {because}")
READ = N_("Read it, or show it large")
