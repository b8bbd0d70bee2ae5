"""What is said where an assessment is carried over to a newer edition of its rubric."""

from placecheck.words import N_, NN_

NEWER = N_(
    "There is a newer edition of the questions: {edition}. This assessment stays as it is, with the questions that you "
    "were asked."
)
SEE_WHAT = N_("See what would carry over")
TITLE = N_("From edition {before} to edition {after}")
INTRO = N_(
    "A new assessment is made, and this one stays as it is. Where the words are the same, everything "
    "carries over. Where they changed, the stories carry over and the question is asked again: a level "
    "is an answer to particular words."
)
SUMMARY = N_("{whole} carry over whole, {story} with their story only, {left} stay in the earlier assessment.")
WHOLE = NN_("{n} answer", "{n} answers")

BECAME = {
    "same": N_("{was}: the same words."),
    "reworded": N_("{was}: asked in other words now, as {now}."),
    "split": N_("{was}: now asked as {now}."),
    "merged": N_("{was}: now part of {now}."),
    "dropped": N_("{was}: not asked any more."),
}
GOES = {
    "whole": N_("{who}: carries over."),
    "story": N_("{who}: the story carries over; asked again."),
    "not": N_("{who}: stays in the earlier assessment."),
}
VOICE = N_("Person {id}")
AGREED = N_("What you agreed")
NEW_HERE = N_("Asked for the first time: {names}.")
NO_PERSPECTIVE = N_("These perspectives are not in the new edition, so people who chose them have none there: {names}.")
LOOSE_ACTIONS = NN_(
    "{n} next step is about a question that the new edition does not have; it carries over without it.",
    "{n} next steps are about questions that the new edition does not have; they carry over without them.",
)
LEFT_CAUSES = N_("What moved these stays in the earlier assessment: {names}.")
MAKE = N_("Make the new assessment")
NOTHING_NEWER = N_("There is no newer edition of the questions here.")
NOT_WRITTEN = N_("Nothing was written. Name a file with -o to make the new assessment.")
