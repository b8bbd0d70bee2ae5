"""What the comparison says on the big screen."""

from placecheck.words import N_

OPEN = N_("Show it on the big screen")
OPEN_HOW = N_("It opens in a window of its own, and is led by the arrow keys.")
TWO_TO_FOUR = N_("The big screen holds two to four places. Take some out first.")
ONE_OF = N_("{name} · {n} of {total}")
STORIES_OF = N_("{name}: stories")
NO_STORIES = N_("No story was told.")
TOO_FEW = N_("Few people answered this. What they wrote is not shown in a hall.")
BEFORE = N_("Before")
NEXT = N_("Next")
NEXT_SIDE = N_("Next dimension")
STORIES = N_("Stories")
NUMBERS = N_("Where they are")
BORROW = N_("What could we borrow?")
LEAVE = N_("Leave the big screen")
NOT_TWO = N_("Two places or more are needed here.")
TRY_HERE = N_("What will {name} try?")
KEEP = N_("Keep it with {name}")
KEPT = N_("Kept as a next step of {name}.")
