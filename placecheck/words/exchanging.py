"""What is said of files that come in and go out: how columns were matched, and what each holds."""

from placecheck.words import N_, NN_

# Why a column was taken for what it is
ITS_NAME = N_("its own name")
ANOTHER_NAME = N_("often used as a heading for `{field}`")
NAME_COLUMN = N_("To take it, say what it holds in a mapping file, as in `{column}: story of mixing`.")
WHICH_COLUMN = N_("What is in the column `{heading}`? ({reason})")
NO_QUESTION = N_("This row is taken for the headings, but none of them is a question that is known here.")
SAY_COLUMNS = N_(
    "Say what each column holds, at least one of them a question. "
    "In a terminal, `placecheck import FILE --plan --write-map MAP.yaml` writes a file to say it in."
)
ASKED = N_("asks {id}")
CHOSEN = N_("chosen by you")
LEFT_OUT = N_("left out by you")
NO_HEADING = N_("no heading")
NOT_KNOWN = N_("none of the headings known here")
TAKEN_TWICE = N_("column {letter} means the same")

# Kinds of file
UNKNOWN_ENDING = N_("The ending `{ending}` is not known here.")
NO_ENDING = N_("The file's name has no ending that says its kind.")
USE_ONE_OF = N_("Use one of {known}.")
CELL_TOO_LONG = N_(
    "A cell of a workbook holds {most} characters, and the text that begins {begins} is longer. Use .csv or .zip."
)
HOLDS_ONE = N_("A {ending} file holds one assessment. Name a .zip, .xlsx or .csv file for several.")

# The preview in a terminal
SHEET = N_("{file}, {layout}, headings in {row}:")
COLUMN = N_("  {letter:<3} {heading} -> {meaning} ({reason})")
ABOUT = N_("{field} of {indicator}")
READY = NN_("{file}: {n} row is ready.", "{file}: {n} rows are ready.")

# Many at once
MAKING = N_("Making up places:")
LOOKING = N_("Looking at each:")
KEEPING = N_("Keeping:")
KEPT = NN_("{file}: {n} assessment kept.", "{file}: {n} assessments kept.")
HERE_ALREADY = NN_(
    "{file}: {n} assessment was here already and was not kept twice.",
    "{file}: {n} assessments were here already and were not kept twice.",
)
SECONDS_LEFT = NN_("about {n} second left", "about {n} seconds left")
MINUTES_LEFT = NN_("about {n} minute left", "about {n} minutes left")
SAMPLE_ABOUT = N_(
    "{n} assessments of made-up places (seed {seed}), to try things out with. There are no such places, and nobody in "
    "them is real. Open this archive in placecheck, or unpack it: each file is one assessment."
)

# Codes
CODE_NEEDS_PLACE = N_("A code does not say its place. Name one with --place.")

# The key sheet of a workbook
KEY_TITLE = N_("What each column and each word means")
KEY_ABOUT = N_(
    "Fill in the sheets places, voices, answers, agreed and actions: a row each. What you do not know, leave blank. "
    "This sheet is only to read. An apostrophe before =, +, - or @ keeps a spreadsheet from running what people wrote; "
    "it is taken off again when the file comes back."
)
KEY_COLUMNS = N_("Columns")
KEY_LEVELS = N_("Levels of {title}, edition {edition}")
KEY_NO_ANSWERS = N_("No level, and why (no_answer)")
KEY_SURE = N_("How sure (sure)")
KEY_PERSPECTIVES = N_("Perspectives of {title}, edition {edition}")
KEY_INDICATORS = N_("Indicators of {title}, edition {edition}")

NO_ANSWERS = {
    "dont_know": N_("we do not know"),
    "not_here": N_("it does not apply here"),
    "rather_not_say": N_("we would rather not say"),
}
SURE = {"not_very": N_("not very sure"), "fairly": N_("fairly sure"), "very": N_("very sure")}

COLUMNS = {
    "row": N_("what the row is: place, own, voice, answer, agreed, action or cause; blank means answer"),
    "assessment": N_("a number for all rows that belong together; blank where there is only one place and one day"),
    "place": N_("the name of the place; the only thing that a place must have"),
    "kind": N_("street, neighbourhood, village, town, city, district, county or other"),
    "nation": N_("the nation that the place is in"),
    "boundary": N_("where the place begins and ends, in words"),
    "context": N_("what you should know about here"),
    "date": N_("the day of the assessment, as 2026-10-03"),
    "round": N_("full or starter"),
    "asked": N_("the indicators asked, with commas between, where the group chose them; blank means the whole set"),
    "offered_perspectives": N_(
        "the perspectives that people could choose from, with commas between, where the group chose them"
    ),
    "perspective_names": N_("what the group calls perspectives in its own words, as JSON"),
    "rubric": N_("the id of what was asked"),
    "edition": N_("the edition of what was asked"),
    "held_back": N_("how many questions a workshop kept from everyone"),
    "scribe_notes": N_("what the scribe of a workshop noted, in order, as JSON"),
    "second_votes": N_("what voices said in second votes, as JSON"),
    "missing_voices": N_("who was not in the room, in words"),
    "voice": N_("one participant, as v1; names of people are not needed"),
    "perspective": N_("from where the person speaks: an id from the list below"),
    "paper": N_("yes where the person answered on paper"),
    "indicator": N_("what is answered: an id from the list below"),
    "level": N_("the number of a level below, or its name; blank where none was given"),
    "no_answer": N_("why there is no level: dont_know, not_here or rather_not_say"),  # reads hard: words of the format
    "story": N_("what people tell of it"),
    "promised": N_("what was promised"),
    "seen": N_("what people saw of the promise"),
    "sure": N_("how sure: not_very, fairly or very"),
    "not_for": N_("for whom it is not so, where the level is high"),
    "not_agreed": N_("why the group did not agree"),
    "because": N_("why the group chose this level, changed this indicator, or thinks that it moved"),
    "minority": N_("what some of the group see otherwise"),
    "what": N_("what to try next"),
    "who": N_("who will do it"),
    "first_step": N_("the first small step"),
    "when": N_("by when, as people say it: 31/01/2027, January 2027, by Easter"),
    "power": N_("who holds the power to let it happen"),
    "outcome_state": N_("what became of it: not_begun, going, done, changed, blocked or let_go"),
    "outcome_seen": N_("what has been seen of it"),
    "outcome_when": N_("when that was seen: a year, a month or a day"),
    "outcome_because": N_("why it came to this"),
    "change": N_("what the group did with an indicator: reworded, dropped or added"),
    "dimension": N_("the dimension that an added indicator belongs to"),
    "words": N_("the indicator as it is asked here, as the program writes it; best changed in the app"),
    "since": N_("the day of the earlier assessment that people looked back to, as 2025-10-03"),
}

# The archive
PACKAGE_TITLE = N_("Places looked at together")
PACKAGE_ABOUT = N_(
    "Each file in assessments/ is one assessment of one place, whole. The tables hold the same, a row each; a number "
    "under assessment says what belongs together. In the tables an apostrophe before =, +, - or @ keeps a spreadsheet "
    "from running what people wrote. The levels are no measure of a place against another."
)
