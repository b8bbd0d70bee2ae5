"""What is said where many places are looked at together."""

from placecheck.words import N_, NN_

TITLE = N_("Many places")
INTRO = N_(
    "Find places among all that are here, open one, or compare some side by side. They are listed by "
    "name and never by level."
)
FIND_ALL = NN_("Find among {n} place", "Find among {n} places")
KIND = N_("Kind")
NATION = N_("Nation")
ASSESSMENT = N_("Assessment")
ANY = N_("Any")
WORDS = N_("Words in the name, or in what the place says of itself")
FOUND = NN_("{n} assessment, of {places} places.", "{n} assessments, of {places} places.")
ONLY_FIRST = N_("Only the first {n} are listed. Narrow your search to see the others.")
NONE_FOUND = N_("No place fits. Take something out above.")
COMPARE_THESE = N_("Compare these side by side (two to twelve)")
SEE_COMPARISON = N_("See them side by side")

SPREAD_TITLE = N_("How places spread")
SPREAD_SENTENCE = N_(
    "Each row is one question. The dot is where the place in the middle stands. The bar holds the half "
    "of all places around it. No place is named, and none is a mark to reach."
)
SPREAD_OF = NN_(
    "The newest assessment of {n} place that was found above.",
    "The newest assessments of the {n} places that were found above.",
)
OTHER_EDITION = NN_(
    "{n} more was asked in other words, and is not in it.", "{n} more were asked in other words, and are not in it."
)
FEW_PLACES = N_("Fewer than {minimum} places say")
COUNTING_PLACES = N_("Counting places. You can carry on in the meantime.")
SHOW_SPREAD = N_("Show how these places spread")

LOAD_MANY = N_("This archive holds {n} assessments. All are looked at first. That takes some minutes.")
LOAD = N_("Load them")
TAKE_REST = N_("If some cannot be read, keep the others anyway")
LOOKING = N_("Looking at each: {n} of {total}")
KEEPING = N_("Keeping: {n} of {total}")
LOADED = NN_("{n} assessment is here now.", "{n} assessments are here now.")
KNOWN_ALREADY = NN_(
    "{n} assessment was here already and was not kept twice.",
    "{n} assessments were here already and were not kept twice.",
)

MANY_TITLE = N_("Where many places stand")
MANY_INTRO = NN_(
    "From {n} place, by its newest assessment. No place is named, and nothing is said of fewer than {minimum}.",
    "From {n} places, each by its newest assessment. No place is named, and nothing is said of fewer than {minimum}.",
)
MANY_NOT = N_("This is not a league table. It ranks nobody, and no level in it is a mark to reach.")
MANY_EDITION = N_("Asked in the words of {title}, edition {edition}.")
MANY_EVERY = N_("All places")
MANY_EVERY_INTRO = N_(
    "Where the place in the middle stands, and between which levels the half of all places around it lies. None is "
    "a mark to reach."
)
MANY_MIDDLE = N_("The place in the middle")
MANY_HALF = N_("Half of all places lie")
MANY_PLACES = N_("Places")
MANY_TOO_FEW = N_("too few places")
MANY_BY = {
    "kind": N_("By kind of place"),
    "nation": N_("By nation"),
    "question_set": N_("By the questions that were asked"),
    "year": N_("By year"),
}
MANY_BY_INTRO = N_(
    "The reading of the place in the middle of each group. Groups are listed by name and never by level."
)
MANY_SMALL = NN_("{n} group is left out: it has too few places.", "{n} groups are left out: they have too few places.")
MANY_MOVED = N_("From {since} to {until}")
MANY_MOVED_INTRO = N_("On the places that were looked at in both years.")
MANY_LOWER = N_("Lower")
MANY_SAME = N_("The same")
MANY_HIGHER = N_("Higher")
MANY_COUNTING = N_("Counting")
MANY_NONE = N_("None of these sources holds an assessment.")
MANY_NO_SOURCE = N_("Nothing that can be counted is there.")
MANY_SOURCES = N_("Name a data folder, a file or an archive of assessments, or a data set that ends in .parquet.")
ADDRESS_NOT_REACHED = N_("What is at this address cannot be read ({reason}).")
MANY_HIDDEN = NN_(
    "{n} assessment is left out, since its workshop has not shown all its answers yet.",
    "{n} assessments are left out, since their workshops have not shown all their answers yet.",
)
DATA_SET_THERE = N_("There is something there already.")
DATA_SET_ADDRESS = N_("A data set is written to a folder, not to an address.")
DATA_SET_COPY = N_("Write to a folder that ends in .parquet, then copy that folder there with your storage's own tool.")
DATA_SET_ELSEWHERE = N_("Name a folder that is not there yet, and end it in .parquet.")
MANY_NO_WORDS = N_("A data set holds levels and no words: no stories, reasons, next steps, notes or own wording.")
FOR_OTHERS_LEFT_OUT = NN_(
    "{n} assessment is left out: too few people answered it, or its place has a later one of the same year.",
    "{n} assessments are left out: too few people answered them, or their place has a later one of the same year.",
)
FOR_OTHERS_KEPT = N_("This data set was made for others. It holds no answers that could be counted or kept again.")
FOR_OTHERS_READ = N_("Read its tables with polars, DuckDB or pandas, or ask for the data set that it was made from.")
MANY_WRITTEN = NN_("{n} assessment is in {folder}.", "{n} assessments are in {folder}.")
