"""What is said around making a place and answering."""

from placecheck.words import N_, NN_

# Making a place
START = N_("Check a place")
START_INTRO = N_("Only the name is needed. You can change the rest later. Everything stays on this computer.")
START_INTRO_ELSEWHERE = N_(
    "Only the name is needed. You can change the rest later. Everything stays on the computer that placecheck runs on."
)
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
CONTEXT = N_("What should a reader know about this place?")
MEANT_FOR_OTHERS = N_("This question is meant for: {names}. You may answer it too, or leave it out.")
RUBRIC = N_("Which rubric will you use?")
RUBRIC_BY = N_("{title}, by {authors}")
RUBRIC_OF_PLACE = N_("This place keeps its own rubric: {title}, by {authors}.")
HOW_MUCH = N_("How much will you look at?")
STARTER = N_("The short set: {n} questions, {time}")
FULL = N_("The full set: {n} questions, {time}")
OR_CHOOSE = N_("Or choose your own questions")
WHICH_TO_ASK = N_("Which will you ask? Leave this empty to ask the whole set.")
TOGETHER = N_("How will you answer?")
TOGETHER_ONE = N_("Together, as one group")
TOGETHER_MANY = N_("Several people, one after the other")
BEGIN = N_("Begin")
NAME_MISSING = N_("Please give the place a name.")
WHAT_FIRST = N_(
    "Before you begin: what do you have already? A plan, a survey or a list of local groups can all help you answer."
)

# Putting it right
PLACE = N_("About this place")
PLACE_OF = N_("Open {name}")
PLACE_INTRO = N_(
    "A new name, kind or nation counts for every assessment of this place. A new boundary, and what to "
    "know about the place, count for the newest assessment only."
)
DAY = N_("On which day was this assessment?")
PLACE_KEPT = N_("It is kept.")

# Answering
EXAMPLES_TAKE_NO_ANSWERS = N_("This is an example. To try it out, make a copy of your own.")
MAKE_A_COPY = N_("Make a copy")
VOICE_ONE = N_("The group, together")
PERSPECTIVE = N_("From where do you speak? You need not say.")
NOT_SAID = N_("Not said")
NEXT_VOICE = N_("Let the next person answer")
NOBODY_YET = N_("Nobody has answered yet.")
FIRST_VOICE = N_("Let the first person answer")
TAKE_OUT = N_("Take this person out")
TAKE_OUT_WHAT = N_(
    "{name} will be left out of every number, list and file of this assessment. The history says that "
    "they were taken out. There they can be let back in with everything they said."
)
TAKE_OUT_NOW = N_("Take out {name}")
TAKEN_OUT = N_("{name} is taken out. The history can bring them back.")
WHOSE_TURN = N_("Whose turn is it?")
VOICE_NAMED = N_("Person {n}")
VOICE_FROM = N_("Person {n}: {perspective}")
PROGRESS = N_("{done} of {total} answered")
DIMENSION_PROGRESS = N_("{name} ({done} of {total})")
STORY = N_("First the story: what have you seen or heard here?")
STORY_HINT = N_("A few words are enough. Name no one who would not want it.")
LEVEL = N_("Which of these is nearest?")
SURE = N_("How sure are you?")
NOT_VERY = N_("Not very")
FAIRLY = N_("Fairly")
VERY = N_("Very")
HOW_SURE = {"not_very": NOT_VERY, "fairly": FAIRLY, "very": VERY}
FOR_WHOM_NOT = N_("For whom is this not true?")
PROMISED = N_("What was promised?")
SEEN = N_("What did you see of it?")
FOR_WHOM_HINT = N_("There is nearly always someone. Who would say otherwise?")
TAKE_BACK = N_("Take this answer back")
SAVING = N_("Saving …")
SAVED = N_("Saved.")
NOT_YET = N_("Not saved yet: the app is not responding. What you said stays here and is sent again.")
NOT_ANSWERED = N_("Not answered yet. That is fine too.")
FORM = {
    "story": STORY,
    "storyHint": STORY_HINT,
    "level": LEVEL,
    "sure": SURE,
    "notFor": FOR_WHOM_NOT,
    "notForHint": FOR_WHOM_HINT,
    "promised": PROMISED,
    "seen": SEEN,
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
UNDO = N_("Undo the last change")
UNDO_NOT = N_("It does not undo what the room was shown, votes, slips and pictures, or what other people answered.")
UNDONE = N_("Taken back: {what}.")
NOTHING_TO_UNDO = N_("There is nothing more to undo here. Other changes can be brought back in the history.")
SAME_LEVEL = N_("You gave the same level to all of these. That may be right. Would a second look show a difference?")
COUNTED = {"progress": PROGRESS, "dimension": DIMENSION_PROGRESS, "same": SAME_LEVEL}
"""What stands around the forms of a page, by the names that the browser counts by."""
NEXT_DIMENSION = N_("Next: {name}")
PREVIOUS_DIMENSION = N_("Previous: {name}")
I_AM_DONE = N_("I am done")
DONE = N_("Thank you. You are done")
DONE_WITH = NN_("You answered {n} of {total} questions.", "You answered {n} of {total} questions.")
DONE_NOTHING = N_("Nothing is answered yet")
DONE_NOTHING_HINT = N_("You can begin with the first question, or leave it to others.")
TO_FIRST = N_("Go to the first question")
WHAT_YOU_SAID = N_("What you said")
DONE_KEPT = N_("What you said is kept. You can come back and change it.")
PASS_ON = N_("Now pass the computer on")
PASS_ON_HINT = N_("The next person starts with a blank page and does not see your answers.")
BACK_TO_ANSWERS = N_("Change my answers")
TO_NEXT_STEPS = N_("Decide what to try")
SEE_RESULTS = N_("See where it stands")
OWN = N_("Your own question")
REWORDED = N_("In your own words")

# After a workshop
CLOSED_ANSWERS = N_(
    "This person answered on their phone, and the workshop has ended. Their answers can no longer be changed."
)
CORRECT = N_("They asked for a correction")
CORRECT_WHAT = N_(
    "The history will say that an answer was corrected because someone asked for it, and never whose it was."
)
CORRECT_WHICH = N_("Which question?")
CORRECT_LEVEL_MISSING = N_("Choose the answer that they asked for.")
CORRECT_KEEP = N_("Keep the correction")
CORRECTED = N_("Corrected. The history says so.")

# One question at a time
ONE_AT_A_TIME = N_("One question at a time")
QUESTION_BEFORE = N_("Previous question")
NEXT_QUESTION = N_("Next question")
