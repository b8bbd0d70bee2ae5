"""What is said of keeping, opening and restoring what people gave."""

from placecheck.words import N_, NN_

# What the store cannot do just now
FULL = N_(
    "There is no room left where the answers are kept ({where}). This change was not saved; everything saved before is "
    "still there. Make room on the disk and try again."
)
READ_ONLY = N_(
    "Nothing can be written where the answers are kept ({where}). Everything saved before is still there. Check who "
    "may write in that folder, or name another folder with --data."
)
NO_FOLDER = N_(
    "The folder for the answers cannot be made or opened ({where}: {why}). Check its name and who may write there, or "
    "name another folder with --data."
)
REPLACED = N_(
    "The place where the answers are kept ({where}) was deleted or replaced by another while placecheck was running. "
    "This change was not saved. What is there now has been opened. Tell the person who runs placecheck."
)
FOLDER_OPEN = N_(
    "Other users of this computer can look into the folder {where}. The answers in it can be read by its owner alone. "
    "To shut the folder too: chmod 700 {quoted}"
)
NO_HOME = N_(
    "The folder for the answers cannot be found ({where}), since this computer knows no home folder for its user. Name "
    "a folder with PLACECHECK_DATA, from the root: /folder/of/yours"
)
DUE_FAR_AHEAD = N_(
    "Assessments are due to be deleted, but the clock says {today}, and nothing was changed here since {newest}. "
    "Nothing was deleted. If the clock is right, change anything in the dashboard."
)
BUSY = N_("Someone else was writing for too long ({where}). This change was not saved. Try again in a moment.")
DAMAGED = N_(
    "What is kept in {where} cannot be read: the file is damaged or is not ours ({why}). Leave it as it is, and bring "
    "back your last backup with `placecheck restore FILE --data FOLDER` into a new folder."
)
AWAY = N_(
    "The database is not responding ({where}: {why}). This change was not saved. Check that it runs and "
    "that PLACECHECK_DATABASE_URL is right."
)
TROUBLE = N_(
    "The answers cannot be reached or kept just now. What was saved before is still there. Try again in "
    "a moment. If it still fails, tell whoever runs this server the number {number}."
)
FAILED = N_("The store could not do this ({where}: {why}). This change was not saved.")
NOT_POSTGRES = N_(  # reads hard: an address
    "`{url}` is not the address of a PostgreSQL database. Write postgresql://user:password@host/name, or name a folder."
)
NO_DRIVER = N_("PostgreSQL needs one more package here. Install placecheck with its extra: placecheck[postgres].")
NEWER = N_(
    "What is kept in {where} was written by a newer placecheck (its tables have version {found}, this program knows "
    "versions up to {known}). Nothing was changed. Install the newer program."
)

# What is not here, and what does not fit
NO_PLACE = N_("There is no place `{id}` here. It may have been deleted.")
NO_PLACE_YET = N_("There is no place here yet.")
NO_PLACE_CALLED = N_("There is no place called `{name}` here. The places here are {known}.")
NO_PLACE_BUT_NEAR = N_("There is no place called `{name}` here. Did you mean {near}?")
NONE_CALLED_LIKE = N_(
    "There is no place called `{name}` among the {count} that are here, and none that is called much like it."
)
EXAMPLE_WRITTEN = N_("{file} is written.")
EXAMPLE_THERE = N_("{file} is there already. It was left as it is. Name another file with -o.")
EXAMPLE_NOT_WRITTEN = N_("{file} cannot be written ({reason}). Name another file with -o.")
NO_EXAMPLE = N_("There is no example called `{name}`.")
EXAMPLES_ARE = N_("The examples are {known}.")
SEVERAL_CALLED = N_("Several places are called `{name}`. Name one by its id: {ids}.")
NO_ASSESSMENT = N_("There is no assessment `{id}` here. It may have been deleted.")
NO_ASSESSMENT_ON = N_("`{name}` has no assessment of {date}. Its assessments are of {known}.")
NO_ASSESSMENT_YET = N_("`{name}` has no assessment yet.")
NO_VOICE = N_("There is no person `{id}` in this assessment.")
ASK_SOMETHING = N_("No question was chosen. Choose at least one.")
NO_SECOND_VOTE = N_("There is no second vote {number} here. It may have been cancelled.")
NO_ACTION = N_("There is no action {id} in this assessment. It may have been taken out.")
NO_CARD = N_("There is no card `{id}` here. It may have been removed.")
TOO_MANY_CARDS = N_("A place takes up to {most} cards. Nothing was kept. Remove some, or choose fewer.")
MANY_SLIPS = N_("You have sent {most} slips already. Thank you. Please tell the facilitator the rest.")
NO_CHANGE = N_("There is no change {id} in this assessment.")
NO_INDICATOR = N_("The indicator `{id}` is not asked in this assessment. Use one of its rubric's ids.")
ALIKE = N_("Two perspectives are called “{name}”. Give each words of its own.")
NO_PERSPECTIVE = N_("The perspective `{id}` is not in this rubric. It has {known}.")
OFF_LADDER = N_("The level {level} is off the ladder. Give a whole number from 0 to {top}.")
OTHER_RUBRIC = N_(
    "The assessment asks for {asked}, but was given with {given}. Read it again together with the rubric it names."
)
OTHER_PLACE = N_(
    "The file speaks of {given}, the place here is {here}. Name, kind and nation must be the same for another "
    "assessment of one place."
)
NOT_KEPT = N_("This cannot be kept: {why}.")
NOT_TEXT = N_("The text holds a character that cannot be kept (U+{code:04X}). Take it out.")
CHANGED_MEANWHILE = N_(
    "Something has changed here since you were shown what would be deleted. Nothing was deleted. Look again."
)

