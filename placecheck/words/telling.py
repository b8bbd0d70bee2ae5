"""What phones say where people tell of their place without being asked a question of the rubric."""

from placecheck.words import N_

TITLE = N_("Tell us something else")
ABOUT = N_("In your own words. Please name roles, not people. It goes to your group without your name.")
WHAT_IS_HERE = N_("What is here that we should know of?")
WHAT_TO_TALK_ABOUT = N_("What should we talk about?")
SEND = N_("Send it")
KEPT = N_("Thank you. It is kept.")
NOTHING = N_("Nothing was written, so nothing is kept.")
REHEARSAL = N_("This is a rehearsal. What you wrote is not kept.")
TOLD = N_("What you told us")
TAKE_BACK = N_("You can take back each of them under “My code”.")
TOO_MANY = N_("That was a lot at once. Please wait a little.")
TOO_LONG = N_("Please keep it under {most} characters.")
