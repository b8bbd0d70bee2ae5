"""What the choice of perspectives says: from where people may say that they speak, and in which words."""

from placecheck.words import N_

TITLE = N_("From where people speak")
HOW = N_(
    "Phones, paper and the keying grid offer the ones that are ticked, in the words next to them. Each "
    "change is saved at once. People who have already answered keep what they chose."
)
OUR_WORDS = N_("Our words for “{name}”")
ONE_STAYS = N_("At least one has to stay.")
OFFER = N_("From where may people say they speak?")
OFFER_HOW = N_("You can put them in your own words once the workshop is made.")
