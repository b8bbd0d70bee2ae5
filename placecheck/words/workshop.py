"""What is said when a move in a workshop does not fit."""

from placecheck.words import N_

ENDED = N_("This workshop has ended.")
NONE_OPEN = N_("No round is open.")
CLOSE_FIRST = N_("A round is open. Close it first.")
ASK_SOMETHING = N_("Choose at least one thing to ask.")
NOT_ASKED_HERE = N_("The indicator `{id}` is not asked in this assessment.")
NOT_ASKED_YET = N_("The indicator `{id}` was not asked yet.")
ASKED_BEFORE = N_("The indicator `{id}` was asked before. Hold a second vote on it.")
SEE_FIRST = N_("Show the first answers before you hold a second vote.")
SEEN_ALREADY = N_("The room has seen this round. Hold a second vote on one thing instead.")
NO_VOTE = N_("There is no round {number}.")
NOT_OPEN = N_("This question is closed now. Your answer was not saved.")
NO_CODE = N_("There is no workshop with this code. Look at the big screen and type it once more.")
NOT_KNOWN = N_("We do not know this personal code.")
NO_KEY = N_("No workshop opens with this key. Type the facilitator's key as it was shown when the workshop was made.")
NO_WORKSHOP = N_("There is no workshop `{id}` here. It may have been deleted.")
FULL = N_("This workshop has as many voices as it can take ({most}).")
NOT_A_REHEARSAL = N_("This is no rehearsal. Nothing was deleted.")
REHEARSAL = N_("Rehearsal: {name}")
ONE_VOICE = N_("This round is answered together as one voice. Begin another for a workshop.")
MADE_UP = N_("A made-up story for the rehearsal.")
