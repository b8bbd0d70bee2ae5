"""What is asked about a file that comes in, what is wrong in it, and why a row or a column of it is left out."""

from placecheck.words import N_, NN_

# Questions
ANY_TEXT = N_("any text")
CHOOSE = N_("In a mapping file, answer `{key}` with {values}.")
ONE_OF = N_("{others} or {last}")
AND_MORE = N_("{cells} and {n} more")
WHICH_ENCODING = N_("The file is not UTF-8. How do its letters read right?")
READS_AS = N_("as in: {sample}")
WHICH_SCALE = N_("The numbers run from {low} to {high}. What do they count?")
SCALE_RUNS_DOWN = N_("The key says that the numbers run down: the lowest is the best. What do they count?")
SCALES_MIXED = N_("The file says two things about what its numbers count. Which is right?")
SCALE_OPTION = N_("{low} is {first}, {high} is {last}")
WHICH_DATE_ORDER = N_("Dates can be read in two ways. Which comes first, the day or the month?")
READS_AS_DAY = N_("{text} is {day}")
SEVERAL_DAYS = N_("The people's rows have days from {first} to {last}. Was it one gathering?")
EACH_DAY = N_("each day is an assessment of its own")
ONE_DAY = N_("one assessment, of {day}")
WHICH_PLACE = N_("No row names the place. Which place is it about?")
WHICH_DAY = N_("No row says which day it was. Which day? Leave it blank if nobody knows.")
WHICH_EDITION = N_("Which edition of the questions did people answer? Its headings fit this one best.")
ONE_PLACE = N_("Are these the same place? {names}")
BETWEEN_NAMES = N_(" / ")
SAME_PLACE = N_("the same: {place}")
DIFFERENT_PLACES = N_("different places")
SAME_PERSON = N_("{label} is in several rows. Is it one person?")
ONE_PERSON = N_("one person")
SEVERAL_PEOPLE = N_("a person in each row")
AGREED_ROW = N_("{row} looks like what the group agreed.")
COUNT_NO_TICK = N_("{text} is where a tick is expected: it may count how many gave this level.")
COUNTS_ARE_NO_PEOPLE = N_("Counts are not people: load the sheet with each person's answers.")
LEVELS_OR_PEOPLE = N_(
    "The columns are headed {first} to {last}. Is each a person, or does each count how many gave that level?"
)
ROWS_LIKE_LEVELS = N_(
    "Rows are labelled {first} to {last}, as the levels are. Is each a person, "
    "or does each count how many gave that level?"
)
COLUMNS_ARE_PEOPLE = N_("each is a person, with the levels that they gave")
COLUMNS_ARE_COUNTS = N_("each counts how many gave that level: leave them out")
DITTOS = N_("Some cells say the same as above. Do they mean what is in the row above?")
AS_ABOVE = N_("yes, the same as in the row above")
AS_WRITTEN = N_("no, they mean what is written")
SHEETS_AS_PLACES = N_("People are on several sheets and no row names a place: {sheets}. Is each sheet a place?")
SHEET_IS_A_PLACE = N_("each sheet is about the place that it is named after")
SHEETS_OF_ONE_PLACE = N_("all are about one place")
UNNAMED_ROW = N_("{row} may not be a person: it may sum up the others.")
ROW_AGREED = N_("what was agreed")
ROW_LEFT_OUT = N_("leave it out")
ROW_PERSON = N_("a person's answers")
TAKE_WHAT_IS_HIDDEN = N_("Some of the workbook is hidden.")
LEAVE_HIDDEN = N_("leave it out")
TAKE_HIDDEN = N_("take it as if it were not hidden")
ROWS_STRUCK_OUT = N_("Some rows are crossed out.")
LEAVE_STRUCK_OUT = N_("leave them out")
TAKE_STRUCK_OUT = N_("take them as if they were not crossed out")
TAKE_COMMENTS = N_("Cells have comments.")
COMMENTS_AS_STORIES = N_("take them as stories")
LEAVE_COMMENTS = N_("leave them out")
SHEET_NOT_KNOWN = N_("The sheet {sheet} has no row of headings that is known.")
LEAVE_SHEET = N_("leave the sheet out")
LEAVE_COLUMN = N_("leave it out")
KEPT_PLACE = N_("A place named {place} ({about}) is here already. Is it the same?")
SAME_DAY = N_("An assessment of {place} on {day} is here already, and says something else. Is this another?")
ANOTHER_ASSESSMENT = N_("another assessment of that day")
LEAVE_ASSESSMENT = N_("leave it out")
NO_PERSPECTIVE = N_("none of these")
NO_ANSWER_OPTIONS = {
    "not_here": N_("it does not apply here"),
    "dont_know": N_("don't know"),
    "rather_not_say": N_("rather not say"),
    "blank": N_("nothing was answered"),
}

