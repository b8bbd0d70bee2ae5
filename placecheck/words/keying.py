"""What is said where a helper keys in sheets of paper."""

from placecheck.words import N_

TITLE = N_("Type in paper sheets")
INTRO = N_(
    "Answers on paper count the same as all others. Follow the sheet from top to bottom. "
    "The mouse is not needed, and every change is saved at once."
)

SECOND_VOTES = N_("Second votes, if the sheet has any")
SHEET_OF = N_("Sheet {voice}")
SHEET_FROM = N_("Sheet {voice}: {perspective}")

GRID = {
    "sheet": N_("Which sheet?"),
    "newSheet": N_("A new sheet"),
    "perspective": N_("From where does this person speak?"),
    "notSaid": N_("Not said"),
    "keys": N_("Keys for an answer"),
    "sureKeys": N_("After a level, how sure"),
    "moves": N_(
        "Enter goes on to the next question, Tab to the story. An empty answer is skipped. Plus begins a new sheet."
    ),
    "question": N_("Question"),
    "answer": N_("Answer"),
    "means": N_("It means"),
    "story": N_("What they saw"),
    "notFor": N_("For whom it is not true"),
    "promise": N_("What was promised, and what they saw of it"),
    "answerTo": N_("{number}. {name}: answer"),
    "storyOf": N_("{number}. {name}: what they saw"),
    "notForOf": N_("{number}. {name}: for whom it is not true"),
    "promisedOf": N_("{number}. {name}: what was promised"),
    "seenOf": N_("{number}. {name}: what they saw of the promise"),
    "meansSure": N_("{answer}, {sure}"),
    "saved": N_("Saved"),
    "saving": N_("Not saved yet"),
    "wrongKey": N_("{key} means nothing here. Use {keys}."),
    "progress": N_("{done} of {total} typed in."),
    "number": N_("Write this number on the paper sheet: {voice}."),
    "numberLater": N_("The number to write on the paper sheet appears with its first answer."),
    "next": N_("Next sheet"),
}
"""The words of the grid, by the names that its script knows them by."""
