"""What people read when they sign in to the dashboard, and what the terminal says of who may come in."""

from placecheck.words import N_

TITLE = N_("Sign in")
INTRO = N_("This page is for the people who run the workshop.")
PASSPHRASE = N_("Passphrase")
PASSPHRASE_HINT = N_("It is shown in the window in which placecheck was started.")
GO_IN = N_("Continue")
WRONG = N_("That is not the passphrase. Look at the window in which placecheck was started.")
HINT_OF_GROUP = N_("Whoever looks after this server gave one to your group.")
WRONG_OF_GROUP = N_("That is not the passphrase of a group here. Ask whoever looks after this server.")
WITH_ACCOUNT = N_("Sign in with {provider}")
OR_PASSPHRASE = N_("Or with a passphrase")
NOT_LISTED = N_(
    "You are signed in as {email}, but that address is not on the list of those who may come in. Ask whoever looks "
    "after this server to add it. Or sign out, and sign in with another account."
)
NO_EMAIL = N_(
    "You are signed in, but your account has no verified e-mail address. So placecheck cannot tell "
    "whether you are on the list. Ask whoever looks after this server. Or sign out, and sign in with "
    "another account."
)
NOT_SIGNED_IN = N_("You were not signed in. Try again. If it happens again, ask whoever looks after this server.")
NO_ANSWER = N_("The service that you sign in with is not responding. Try again in a minute.")
NO_TOKEN = N_(
    "The service that you sign in with did not tell this server who you are. This is not your fault. Try "
    "again. If it happens again, tell whoever looks after this server: the log says more."
)
NO_CLAIM = N_(
    "You are signed in, but the service does not tell this server your e-mail address when it signs you "
    "in. So placecheck cannot tell whether you are on the list. Whoever looks after this server must ask "
    "the service for it. It has to put email and email_verified into the ID token. To give them at its "
    "userinfo address is not enough."
)
SIGNED_OUT = N_("You are signed out. A page that is still open stays as it was: close it.")
SIGNED_IN = N_("You are signed in")
IN_GROUP = N_("You see what belongs to the group {group}.")
TO_PLACES = N_("Go to the places")
SIGN_OUT = N_("Sign out")
OUT_THERE_TOO = N_("Sign out of your account too")
TO_JOIN = N_("Are you here to join a workshop? Join it here.")
NOT_HERE = N_("Sign in first.")
ONLY_HERE = N_(
    "Only the computer that placecheck runs on may see this. Whoever runs it can let others in: start it with --lan, "
    "or with PLACECHECK_PASSPHRASE set."
)
OTHER_NAME = N_(
    "placecheck does not answer to the name {host}. Whoever runs it can add it: start it with PLACECHECK_HOSTS={host}."
)
TOO_LARGE = N_("That is too large.")

# In the terminal
SHORT_TOKEN = N_(
    "{name} has {n} characters. Make it at least {least}, so that nobody can guess it. `openssl rand -hex 16` writes "
    "one."
)
OPEN_AT = N_("placecheck is open at {address}  (stop it with Ctrl+C)")
PHONES = N_("Phones join at {address}")
PASSPHRASE_IS = N_("The passphrase for everything else: {passphrase}")
PASSPHRASE_STAYS = N_("It stays the same each time you start. For another one, start with --new-passphrase.")
SHORT = N_("PLACECHECK_PASSPHRASE has {n} characters. Give it at least {least}, or leave it out.")
SHORT_OF_GROUP = N_("This passphrase has {n} characters.")
SHORT_HINT = N_("Give it at least {least}.")
SAME_PASSPHRASE = N_("The group {other} has this passphrase already.")
SAME_HINT = N_("Give each group a passphrase of its own.")
BOTH = N_(
    "{name} applies to the whole server, and PLACECHECK_GROUPS has a list for each group. Set only one of the two."
)
BY_GROUP = N_("Everything else asks for a sign-in, as the file of groups has it.")
NO_KEY_OF_GROUP = N_("Nobody can open the group {group}.")
NO_KEY_HINT = N_("Give it a passphrase, or people, or both.")
NO_PERSON = N_("{given} is not an e-mail address.")
NO_PERSON_HINT = N_('Write an address, as in rhian@example.org, or a whole domain with its @, as in "@example.org".')
NO_PERSON_IN = N_(
    "{name} has {given}, which is not an e-mail address. Write addresses, or whole domains as "
    "@example.org, with commas between them."
)
LISTED_TWICE = N_("{person} is in the group {other} too, by {by}.")
LISTED_HINT = N_("List each person in one group. People who share their places are one group.")
ACCOUNTS_NEED = N_("To let people in with accounts, placecheck needs these set too: {names}.")
SHORT_SECRET = N_("{name} has {n} characters. Have the provider make one of at least {least}.")
YES_OR_NO = N_("{name} must be yes or no.")
NO_PATH = N_("{name} must end after the name of the server, as in https://places.example.org.")
NOT_HTTPS = N_("{name} must be an address that begins with https://. Over http:// others could listen in.")
NO_AUTHLIB = N_("To let people in with accounts, install placecheck[accounts].")
NOBODY_LISTED = N_(
    "Accounts are set up, but nobody is on a list. Say who may come in, with PLACECHECK_PEOPLE or with people "
    "in the file of groups."
)
NO_PROVIDER = N_("People are listed, but no provider of accounts is set. Set PLACECHECK_OPENID.")
NO_NETWORK = N_(
    "No network was found. Connect this computer to the network of the building, then start placecheck again."
)
NO_ACCOUNTS_ON_LAN = N_(
    "With --lan there is no https://, so nobody can sign in with an account. Leave out --lan, or PLACECHECK_OPENID."
)
NOT_BOTH = N_("Give --lan or --host, not both.")