# What is wrong with a cell
NO_LEVEL = N_("{text} is not a level. What does it mean?")
BETWEEN_LEVELS = N_("{text} lies between two levels, or names two.")
SHARE = N_("{text} may be a share of a whole: it is neither a number nor a word of the scale.")
BETWEEN_HOW = N_("Write one level: nothing is rounded.")
DATE_AS_LEVEL = N_("This is the date {day}: a spreadsheet may have made it out of two numbers, such as 2-3.")
TWO_TICKS = N_("Two levels are ticked.")
KEEP_ONE = N_("Keep one.")

# Why a column is left out
IGNORED = {
    "personal": N_("says who somebody is: not kept"),
    "technical": N_("written by the form, not by people"),
    "numbering": N_("only numbers the rows"),
    "section": N_("only names the section"),
}
HOLDS_NOTHING = N_("holds nothing")
SUMS_UP = N_("sums up others")
ONE_LEVEL = N_("a column for one level")
ABOUT_NOTHING = N_("nothing says which question it is about")

# Why a row is left out; those without a remark say it in the plan alone
LEFT_OUT_ROWS = {
    "title": N_("Above the headings, not taken: {rows}."),
    "second_headings": N_("Second headings, not taken: {rows}."),
    "headings_again": N_("The headings again, not taken: {rows}."),
    "summary": N_("Sums up others, no person: {rows}."),
    "formulas": N_("Worked out by formulas, no person: {rows}."),
    "no_answer": N_("No answer, so no person: {rows}."),
    "legend": N_("Says what numbers mean, not taken: {rows}."),
    "numbering": N_("Only numbers the rows, no person: {rows}."),
    "unanswered": N_("Not answered: {rows}."),
    "left_out_by_you": N_("Left out by you: {rows}."),
}
ROWS = NN_("row {rows}", "rows {rows}")
ROWS_FROM_TO = N_("{first} to {last}")
SECOND_TABLE = N_("A second table begins here, with headings of its own.")
NOT_JOINED = N_("Rows of different sheets are taken as different people: no column of names or numbers joins them.")
HIDDEN_SHEET = N_("This sheet is hidden: left out.")
HIDDEN_CELLS = N_("Hidden, so left out: {places}.")
STRUCK_OUT_LEFT = N_("Crossed out, so left out: {places}.")
SUMMARY_SHEET = N_("This sheet sums up others: left out.")
FORMULA_RESULTS = N_("A workbook of this kind gives the results of its formulas as plain values: look them over.")
STRUCK_OUT_UNKNOWN = N_(
    "In a workbook of this kind we cannot see which rows are crossed out: they are taken like the "
    "others. To have them recognised, save it as .xlsx."
)
MARKS_UNKNOWN = N_(
    "This file does not let us see whether rows or columns are hidden or crossed out, or cells have "
    "comments. To have them recognised, save it as .xlsx."
)
COMMENTS_LEFT = N_("Comments on cells are left out: {cells}.")
CUT_BY_HASH = N_("The text ends before ` #`: what follows was read as a remark. Put the text in quotes to keep it.")

# Mapping files
MAP_ABOUT = N_("What the columns of a file hold, and what was chosen where it leaves something open.")
NO_SUCH_MEANING = N_("{meaning} is not something that a column holds.")
MEANINGS_ARE = N_("Write one of {known}; with a question, as in `level of mixing`.")
NO_SUCH_ANSWER = N_("{answer} does not answer `{key}`.")
WRITE_ONE_OF = N_("Write one of {values}.")

# The blank sheet
SHEET_TITLE = N_("How we see our place")
SHEET_HOW = N_("Choose a level for each statement, and say what you see. What you leave blank is not counted.")
SHEET_HOW_SEVERAL = N_(
    "A row for each person. Choose a level for each statement, and say what you see. No names are needed."
)
SHEET_KEY = N_("What each level means. This sheet is only to read.")

# People
JOINED = N_("{label} is in {n} rows that answer different questions: taken as one person.")
RENAMED = NN_("{n} label that may be a name becomes {first}.", "{n} labels that may be names become {first} to {last}.")
NAMES_OUT = N_("Names of people stay out.")
SILENT = NN_("{n} person without any answer is not kept.", "{n} people without any answer are not kept.")