# Named sets to compare
SET_NAME = N_("Give the set a name, of {most} characters at most.")
SET_SIZE = N_("A set holds {fewest} to {most} places.")
SET_NAMED = N_("There is a set called {name} already. Choose another name.")
NO_SET = N_("This set is not here any more. Somebody may have deleted it.")

# Backup and restore
THERE_ALREADY = N_("There is a file of this name already. Choose another name, so that nothing is overwritten.")
CANNOT_WRITE = N_("The file cannot be written ({why}). Check the folder, and that there is room.")
NOT_A_BACKUP = N_("This is not a backup of placecheck ({why}).")
GIVE_A_BACKUP = N_("Give a file that `placecheck backup` wrote. Nothing here was changed.")
BACKUP_DAMAGED = N_("The backup is damaged ({why}).")
TRY_ANOTHER = N_("Try another copy of it. Nothing here was changed.")
BACKUP_NEWER = N_("The backup was written by a newer placecheck (its tables have version {found}).")
INSTALL_NEWER = N_("Install the newer program, then restore. Nothing here was changed.")

# The commands
IMPORTED = N_("{file}: {place} is here now.")
IMPORTED_ASSESSMENT = N_("{file}: another assessment of {place} is here now.")
HERE_ALREADY = N_("{file}: this assessment of {place} is here already. Nothing was added.")
WHICH_PLACE = N_("Several places here have the same name, kind and nation.")
NAME_A_PLACE = N_("Name one with --place ({ids}), or keep another with --new-place.")
ASSESSMENTS_OF = NN_("{place} has {n} assessment.", "{place} has {n} assessments.")
NAME_AN_ASSESSMENT = N_("Name one by its id: {known}.")
NOTHING_TAKEN = N_("Nothing was taken. Correct the files, or take what is in order with --take-the-rest.")
NEWEST_OF = N_("{place} has {count} assessments. The newest was written. Name another with --date.")
BACKED_UP = N_("Everything is in {file}: places: {places}, assessments: {assessments}, answers: {answers}.")
PLACES_BACKED_UP = N_("All places are in {file}: places: {places}, assessments: {assessments}, answers: {answers}.")
CHECKED = N_("All of {file} can be read. It holds places: {places}, assessments: {assessments}, answers: {answers}.")
ADDED_IN_IT = N_("What you added is in it too: notes: {notes}, rubrics: {rubrics}.")
ADDED_BACK = N_("What was added is here again: notes: {notes}, rubrics: {rubrics}.")
NOT_ADDED = N_("Notes and rubrics that you added are not in it.")
LEFT_OUT = N_("Left out, since it cannot be read or is too large: {name}")
RUBRIC_STAYS = N_("The rubric {name} is here already, with other content. It was left as it is.")
NO_SUCH_GROUP = N_("There is no group `{group}` here.")
WHICH_GROUP = N_("There are several groups here, and each has its own places. Name one: --data {folder}/NAME")
RESTORED = N_("Restored from {file}: places: {places}, assessments: {assessments}, answers: {answers}.")
KEPT_BEFORE = N_("What was here before is kept in {file}.")
LACKS_PACKAGE = N_(
    "This command needs the package `{package}`, which is not installed here. A whole install of placecheck has it."
)
