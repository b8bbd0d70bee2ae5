"""What the dashboard says around the results: its pages, its buttons, its first words."""

from placecheck.words import N_

NAME = N_("placecheck")
PROMISE = N_("Look at your own place together, and decide what to try next.")

# Pages
HOME = N_("Places")
RESULTS = N_("Where it stands")
CLOSER = N_("A closer look")
ABOUT = N_("About")

# Home
EXAMPLES = N_("Examples to look at")
EXAMPLE = N_("Example")
EXAMPLE_NOTE = N_("These places are made up. Nothing you do changes them.")
OPEN = N_("Open")

# Results
NO_PLACE = N_("No place is open.")
CHOOSE_A_PLACE = N_("Choose a place")
CLOSER_AT = N_("A closer look at: {name}")
ALL_INDICATORS = N_("Everything we looked at")
BACK_TO_RESULTS = N_("Back to where it stands")
PREVIOUS = N_("Before: {name}")
NEXT = N_("Next: {name}")
NO_STORIES = N_("Nobody told a story about this.")
SAID_BY = N_("{who}, {level}")
