"""What is said at the door of the dashboard, and in the terminal where others may come in."""

from placecheck.words import N_

TITLE = N_("Sign in")
INTRO = N_("This page is for the people who run the workshop.")
PASSPHRASE = N_("Passphrase")
PASSPHRASE_HINT = N_("It stands in the window in which placecheck was started.")
GO_IN = N_("Go in")
WRONG = N_("That is not the passphrase. Look at the window in which placecheck was started.")
HINT_OF_GROUP = N_("Whoever looks after this server gave one to your group.")
WRONG_OF_GROUP = N_("That is not the passphrase of a group here. Ask whoever looks after this server.")
TO_JOIN = N_("Did you come to join a workshop? Go here.")
NOT_HERE = N_("Sign in first.")
ONLY_HERE = N_(
    "Only the computer that placecheck runs on may see this. Whoever runs it can let others in: start it with --lan, "
    "or with PLACECHECK_PASSPHRASE set."
)
OTHER_NAME = N_(
    "placecheck does not answer to the name {host}. Whoever runs it can add it: start it with PLACECHECK_HOSTS={host}."
)
TOO_LARGE = N_("That is too large to be taken.")

# In the terminal
OPEN_AT = N_("placecheck is open at {address}  (stop it with Ctrl+C)")
PHONES = N_("Phones join at {address}")
PASSPHRASE_IS = N_("The passphrase for everything else: {passphrase}")
SHORT = N_("PLACECHECK_PASSPHRASE has {n} characters. Give it at least {least}, or leave it out.")
SHORT_OF_GROUP = N_("This passphrase has {n} characters.")
SHORT_MEND = N_("Give it at least {least}.")
SAME_PASSPHRASE = N_("The group {other} has this passphrase already.")
SAME_MEND = N_("Give each group a passphrase of its own.")
BOTH = N_("Give PLACECHECK_PASSPHRASE or PLACECHECK_GROUPS, not both.")
BY_GROUP = N_("Everything else asks for the passphrase of a group, as the file of groups has it.")
NO_NETWORK = N_("No network was found. Connect this computer to the hall's network, then start placecheck again.")
NOT_BOTH = N_("Give --lan or --host, not both.")
