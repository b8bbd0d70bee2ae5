"""What is printed of a place: its profile, and sheets of what is here, the agenda and what became of it."""

from placecheck.words import N_, NN_

KICKER = N_("A place in its people's words")
TITLE = N_("{place}: a profile")
MADE_ON = N_("printed on {day}")
THE_PLACE = N_("The place")
STANDS = N_("How it stands")
PEOPLE = NN_("{n} person answered, or a group as one.", "{n} people answered.")
STANDS_ON = N_("{people} It was {day}.")
STANDS_ABOUT = N_("This is no mark, and no comparison with anywhere.")
STRONG = N_("Strong here")

# What anyone may see
HOW_PUBLISHED = N_("How this was made")
PUBLISHED_TEXTS = N_(
    "Each card, photo and next step was read and ticked by itself. Nothing says who told it, and no card of a skill or "
    "a tie between people says where it is."
)
PUBLISH = N_("The place's profile, for anyone to see")
PUBLISH_ABOUT = N_(
    "What is here, what was heard and what became of it, with the summary above. Nothing leaves until you tick it: "
    "each card, who keeps it going, each photo and each next step by itself."
)
PUBLISH_NEVER = N_(
    "Some things never leave: who said something, where a skill or a tie between people is, slips that you left out, "
    "and what the cards answer of one person alone."
)
PUBLISH_KINDS = {
    "here": N_("What is here"),
    "pot": N_("Pots of money"),
    "figure": N_("Figures"),
    "heard": N_("What was heard"),
    "group": N_("Groups of slips"),
    "decision": N_("Decisions"),
    "matter": N_("Who decides what"),
    "step": N_("Next steps"),
}
PUBLISH_GROUP = NN_("{name}: {n} text to read", "{name}: {n} texts to read")
PUBLISH_PART = NN_("{name}, from number {first}: {n} text to read", "{name}, from number {first}: {n} texts to read")
KEEPS_IT = N_("Who keeps “{card}” going: {keeper}")
PHOTO_OF = N_("A photo of “{card}”: {alt}")
NO_CARDS = N_("There is no card yet that could leave.")

# Taking it away
TAKE = N_("The place on paper")
TAKE_ABOUT = N_("All of it in one document: what is here, how it stands, what was heard, and what became of it.")
LOOK_FIRST = N_("Look at these words before you hand it on: they may say who somebody is. {words}")
TAKE_PDF = N_("The profile (PDF)")
TAKE_HTML = N_("The profile (HTML)")
TAKE_WORD = N_("The profile to edit (Word)")
TAKE_WALK = N_("A sheet for walking round (PDF)")

# The sheet for walking round
WALK_TITLE = N_("What is here?")
WALK_INTRO = N_(
    "Take this sheet for a walk, or to the door of a meeting. Write down what people should know of. A role is enough: "
    "leave names out."
)
WALK_LINES = (
    N_("What is it?"),
    N_("Where?"),
    N_("Who keeps it going? (a role)"),
    N_("Who may use it? Is there room or time to spare?"),
    N_("Is it under threat? When does it end?"),
)
WALK_BOXES = 6
