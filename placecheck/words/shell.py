"""What the page says before the dashboard is there."""

from placecheck.words import N_

MENU = N_("Menu")
CHOOSE_FILE = N_("Choose a file")
DROP_FILE = N_("Let the file go here")
NEEDS_SCRIPT = N_("This screen needs JavaScript. The pages for answering on a phone do not.")
