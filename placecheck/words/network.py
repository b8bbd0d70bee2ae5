"""What is said where many places are looked at together."""

from placecheck.words import N_, NN_

TITLE = N_("Many places")
INTRO = N_(
    "Find places among all that are here, open one, or lay some side by side. They stand by name and never by level."
)
FIND_ALL = NN_("Find among {n} place", "Find among {n} places")
KIND = N_("Kind")
NATION = N_("Nation")
ROUND = N_("Round")
ANY = N_("Any")
WORDS = N_("Words in the name, or in what the place says of itself")
FOUND = NN_("{n} round, of {places} places.", "{n} rounds, of {places} places.")
ONLY_FIRST = N_("The first {n} stand here. Say more of what you look for to see others.")
NONE_FOUND = N_("No place fits. Take something out above.")
BESIDE = N_("Lay these side by side (two to twelve)")
SEE_BESIDE = N_("See them side by side")

SPREAD_TITLE = N_("How places spread")
SPREAD_SENTENCE = N_(
    "Each row is one thing that was looked at. The dot is where the place in the middle stands. The bar holds the half "
    "of all places around it. No place is named, and none is a mark to reach."
)
SPREAD_OF = NN_(
    "The newest round of {n} place that was found above.", "The newest rounds of the {n} places that were found above."
)
OTHER_EDITION = NN_(
    "{n} more was asked in other words, and is not in it.", "{n} more were asked in other words, and are not in it."
)
FEW_PLACES = N_("Fewer than {minimum} places say")
SHOW_SPREAD = N_("Show how these places spread")

LOAD_MANY = N_("This archive holds {n} rounds. All are looked at first. That takes some minutes.")
LOAD = N_("Load them")
TAKE_REST = N_("If some cannot be read, keep the others all the same")
LOOKING = N_("Looking at each: {n} of {total}")
KEEPING = N_("Keeping: {n} of {total}")
LOADED = NN_("{n} round is here now.", "{n} rounds are here now.")
