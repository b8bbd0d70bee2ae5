"""What is said around agreeing, next steps, history, own words and taking things away."""

from placecheck.words import N_, NN_

# Agreeing
AGREE = N_("Agree together, or agree to differ")
AGREE_INTRO = N_("What you agree is kept alongside what each of you said. It replaces nothing.")
OUTCOME = N_("What did you settle on?")
NOT_AGREED = N_("We did not agree")
BECAUSE = N_("In your own words: because ...")
MINORITY = N_("What do others among you say?")
KEEP_AGREED = N_("Keep what we agreed")
AGREED_KEPT = N_("What you agreed is kept.")
VIEWS_DIFFER_HERE = N_("Views differ here. [{agree}](#{at})")
NEXT_DISAGREEMENT = N_("Next where views differ: {name}")
ALL_TALKED_OVER = N_("You have decided on every question where views differ.")
WITHDRAW_AGREED = N_("Take it back")
OUTCOME_MISSING = N_("Choose first what you agreed, or that you did not. What you wrote is still here.")
AGREED_DRAFT = N_("This is a draft. It is there when you come back to this page, and counts once you keep it.")
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
WHEN = N_("By when? As you would say it: 31/01/2027, January 2027, by Easter")
POWER = N_("Who holds the power to let it happen?")
ABOUT_WHAT = N_("What is it about?")
ABOUT_NOTHING = N_("The place as a whole")
REMOVE_STEP = N_("Remove this step")
OTHERS_WROTE = N_("Someone else has written here in another window: “{words}”. Theirs stays until you choose.")
MINE_COUNTS = N_("Use mine instead")
TAKE_THEIRS = N_("Use theirs")
AGREED_SO_FAR = N_("So far it is kept as: {words}")
KEPT_AS_DRAFT = N_("Not added yet: kept as a draft.")
NOT_SAVED_YET = N_("This was typed here before and is kept as a draft. It is not saved yet.")
LEAVE_OUT = N_("Leave it out")
GOES_WITH_FILE = N_("This belongs to the file above. If you load the page again, both are gone.")
KEPT_WITH = N_("What you type here is kept only when you press “{button}”.")
CHOICE_KEPT_WITH = N_("What you choose here is kept only when you press “{button}”.")
WHAT_MISSING = N_("Please say what you will try.")
ADD = N_("Add")
MISSING_VOICES = N_("Who was not in the room?")

# History
HISTORY = N_("History")
HISTORY_INTRO = N_("Every change is kept, and nothing is overwritten. You can bring back any earlier version.")
HISTORY_NOT_WHO = N_("Nobody is shown what individual people said, or when. A correction is listed here.")
WHO_LED = N_("Who led the workshop")
LED = N_("{when}: account {account} {what}")
MADE_WORKSHOP = N_("made the workshop")
WORKSHOP_LOG = {
    "place_agreed": N_("agreed what place and which months are meant"),
    "vote_begun": N_("opened questions"),
    "vote_turned": N_("closed questions, or opened them again"),
    "vote_revealed": N_("showed the answers"),
    "held_back": N_("held an answer back, or no longer"),
    "withdrawn": N_("discarded a question for good"),
    "matters_asked": N_("asked where matters are best decided"),
    "matters_turned": N_("closed matters, or opened them again"),
    "matters_revealed": N_("showed what people said of matters"),
    "matter_held": N_("held a matter back, or no longer"),
    "door_turned": N_("stopped new people joining, or let them in again"),
    "sharing_turned": N_("set whether several people may use one phone"),
    "timer_set": N_("set the timer"),
    "note": N_("wrote or took out a note"),
    "read_back": N_("said that the words were read together"),
    "story": N_("chose a story for the room, or no longer"),
    "screen": N_("changed what the big screen shows"),
    "ended": N_("ended the workshop"),
}
A_CORRECTION = N_("a correction that someone asked for")
BY_ACCOUNT = N_("{who} (account {account})")
NO_CHANGES = N_("Nothing was changed yet.")
CHANGED_AT = N_("{when}: {who}, {what}")
BEFORE_AFTER = N_("From {before} to {after}")
NOTHING_THERE = N_("nothing")
PERSON = N_("person {n}")
A_PERSON = N_("a person")
A_QUESTION = N_("a question that is not asked now")
BRING_BACK = N_("Bring this version back")
BROUGHT_BACK = N_("This version is back.")
OF_SETTING = N_("about the assessment")
OF_ASKED = N_("the questions that are asked")
OF_PERSPECTIVES = N_("from where people may say they speak")
AS_THE_RUBRIC = N_("as the rubric has it")
OF_REMOVAL = N_("who takes part")
WHOLE_SET = N_("the whole set")
VOICE_OUT = N_("This person was taken out.")
VOICE_BACK = N_("This person was let back in.")
LET_BACK = N_("Let this person back in")
OF_PERSPECTIVE = N_("from where they speak")
VOICE_CAME = N_("This person is new here. They did not say.")
OF_AGREED = N_("agreed: {name}")
OF_ACTION = N_("a next step")
OF_STEP = {
    "indicator": N_("what “{what}” is about"),
    "first_step": N_("the first small step of “{what}”"),
    "who": N_("who does “{what}”"),
    "when": N_("the date of “{what}”"),
    "power": N_("who can say yes to “{what}”"),
    "outcome": N_("what became of “{what}”"),
}
"""What of a next step a change changed, by its field."""
OF_BALLOT = N_("a second vote")
OF_LEVEL_CHOICE = N_("where a matter is best decided")
OF_OWN_WORDS = N_("own words: {name}")
OF_NOTE = N_("a note of the scribe")
OF_CAUSE = N_("what moved it: {name}")
OF_CARD = N_("a card from the discussion")
THE_GROUP = N_("the group")
CAME_FROM = N_("{who} ({source})")
SOURCES = {
    "dashboard": N_("typed in here"),
    "phone": N_("on a phone"),
    "paper": N_("keyed in from paper"),
    "workshop": N_("in the workshop"),
    "file": N_("from a file"),
    "rehearsal": N_("in a rehearsal"),
}
"""Where a change came from, by what it is kept as being by."""

