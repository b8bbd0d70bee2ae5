"""What `placecheck place` says in a terminal."""

from placecheck.words import N_, NN_

CARDS = NN_("{place}: {n} card", "{place}: {n} cards")
UNKNOWN_ENDING = N_("The ending `{ending}` is not known here.")
USE_ONE_OF = N_("Use one of {known}.")
WOULD_KEEP = NN_("{file}: {n} card would be kept.", "{file}: {n} cards would be kept.")
HERE_ALREADY = NN_("{file}: {n} card is here already, unchanged.", "{file}: {n} cards are here already, unchanged.")
COLUMN = N_("  {column} {heading}: {key}")
KEPT = NN_("{file}: {n} card kept.", "{file}: {n} cards kept.")
NO_PLACE_SAID = N_("The file does not say which place its cards belong to.")
NAME_PLACE = N_("Name the place with --place.")
