"""What the terminal says of rubrics: checking them, showing them, beginning one."""

from placecheck.words import N_, NN_

CHECKED = N_("{title}, edition {edition}: {dimensions}, {indicators}. {outcome}")
DIMENSIONS = NN_("{n} dimension", "{n} dimensions")
INDICATORS = NN_("{n} indicator", "{n} indicators")
NO_FAULTS = N_("No faults.")
REMARKS = NN_("No faults, 1 remark.", "No faults, {n} remarks.")
FAULTS = NN_("1 fault.", "{n} faults.")
NO_SUCH_RUBRIC = N_("There is no rubric `{name}`. Name a folder that holds rubric.yaml, or one of: {known}.")
SHOWN = N_("{title} ({id}, edition {edition})")
STARTER = N_("starter")
LEVELS = N_("Levels")
PERSPECTIVES = N_("Perspectives")
WRITTEN = N_("{folder} is there. Change its files as you like, then run `placecheck check {name}`.")
SAMPLE = N_("{title}, edition {edition}: {n} links, drawn with the seed {seed}")
SAMPLE_SUPPORT = N_("Supports")
SAMPLE_CAUTION = N_("Cautions")
SAMPLE_NO_REASON = N_("No reason is given.")

# Editions
NO_MAPPING = N_("No edition `{edition}` of {rubric} is here that says what became of edition {earlier}.")
NEWER_ARE = N_("The newer editions here are {known}.")
NONE_NEWER = N_("None here is newer. Name an edition, or the folder that holds it.")

# Own rubrics in and out
ADDED = N_("{title}, edition {edition}, is kept in {folder}. Every command and the app find it from now on.")
REMOVED = N_("{folder} is removed. Places that use this rubric keep it.")
NOT_ADDED = N_("Nothing is kept: put the faults right first.")
EDITION_THERE = N_(
    "{title} ({id}, edition {edition}) is here already, with other content. Give the changed one another edition."
)
PASSES_FOR_OURS = N_("`{id}` is the id of a rubric that comes with placecheck, and this is another rubric.")
FOLDER_THERE = N_("The folder {folder} is there already. Move it first.")
NONE_OWN = N_("none")
NO_OWN = N_("There is no rubric of your own called `{id}`. Your own are: {known}.")
