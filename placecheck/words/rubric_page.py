"""What the page of rubrics says: which are here, what each asks, and how to add one."""

from placecheck.words import N_, NN_

TITLE = N_("Rubrics")
INTRO = N_(
    "A rubric is a list of questions with described levels. You can use your own as well as the one that "
    "comes with placecheck."
)
HERE = N_("The rubrics here")
COMES_ALONG = N_("It comes with placecheck.")
OWN = N_("It is your own.")
BY = N_("Edition {edition}, by {authors}. Licence: {licence}.")
DIMENSIONS = NN_("{n} dimension", "{n} dimensions")
QUESTIONS = NN_("{n} question", "{n} questions")
LEVELS = NN_("{n} level", "{n} levels")
SHORT = NN_("{n} in the short set", "{n} in the short set")
LOOK = N_("Look at its questions")
LADDER = N_("The levels, from the lowest: {names}.")
ASKED_OF = N_("Asked of: {names}.")
TAKE = N_("Take it as files")
REMOVE = N_("Remove this rubric")
REMOVE_SURE = N_("Yes, remove it. Places that use it keep it.")
REMOVED = N_("The rubric is removed.")
UNFINISHED = N_("The template's words are still under {keys}. Write your own there before you use this rubric.")
LEFT_OUT = N_("A rubric of your own is left out, because something in it is not right:")
ADD = N_("Add a rubric")
ADD_INTRO = N_(
    "Pack the folder of your rubric as a ZIP file and bring it here. You see what it asks before anything is kept."
)
FILE = N_("The ZIP file of your rubric")
FAULTS = N_("It cannot be kept yet. Put these right, pack it again and bring it here:")
REMARKS = N_("You may want to look at these. None of them stops you:")
WOULD_KEEP = N_("This is what it asks. Nothing is kept yet.")
KEEP = N_("Keep this rubric")
KEPT = N_("{title} is here now. Choose it where you begin a place.")
BEGIN = N_("Begin a rubric of your own")
BEGIN_INTRO = N_(
    "Give it a name, and take a small folder with a comment on each line. Change it in any editor for plain text."
)
NAME = N_("What is it called?")
TAKE_TEMPLATE = N_("Take the folder to begin with")
NO_ADDING = N_("Several groups share this server. Ask the person who runs it to add a rubric.")
NO_NOTES = N_("{title} rests on no notes of a discussion, so there is nothing to read here.")
SHOWN = N_("Of which rubric?")
