"""What is said of the notes' own text: what was added, what is there of each note, what can be done with it."""

from placecheck.words import N_, NN_

# What came of adding
FILES_READ = NN_("{n} file was read.", "{n} files were read.")
NONE_READ = N_("No file could be read.")
KNOWN = N_("Of the {of} notes that the rubric knows, {n} are here: {whole} whole, {part} in part.")
PASSAGES = N_("Of the {of} passages, {n} were found.")
CHANGED = NN_("{n} note is new here, or has more text now.", "{n} notes are new here, or have more text now.")
UNCHANGED = N_("Nothing of it is new: all of it was here already.")
NEW = NN_(
    "{n} note is one that the rubric does not know. It can be read and searched.",
    "{n} notes are ones that the rubric does not know. They can be read and searched.",
)
LEFT_OUT = NN_(
    "{n} line is part of no note (menus, sponsors, lists of names). It was left out.",
    "{n} lines are part of no note (menus, sponsors, lists of names). They were left out.",
)
PROBLEMS = N_("This could not be read:")

# What is there of one note
WHOLE = N_("The whole text is here. Passages: {n} of {of}.")
PART = N_("Part of the text is here. Passages: {n} of {of}.")
ABSENT = N_("The text is not here. Passages that we have summed up: {of}.")
NEW_NOTE = N_("Not in the rubric. Paragraphs: {n}.")
NOT_IN_RUBRIC = N_("A note that the rubric does not know")
UNLIKE = NN_(
    "{n} paragraph is not word for word as the rubric knows it.",
    "{n} paragraphs are not word for word as the rubric knows them.",
)

# The commands
REMOVED = N_("The text of `{id}` is not here any more.")
NOT_ADDED = N_("No text of a note `{id}` is here. See `placecheck notes list`.")
ALL_THERE = N_("All {n} passages of {notes} notes are there, word for word.")
NO_TEXT_YET = N_(
    "The {n} passages of {notes} notes are in order. None of the text is here; add it with `placecheck notes add PATH`."
)
SOME_THERE = N_("{n} of {of} passages are here, word for word.")

# The screen
ADD = N_("Add the text of the notes")
ADD_INTRO = N_(
    "Do you have the notes as files? Add them, and you can read each passage in its context. They are "
    "not sent to anyone else. Notes of your own are welcome too."
)
FILE = N_("Files of notes: text, web pages, Markdown, Word or PDF")
TEXT_HERE = N_("What is here of each note")
TAKE_OUT = N_("Take out")
TAKEN_OUT = N_("Taken out: {title}")
READ_NOTE = N_("Read: {title}")

# Reading a passage
READING = N_("A passage")
NO_PASSAGE = N_("There is no such passage.")
READ_HERE = N_("Read it in its context")
MORE_PASSAGES = NN_("One more passage", "{n} more passages")
MORE_ABOUT = N_("More about this passage")
BACK_TO_DISCUSSION = N_("Back to the discussion")
IN_SHORT = N_("Our summary")
WHERE_IT_STANDS = N_("Where it is in the note")
NO_TEXT = N_("The text of this note is not here. Open it on the web, or add its file on the page of the discussion.")
NO_TEXT_NO_PAGE = N_("The text of this note is not here. You can add its file on the page of the discussion.")
EARLIER = NN_("{n} paragraph before this", "{n} paragraphs before this")
LATER = NN_("{n} paragraph after this", "{n} paragraphs after this")
THIS_PASSAGE = N_("This passage")
BEARS_ON = N_("Which questions it belongs to")
BEARS_ON_NOTHING = N_("No question rests on it.")
SUPPORTS = N_("What rests on it")
CAUTIONS = N_("It warns about")
THROUGH = N_("All passages on: {name}")
BEFORE = N_("Previous passage")
NEXT = N_("Next passage")
OTHERWISE = N_("Who sees it differently")
BIG = N_("Show it on the big screen")
SMALL = N_("Back to the page")
