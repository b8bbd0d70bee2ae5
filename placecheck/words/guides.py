"""What the guides say around people's own replies."""

from placecheck.words import N_, NN_

STANCES = {
    "yes": N_("Yes"),
    "partly": N_("Partly"),
    "no": N_("No"),
    "unsaid": N_("It does not say"),
    "not-applicable": N_("Does not apply"),
}
FROM_TO = N_("{low} to {high}")
NAME_SAYS = N_("{name} {says}")
WITH_WHERE = N_("{line} (It says so here: {where})")
FITS_BECAUSE = N_("It fits what you said about: {names}.")
PROMISE = N_("The promise that goes with it: {promise}")
CAUTION = N_("A word of caution: {caution}")
WOULD_CHANGE = N_("What would change this: {change}")
NO_COST = N_("Some numbers are still missing for the sum.")
COST_FAULTS = {
    "no-number": N_("{name}: this is not a number that can be used. Write it in digits, as in 1,200."),
    "upside-down": N_("{name}: the low number is above the high one."),
}
COST_HEAD = (N_("What is spent"), N_("Low"), N_("High"))
COST_BIDS = N_("By all who bid")
COST_LOST = N_("Of that, by those who do not win")
COST_BUYER = N_("By the buyer, to run it")
COST_CHANGEOVER = N_("On changing over to someone new")
COST_TOTAL = N_("All together")
MONEY = N_("£{amount}")
COST_FORMULA = N_(
    "The sum: groups that bid x hours for a bid x cost of an hour, and the buyer's hours x cost of an hour, and the"
    " change to someone new. One group wins; what the others spent is lost."
)
COST_HOURS = N_("That is {low} to {high} hours that nobody can spend on people.")
COST_SHARE = N_("It is {low} to {high} per cent of what the contract is worth.")
NO_SHARE = N_("Write what the contract is worth, to see how large a part of it bidding costs.")
EVIDENCE_HEAD = (N_("What it speaks of"), N_("What was found"), N_("Who found it"))

# The pages
TITLE = N_("Guides")
NONE_OF_RUBRIC = N_("{title} comes with no guides.")
INTRO = N_("Help for hard moments. Each takes you step by step to something that you can use.")
MINUTES = NN_("About {n} minute.", "About {n} minutes.")
BEGIN = N_("Begin")
GO_ON = N_("Go on: {name}")
OURS = N_("What is ours: {ours}")
OPEN_A_PLACE = N_("What you write here is kept for this visit only. Open a place of your own, and it is kept with it.")
NOT_KEPT = N_("What you write here is kept for this visit only, unless you keep it with your place.")
KEEP = N_("Keep it with {place}")
KEPT_WHERE = N_("What you write is kept with your place as you type. You can go on another day.")
SHEET_NAME = N_("{guide} {date}")
ANOTHER_SHEET = N_("{name}, number {n}")
"""A further worksheet on the same guide, begun on the same day."""
STEP_OF = N_("Step {n} of {total}")
BACK = N_("Back")
NEXT = N_("Next")
TO_LIST = N_("All guides")
RESTS_ON = N_("What this rests on")
SAYS = N_("What does it say?")
WHERE = N_("Where does it say so?")
TABLE_FULL = NN_("There is room for {n} line. It is full.", "There is room for {n} lines. All are full.")
LOW = N_("Low")
HIGH = N_("High")

# What comes out
OUTCOME = N_("What comes out")
PROGRESS = N_("{n} of {total} questions have a reply.")
NEEDED = N_("Still needed: {names}.")
TO_FILL = N_("You can still fill in: {names}.")
FILL_FIRST = N_("This is not written yet. Fill in first: {names}.")
"""What is said in place of a letter that would only greet."""
NOTHING_YET = N_("Nothing comes out yet. Reply to a question or two first.")
DOWNLOAD = N_("Take it as text")
TAKE_PDF = N_("Print it (PDF)")
TAKE_WORD = N_("Change it in Word (DOCX)")
KICKER = N_("A guide")
FIRST = N_("Before you begin")
PRINT_BLANK = N_("Print it blank (PDF)")
ONLY_IF = N_("Fill this in only if this is the reply to “{names}”: {replies}.")
ONLY_AFTER = NN_(
    "Fill this in once there is a reply to: {names}.", "Fill this in once there is a reply to one of these: {names}."
)
STEP_NOT_OPEN = NN_(
    "“{step}” opens once there is a reply to: {names}.",
    "“{step}” opens once there is a reply to one of these: {names}.",
)
TO_TICK = N_("☐ {choice}")
NEXT_TO_ANOTHER = N_("See it next to another worksheet")
WHOSE = N_("Which one?")
ASKED = N_("What was asked")
THIS_ONE = N_("This one")
OTHER_ONE = N_("The other")
ALL_THE_SAME = N_("Both say the same.")

DECIDED_BY = N_("Who decides: {by}")
FOLLOW = N_("Follow it as a decision")
FOLLOWED = N_("It is among the decisions of your place now.")
BRING_HOME = N_("Keep what you will try as an idea, with your thanks")
BROUGHT_HOME = N_("It is among the ideas of your place now.")

# What the program looks up in an assessment
OPEN_AN_ASSESSMENT = N_("Open an assessment first. Then this page can look through it.")
NOTHING_FOUND = N_("Nothing of this kind was found. Please read it yourself as well.")
AND_MORE = NN_("and {n} more", "and {n} more")
MISSING_SAID = N_("It says who was not there: {text}")
MISSING_UNSAID = N_("It does not say yet who was not there.")
UNHEARD = N_("Nobody spoke as one of these: {names}.")
QUOTED = N_("“{seen}”")
SEEN_IN = N_("{seen}, under: {where}")
FOLLOW_TO_CHANGE = N_("Each line leads to where you can change it.")
STRONG_IN = N_("“{seen}”, under: {where}. {instead}")
ELSEWHERE = N_("the place itself")
TAKE_HTML = N_("As a web page (HTML)")
FROM_CARDS = N_("Add one from what is here")
CHOOSE_CARD = N_("Choose a card")
