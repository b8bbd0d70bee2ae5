"""What the terminal says of rubrics: checking them, showing them, beginning one."""

from placecheck.words import N_, NN_

CHECKED = N_(
    "{title}, edition {edition}: {dimensions} dimensions, {indicators} indicators. {outcome}"  # reads hard: our words
)
NO_FAULTS = N_("No faults.")
REMARKS = NN_("No faults, 1 remark.", "No faults, {n} remarks.")
FAULTS = NN_("1 fault.", "{n} faults.")
NO_SUCH_RUBRIC = N_("There is no rubric `{name}`. Name a folder that holds rubric.yaml, or one of: {known}.")
SHOWN = N_("{title} ({id}, edition {edition})")
STARTER = N_("starter")
LEVELS = N_("Levels")
PERSPECTIVES = N_("Perspectives")
WRITTEN = N_("{folder} is there. Change its files as you like, then run `placecheck check {folder}`.")

# Editions
NO_MAPPING = N_("No edition `{edition}` of {rubric} is here that says what became of edition {earlier}.")
NEWER_ARE = N_("The newer editions here are {known}.")
NONE_NEWER = N_("None here is newer. Name an edition, or the folder that holds it.")
