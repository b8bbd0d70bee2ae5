"""What is said where cards of a place come in from files and go out as files."""

from placecheck.words import N_, NN_

IMPORT = N_("Bring in a list or a map")
IMPORT_ABOUT = N_(
    "A table (CSV, XLSX), a map (GeoJSON, as tools for OpenStreetMap export it) or a place file. You see what it holds "
    "before anything is kept."
)
FILE = N_("A file")
NOT_READ = N_("This file cannot be read.")
TABLE_OF = N_("What is in the table?")
TABLES = {
    "here": N_("what is here"),
    "pot": N_("pots of money"),
    "figure": N_("figures"),
    "heard": N_("what people said"),
}
COLUMN = N_("Column")
TAKEN_AS = N_("Taken as")
NOT_TAKEN = N_("not taken")
FEATURES = NN_("{n} feature on the map could become a card.", "{n} features on the map could become cards.")
SORTS = N_("Which sorts do you want?")
OUR_CARDS = N_("our own cards")
NAMED_ONLY = N_("Only those that have a name")
LEFT = N_("Not taken: {sorts}.")
WOULD_KEEP = NN_("{n} card would be kept.", "{n} cards would be kept.")
CARD = N_("Card")
KEEP = NN_("Keep {n} card", "Keep {n} cards")
KEPT = NN_("{n} card is kept.", "{n} cards are kept.")
TAKE_FILE = N_("The place file (YAML)")
TAKE_TABLE = N_("All cards as a table (CSV)")
TAKE_MAP = N_("What is here as a map (GeoJSON)")

# Figures from a table
FIGURES = NN_("The table has {n} figure.", "The table has {n} figures.")
NO_FIGURES = N_("No figure was found in this table.")
AREA = N_("Which area is yours?")
NO_AREA = N_("no area named")
PICK = N_("Which figures do you want?")
SOURCE = N_("Who published them, and where?")
SOURCE_MISSING = N_("Please say who published the figures.")