# Deleting
DELETE = N_("Delete this place")
DELETE_INTRO = N_("Take a copy first. What is deleted is gone for good.")
WHAT_GOES = N_("{name} goes, with {what}, and its whole history.")
GOES = {
    "assessments": NN_("{n} assessment", "{n} assessments"),
    "voices": NN_("{n} person", "{n} people"),
    "answers": NN_("{n} answer", "{n} answers"),
    "actions": NN_("{n} next step", "{n} next steps"),
    "cards": NN_("{n} card of the place", "{n} cards of the place"),
}
TAKE_COPY = N_("Download a copy: {when}")
TYPE_NAME = N_("To delete it, write the name of the place: {name}")
DELETE_NOW = N_("Delete it for good")
NAME_DIFFERS = N_("That is not the name of the place. Nothing was deleted.")
DELETED = N_("{name} was deleted.")

# Own words
OWN_WORDS = N_("Own words")
OWN_INTRO = N_(
    "The rubric is where you start, not where you have to end. Say what matters here. What you reword or "
    "add is marked, and is not compared with other places."
)
WHICH = N_("Which one?")
WHAT_WE_ASK = N_("What we ask")
WHAT_WE_ASK_HOW = N_(
    "These questions are on phones and on paper, and in the results. Take one out and its answers are kept, but not "
    "counted. Put it back and they count again."
)
ASK_THESE = N_("Ask these")
ASKED_FROM_NOW = N_("These are asked from now on.")
REWORD = N_("Say it in our words")
DROP = N_("Leave it out here")
DROP_WHY = N_("Why does it not fit here?")
ADD_OWN = N_("Add one of our own")
NAME = N_("A short name")
STATEMENT = N_("The statement")
LOOK_FOR = N_("What to look for")
LEVEL_WORDS = N_("{level}: what would one see?")
DIMENSION = N_("Which dimension does it belong to?")
KEEP = N_("Keep")
AS_IT_WAS = N_("As the rubric has it")
OWN_NOW = N_("In own words now")
TICK_FIRST = N_("Please read what this does to the answers, and tick the box first.")
ANSWERED_IT = NN_("{n} person answered it.", "{n} people answered it.")
NOBODY_ANSWERED = N_("Nobody has answered it.")
BACK_TO_RUBRIC = N_(
    "The words of the rubric are asked again. {answers} Answers given under your words stay, under the rubric's."
)
QUESTION_GOES = N_(
    "The question is not asked any more. {answers} Answers to it are kept, but are in no result, print or file while it"
    " is out."
)
QUESTION_RETURNS = N_("The question is asked again, and answers that were given to it count again. {answers}")
WORDS_CHANGE = N_("{answers} Answers stay, under the new words. Has the meaning stayed the same?")
DO_IT = N_("Yes, do this")
REWORDED = N_("Reworded: {name}")
DROPPED = N_("Left out: {name}. {why}")
ADDED = N_("Added: {name}")
OWN_GAP = N_("Please fill in the statement and every level, each in different words.")
NAME_GAP = N_("Please give it a short name.")
WHICH_GAP = N_("Please choose which one first.")
WHY_GAP = N_("Please say why it does not fit here.")

# Taking it away
TAKE_AWAY = N_("Take it with you")
TAKE_PDF = N_("The summary to print (PDF)")
TAKE_OTHERS = N_("Other paper, large print, Word, a web page or a spreadsheet")
TAKE_PAGE = N_("One page to pin up (PDF)")
TAKE_WORD = N_("The summary to edit (Word)")
TAKE_PAGE_WORD = N_("One page to edit (Word)")
WITH_ANNEX = N_("With the discussion behind it")
TAKE_HTML = N_("The summary for any browser (HTML)")
TAKE_FILE = N_("Everything as one file")
TAKE_SHEET = N_("As a spreadsheet")
