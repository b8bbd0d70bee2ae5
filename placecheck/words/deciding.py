"""What is said around agreeing, next steps, history, own words and taking things away."""

from placecheck.words import N_, NN_

# Agreeing
AGREE = N_("Agree together, or agree to differ")
AGREE_INTRO = N_("What you agree is kept beside what each of you said, never over it.")
OUTCOME = N_("What did you settle on?")
NOT_AGREED = N_("We did not agree")
BECAUSE = N_("In your own words: because ...")
MINORITY = N_("What do others among you say?")
KEEP_AGREED = N_("Keep what we agreed")
AGREED_KEPT = N_("What you agreed is kept.")
WITHDRAW_AGREED = N_("Take it back")
WHY_MISSING = N_("Please say why you did not agree. It need only be a few words.")

# Next steps
NEXT_STEPS = N_("Next steps")
NEXT_INTRO = N_("What will you try? One small first step is enough. Strengths to build on come first.")
BUILD_ON = N_("Strengths to build on")
NO_STEPS = N_("No next steps yet.")
ADD_STEP = N_("Add a next step")
WHAT = N_("What will you try?")
WHO = N_("Who will do it? A role is enough.")
FIRST_STEP = N_("What is the first small step?")
WHEN = N_("By when? A year, a month or a day: 2027, 2027-01 or 2027-01-31")
POWER = N_("Who holds the power to let it happen?")
ABOUT_WHAT = N_("What is it about?")
ABOUT_NOTHING = N_("The place as a whole")
REMOVE_STEP = N_("Remove this step")
WHAT_MISSING = N_("Please say what you will try.")
WHEN_WRONG = N_("Please write the time as a year, a month or a day, such as 2027-01.")
ADD = N_("Add")
MISSING_VOICES = N_("Who was not in the room?")

# History
HISTORY = N_("History")
HISTORY_INTRO = N_("Every change is kept. Nothing is written over. Bring back anything that stood before.")
NO_CHANGES = N_("Nothing was changed yet.")
CHANGED_AT = N_("{when}: {who}, {what}")
BEFORE_AFTER = N_("From {before} to {after}")
NOTHING_THERE = N_("nothing")
BRING_BACK = N_("Let it say this again")
BROUGHT_BACK = N_("It says this again.")
OF_SETTING = N_("about the round")
OF_PERSPECTIVE = N_("from where they speak")
VOICE_CAME = N_("This voice is new here. It did not say.")
OF_AGREED = N_("agreed: {name}")
OF_ACTION = N_("a next step")
OF_BALLOT = N_("a second vote")
OF_OWN_WORDS = N_("own words: {name}")
OF_CAUSE = N_("what moved it: {name}")
OF_CARD = N_("a card from the discussion")
THE_GROUP = N_("the group")

# Deleting
DELETE = N_("Delete this place")
DELETE_INTRO = N_("Take a copy first. What is deleted is gone for good.")
WHAT_GOES = N_("{name} goes, with {what}, and its whole history.")
GOES = {
    "rounds": NN_("{n} round", "{n} rounds"),
    "voices": NN_("{n} voice", "{n} voices"),
    "answers": NN_("{n} answer", "{n} answers"),
    "actions": NN_("{n} next step", "{n} next steps"),
}
TAKE_COPY = N_("Download a copy: {when}")
TYPE_NAME = N_("To delete it, write the name of the place: {name}")
DELETE_NOW = N_("Delete it for good")
NAME_DIFFERS = N_("That is not the name of the place. Nothing was deleted.")
DELETED = N_("{name} was deleted.")

# Own words
OWN_WORDS = N_("Own words")
OWN_INTRO = N_(
    "The rubric is where you start, not where you must end. Say what counts here. What you reword or add is marked, "
    "and is not compared with other places."
)
WHICH = N_("Which one?")
REWORD = N_("Say it in our words")
DROP = N_("Leave it out here")
DROP_WHY = N_("Why does it not fit here?")
ADD_OWN = N_("Add one of our own")
NAME = N_("A short name")
STATEMENT = N_("The statement")
LOOK_FOR = N_("What to look for")
LEVEL_WORDS = N_("{level}: what would one see?")
DIMENSION = N_("Which side does it belong to?")
KEEP = N_("Keep")
AS_IT_WAS = N_("As the rubric has it")
OWN_NOW = N_("In own words now")
REWORDED = N_("Reworded: {name}")
DROPPED = N_("Left out: {name}. {why}")
ADDED = N_("Added: {name}")
OWN_GAP = N_("Please fill in the statement and every level, each in words of its own.")
WHY_GAP = N_("Please say why it does not fit here.")

# Taking it away
TAKE_AWAY = N_("Take it with you")
TAKE_PDF = N_("The summary to print (PDF)")
TAKE_PAGE = N_("One page of it (PDF)")
TAKE_HTML = N_("The summary for any browser (HTML)")
TAKE_FILE = N_("Everything as one file")
TAKE_SHEET = N_("As a spreadsheet")
