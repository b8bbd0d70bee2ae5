"""What the choice of perspectives says: from where people may say that they speak, and in which words."""

from placecheck.words import N_

TITLE = N_("From where people speak")
HOW = N_(
    "Phones, paper and the keying grid offer the ones that are ticked, in the words that stand beside them. Each "
    "change is kept at once. Who has answered already stays with what they chose."
)
OUR_WORDS = N_("Our words for “{name}”")
ONE_STAYS = N_("One at least has to stay.")
OFFER = N_("From where may people say they speak?")
OFFER_HOW = N_("You can put them in your own words once the workshop is made.")
