"""What the terminal says around a result."""

from placecheck.words import N_

LEGEND = N_("From left to right: {levels}.")
MARKS = N_("{dot} where it stands   {bar} how low or high it could be   {ring} no reading yet")
LISTED = N_("{title}: {names}.")
