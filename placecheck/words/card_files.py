"""What is said where cards of a place come in from files and go out as files."""

from placecheck.words import N_, NN_

IMPORT = N_("Bring in a list or a map")
IMPORT_ABOUT = N_(
    "A table (CSV, XLSX), a map (GeoJSON, as tools for OpenStreetMap export it), a place file, or one packed with its "
    "photos (ZIP). You see what it holds before anything is kept."
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
LAYER_ELSE = N_("What sort are those that do not say so?")
COLUMNS = {
    "id": N_("its id"),
    "kind": N_("what kind of card it is"),
    "where.point": N_("where it is: degrees east, then degrees north"),
    "east": N_("where it is: degrees east"),
    "north": N_("where it is: degrees north"),
    "more": N_("what else there is to say"),
    "by": N_("who says so"),
    "date": N_("when they said so"),
    "true_for": N_("who it is true for"),
    "not_for": N_("who it is not true for"),
    "source": N_("who published it"),
    "source_id": N_("its id where it comes from"),
    "from_slip": N_("the slip that told of it"),
    "address": N_("the address of its source"),
    "via": N_("how it reached us"),
    "groups": N_("the groups that it is in"),
    "left_out": N_("why it is left out"),
}
FEATURES = NN_("{n} feature on the map could become a card.", "{n} features on the map could become cards.")
SORTS = N_("Which sorts do you want?")
OUR_CARDS = N_("our own cards")
NAMED_ONLY = N_("Only those that have a name")
LEFT = N_("Not taken: {sorts}.")
WOULD_KEEP = NN_("{n} card would be kept.", "{n} cards would be kept.")
CARD = N_("Card")
KEEP = NN_("Keep {n} card", "Keep {n} cards")
WOULD_CHANGE = NN_(
    "{n} card that is here already would say something else. How it was stays in its history.",
    "{n} cards that are here already would say something else. How they were stays in their history.",
)
NOTHING_NEW = N_("Nothing in it is new.")
KEPT = NN_("{n} card is kept.", "{n} cards are kept.")
TAKE_FILE = N_("The place file (YAML)")
TAKE_ARCHIVE = N_("The place file with its photos (ZIP)")
TAKE_TABLE = N_("All cards as a table (CSV)")
TAKE_WORKBOOK = N_("All cards as a table (XLSX)")
TAKE_MAP = N_("What is here as a map (GeoJSON)")

# Figures from a table
FIGURES = NN_("The table has {n} figure.", "The table has {n} figures.")
NO_FIGURES = N_("No figure was found in this table.")
HEADINGS_IN = N_("Row {n} was taken as the headings: {headings}")
ROWS_LEFT = NN_("{n} row holds no figure and is left out.", "{n} rows hold no figure and are left out.")
ROW_LEFT = N_("Row {n}: {words}")
SOURCE_SUGGESTED = N_("The words are from the lines around the table. Change them as you need.")
AREA = N_("Which area is yours?")
NO_AREA = N_("no area named")
PICK = N_("Which figures do you want?")
SOURCE = N_("Who published them, and where?")
SOURCE_MISSING = N_("Please say who published the figures.")
