"""What the scenes of the big screen say, the list of its keys, and the choice of stories for it."""

from placecheck.words import N_, NN_

# All at once
STRONG_FIRST = N_("Strong here: {names}")
MORE_STRONG = NN_("and one more", "and {n} more")
FIRST_TO_TALK = N_("Talk about it")

# What people wrote
STORIES = N_("What people wrote")
STORY_OF = N_("{name}: {n} of {total}")
QUOTED = N_("“{story}”")
NONE_CHOSEN = N_("No story was chosen for this question.")
CHOOSE_STORIES = NN_("What people wrote on this ({n} story)", "What people wrote on this ({n} stories)")
CHOOSE_HOW = N_(
    "Read a story, then tick it. The room may then see it, without the name of whoever wrote it. Tick "
    "none that gives away who it is about."
)
TOO_FEW = N_("Fewer than {least} people answered this. What they wrote is not shown to the room.")
LOOK_AT = N_("This may name somebody: {words}")
SHOW_LARGE = N_("Show it large")
IS_LARGE = N_("The big screen shows it now.")
EARLIER_STORY = N_("Previous story")
NEXT_STORY = N_("Next story")

# Agreed, and next steps
AGREED = N_("What we agreed")
NOTHING_AGREED = N_("Nothing is agreed yet.")
STEPS = N_("What we will try")
NO_STEPS = N_("Nothing is written down yet.")
BEING_WRITTEN = N_("Being written: {what}")

# Keys
KEYS = N_("All keys (or ?)")
KEYS_TITLE = N_("The keys")
BACK_FROM_KEYS = N_("Back to the screen")
SCROLL = N_("Up and Down scroll.")
SHOW_OVERVIEW = N_("The whole picture")
SHOW_WELCOME = N_("The welcome")
SHOW_READ_BACK = N_("The page to read back")
