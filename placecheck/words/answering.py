"""What is said around making a place and answering."""

from placecheck.words import N_

# Making a place
START = N_("Check a place")
START_INTRO = N_("Only the name is needed. You can change the rest later. Everything stays on this computer.")
NAME = N_("What is the place called?")
KIND = N_("What kind of place is it?")
KINDS = {
    "street": N_("Street"),
    "neighbourhood": N_("Neighbourhood"),
    "village": N_("Village"),
    "town": N_("Town"),
    "city": N_("City"),
    "district": N_("District"),
    "county": N_("County"),
    "other": N_("Something else"),
}
BOUNDARY = N_("Where does it begin and end?")
NATION = N_("Which nation is it in?")
CONTEXT = N_("What should a reader know about here?")
ROUND = N_("How much will you look at?")
STARTER = N_("The starter round: {n} things, about half an hour")
FULL = N_("The full round: {n} things, about two hours")
TOGETHER = N_("How will you answer?")
TOGETHER_ONE = N_("Together, as one voice")
TOGETHER_MANY = N_("Several voices, one after the other")
BEGIN = N_("Begin")
NAME_MISSING = N_("Please give the place a name.")
WHAT_FIRST = N_(
    "Before you begin: what do you have already? A plan, a survey or a list of local groups can all help you answer."
)

# Putting it right
PLACE = N_("About this place")
PLACE_OF = N_("Change what is said of it: {name}")
PLACE_INTRO = N_(
    "The name, the kind and the nation change in every round here. Where it begins and ends, and what to know of it, "
    "change in the newest one."
)
DAY = N_("On which day was this round?")
PLACE_KEPT = N_("It is kept.")

# Answering
EXAMPLES_TAKE_NO_ANSWERS = N_("This is an example. To try it out, make a copy of your own.")
MAKE_A_COPY = N_("Make a copy")
VOICE_ONE = N_("One voice, together")
PERSPECTIVE = N_("From where do you speak? You need not say.")
NOT_SAID = N_("Not said")
NEXT_VOICE = N_("Let the next person answer")
WHOSE_TURN = N_("Whose turn is it?")
VOICE_NAMED = N_("Voice {n}")
VOICE_FROM = N_("Voice {n}: {perspective}")
PROGRESS = N_("{done} of {total} answered")
SIDE_PROGRESS = N_("{name} ({done} of {total})")
STORY = N_("First the story: what have you seen or heard here?")
STORY_HINT = N_("A few words are enough. Name no one who would not want it.")
LEVEL = N_("Which of these is nearest?")
SURE = N_("How sure are you?")
NOT_VERY = N_("Not very")
FAIRLY = N_("Fairly")
VERY = N_("Very")
HOW_SURE = {"not_very": NOT_VERY, "fairly": FAIRLY, "very": VERY}
FOR_WHOM_NOT = N_("For whom is this not true?")
FOR_WHOM_HINT = N_("There is nearly always someone. Who would say otherwise?")
TAKE_BACK = N_("Take this answer back")
SAVING = N_("Saving …")
SAVED = N_("Saved.")
NOT_YET = N_("Not saved yet: the app does not answer. What you said stays here and is sent again.")
NOT_ANSWERED = N_("Not answered yet. That is fine too.")
FORM = {
    "story": STORY,
    "storyHint": STORY_HINT,
    "level": LEVEL,
    "sure": SURE,
    "notFor": FOR_WHOM_NOT,
    "notForHint": FOR_WHOM_HINT,
    "takeBack": TAKE_BACK,
    "saving": SAVING,
    "saved": SAVED,
    "notYet": NOT_YET,
    "notAnswered": NOT_ANSWERED,
}
"""What stands in the form of one question, by the names that the form gives it."""
NOT_UNDERSTOOD = N_("This answer could not be understood. Please load the page again.")
SAYS_WHO = N_("Says who? What this rests on, and what warns about it")
JUMP_TO = N_("Jump to")
UNDO = N_("Undo my last change")
UNDONE = N_("Taken back: {what}.")
NOTHING_TO_UNDO = N_("There is nothing to take back.")
SAME_LEVEL = N_("You gave the same level to all of these. That may be right. Would a second look show a difference?")
COUNTED = {"progress": PROGRESS, "side": SIDE_PROGRESS, "same": SAME_LEVEL}
"""What stands around the forms of a page, by the names that the browser counts by."""
NEXT_SIDE = N_("Next: {name}")
PREVIOUS_SIDE = N_("Before: {name}")
SEE_RESULTS = N_("See where it stands")
OWN = N_("Your own question")
REWORDED = N_("In your own words")
