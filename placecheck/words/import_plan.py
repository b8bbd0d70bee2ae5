"""What is said of the plan of an import: what each row and column becomes, in a terminal and on the screen."""

from placecheck.words import N_, NN_

# In a terminal
LAYOUTS = {
    "people": N_("one person a row or column"),
    "answers": N_("one answer a row"),
    "ticks": N_("one statement a row, a column for each level"),
}
OUTCOMES = {"taken": N_("taken"), "left_out": N_("left out"), "asked": N_("not known")}
NO_DAY = N_("no day")
GIVES = NN_("  {place}, {day}: {n} person.", "  {place}, {day}: {n} people.")
STAYS_BEHIND = N_("{file}: stays behind: {rows}.")
ASKED_LINE = N_("asked: {finding}")
ANSWERED_LINE = N_("answered: {text} `{key}`: {answer}")
NO_EQUALS = N_("There is no `=` in this choice.")
CHOOSE_LIKE = N_("Write the question's key, `=` and the answer, as in `scale=from_0`.")

# On the screen
COLUMNS_TITLE = N_("What each column holds")
CHOOSE_COLUMN = N_("Choose, or leave it out")
PLACE_ABOVE = N_("The place that you name above")
ROWS_TITLE = N_("What becomes of each row")
ROW = N_("Row")
BECOMES = N_("What becomes of it")
WHY = N_("Why")
WOULD_GIVE = NN_(
    "{place}, {day}: {n} person with {answers} answers.", "{place}, {day}: {n} people with {answers} answers."
)
ANSWER_FIRST = NN_(
    "Answer the question above, then this can be kept.", "Answer the {n} questions above, then this can be kept."
)
PART_LEAVES = NN_(
    "{n} row cannot be kept as it is. A part can be kept without it. It stays behind: {rows}.",
    "{n} rows cannot be kept as they are. A part can be kept without them. They stay behind: {rows}.",
)
KEEP_PART = N_("Keep only the rows that are whole")
REASONS = {
    "blank": N_("blank"),
    "title": N_("above the headings"),
    "fact": N_("says something of the whole"),
    "headings": N_("headings"),
    "second_headings": N_("second headings"),
    "headings_again": N_("the headings again"),
    "separator": N_("names the separator"),
    "summary": N_("sums up others"),
    "formulas": N_("worked out by formulas"),
    "section": N_("a section's name"),
    "numbering": N_("only numbers the rows"),
    "no_answer": N_("no answer, so no person"),
    "legend": N_("says what numbers mean"),
    "unanswered": N_("not answered"),
    "hidden": N_("hidden"),
    "struck_out": N_("crossed out"),
    "key": N_("only to read"),
    "left_out_by_you": N_("left out by you"),
    "asked": N_("waits for an answer above"),
    "at_fault": N_("a cell must be corrected"),
}
FIELDS = {
    "row": N_("what the row is"),
    "assessment": N_("a number for what belongs together"),
    "place": N_("the place"),
    "kind": N_("what kind of place"),
    "nation": N_("the nation"),
    "boundary": N_("where the place begins and ends"),
    "context": N_("about the place"),
    "date": N_("the day"),
    "round": N_("short set or full set"),
    "asked": N_("the questions asked"),
    "offered_perspectives": N_("the perspectives to choose from"),
    "perspective_names": N_("the group’s names for perspectives"),
    "rubric": N_("the id of what was asked"),
    "edition": N_("the edition of what was asked"),
    "held_back": N_("how many questions were held back"),
    "missing_voices": N_("who was not in the room"),
    "scribe_notes": N_("what the scribe wrote"),
    "second_votes": N_("the second votes"),
    "voice": N_("who answered"),
    "perspective": N_("from where people speak"),
    "paper": N_("whether it was on paper"),
    "indicator": N_("the question"),
    "level": N_("Level"),
    "no_answer": N_("why there is no level"),
    "story": N_("Story"),
    "promised": N_("What was promised"),
    "seen": N_("What was seen of it"),
    "sure": N_("How sure"),
    "not_for": N_("For whom not"),
    "not_agreed": N_("why the group did not agree"),
    "because": N_("why"),
    "minority": N_("what some see otherwise"),
    "what": N_("a next step"),
    "who": N_("who will do it"),
    "first_step": N_("the first small step"),
    "when": N_("by when"),
    "power": N_("who can let it happen"),
    "outcome_state": N_("what became of it"),
    "outcome_seen": N_("what was seen of it"),
    "outcome_when": N_("when that was seen"),
    "outcome_because": N_("why it came to this"),
    "change": N_("what was changed"),
    "dimension": N_("the dimension"),
    "words": N_("the question in the group's own words"),
    "since": N_("the day looked back to"),
}
