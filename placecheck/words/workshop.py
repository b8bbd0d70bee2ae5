"""What is said when a move in a workshop does not fit."""

from placecheck.words import N_

ENDED = N_("This workshop has ended.")
NONE_OPEN = N_("No question round is open.")
CLOSE_FIRST = N_("A question round is open. Close it first.")
ASK_SOMETHING = N_("Choose at least one question.")
NOT_ASKED_HERE = N_("The indicator `{id}` is not asked in this assessment.")
NOT_ASKED_YET = N_("The indicator `{id}` was not asked yet.")
NOT_SHOWN_YET = N_("The room has not seen the answers on `{id}` yet.")
ASKED_BEFORE = N_("The indicator `{id}` was asked before. Hold a second vote on it.")
SEE_FIRST = N_("Show the first answers before you hold a second vote.")
SEEN_ALREADY = N_("The room has seen this question round. Hold a second vote on one question instead.")
NO_VOTE = N_("There is no question round {number}.")
NOT_OPEN = N_("This question is closed now. Your answer was not saved.")
NOT_KNOWN = N_("We do not know this personal code.")
NO_WORKSHOP = N_("There is no workshop `{id}` here. It may have been deleted.")
FULL = N_("This workshop has as many people as it can take ({most}).")
NOT_A_REHEARSAL = N_("This is no rehearsal. Nothing was deleted.")
REHEARSAL = N_("Rehearsal: {name}")
ONE_VOICE = N_("This assessment is answered together, as one group. Begin another one for a workshop.")
NO_SECOND_VOTE = N_("No second vote is open.")
GONE_FOR_GOOD = N_("This was let go for good. It cannot be shown any more.")
NOT_HELD_BACK = N_("Only what is held back can be let go.")
EMPTY_NOTE = N_("Nothing is written yet.")
NO_NOTE = N_("This note is not here any more.")
JOINING_CLOSED = N_("No more people can join just now. Ask the people who run this workshop.")
PHONE_TAKEN = N_(
    "Someone has joined on this phone already. Ask the people who run this workshop if more than one may share it."
)
AFTER_THE_END = N_(
    "This workshop has ended, and this person answered on their phone. Only a correction can change their answer."
)
CHOOSE_MATTER = N_("Choose at least one matter to ask about.")
MATTER_ASKED_BEFORE = N_("The room was asked about “{name}” before.")
MATTER_NOT_ASKED = N_("The room was not asked about this matter.")
MATTER_NOT_SHOWN = N_("The room has not seen yet where people put this matter.")
MATTERS_SEEN = N_("The room has seen where people put these matters. Nobody can change it any more.")
MATTER_CLOSED = N_("This matter is closed now. Your answer was not saved.")
NO_SUCH_LEVEL = N_("There is no level “{level}” here. Choose one of those on the page.")
MADE_UP = N_("A made-up story for the rehearsal.")
STORY_NOT_CHOSEN = N_("Nobody has read this story and chosen it for the room.")
