"""What the treasury of ideas says around its cards."""

from placecheck.words import N_, NN_

NONE_OF_RUBRIC = N_("{title} comes with no ideas. You can still take in ideas that other groups give you.")
NO_IDEAS = N_("{title} comes with no ideas.")
INTRO_BY = N_(
    "These ideas come with {title}, by {authors}. Take one, change it to fit your place, and say whom you thank. None "
    "is held up as better than another, and nobody counts how often one is used."
)
TITLE = N_("Ideas")
INTRO = N_(
    "These are ideas that the notes name. Take one, change it to fit your place, and say whom you thank. None is held"
    " up as better than another, and nobody counts how often one is used."
)
OURS = N_("The words are ours, and so is our reading of what an idea needs. What the notes do not tell is left open.")

KINDS = {
    "practice": N_("Something people do"),
    "thought": N_("A way of seeing"),
    "warning": N_("The notes warn of this"),
    "background": N_("Of its time"),
}
NEEDS = {
    "place": N_("A place"),
    "person": N_("A person"),
    "power": N_("A power"),
    "pot": N_("A pot of money"),
}
BEGAN = N_("Where it began")
AGREE = N_("Who has to agree")
COST = N_("What it cost")
DATED = N_("What has changed since")
NEEDS_HERE = N_("What it needs here")
NOTHING_ON = N_("Named in the notes; nothing here on {what}.")
NOTHING_WRITTEN = N_("Nothing is written here on {what}.")
ON_COST = N_("what it cost")
ON_NEEDS = N_("what it needs")
ON_AGREE = N_("who has to agree")
ON_ORIGIN = N_("where it began")
AND = N_(" or ")

WARNS = N_("What the notes warn of")
RESTS_ON = N_("What this rests on")
MAY_HELP = N_("It may help with")
TO_BORROW = NN_("{n} idea to borrow", "{n} ideas to borrow")
ADAPT = N_("Adapt this")

# Finding ideas
ASK = N_("What are you looking for?")
ASK_HINT = N_("such as: somewhere for the young to go")
WITH = N_("What do you have here?")
FOR = N_("What would you like to grow?")
ANY = N_("All of it")
FOUND = NN_("1 idea", "{n} ideas")
LACKING = N_("no, not, without, lack, lacks, lacking")
"""Words by which people name what they have not got; the search would take what follows for a wish."""
BY_WHAT_IS_HERE = N_(
    "Is there something that you do not have? Choose below what you do have. A search by words cannot tell."
)
SPEAKS = NN_("1 idea speaks of this", "{n} ideas speak of this")
ONLY_BEST = N_("These {n} ideas speak most closely of this")
NEAREST = N_("No idea here speaks of this. What follows is the nearest that we found, and it is not an answer.")
NONE_CLOSE = N_("No idea here comes close to this. Try other words.")
NONE_FOUND = N_("No idea here fits. Choose less, or try other words.")
NEED_JUST = N_("They need no more than what you have, as far as the notes tell.")
UNSAID = NN_("1 more idea: the notes do not say what it needs.", "{n} more ideas: the notes do not say what they need.")

# Adapting one
ADAPT_TITLE = N_("Adapt: {name}")
CHANGE = N_("What will you change, so that it fits here?")
LACK = N_("What do you lack?")
THANKS = N_("Whom will you thank?")
OWN_WORDS = N_("In your own words. You can change it later.")
FIRST_STEP = N_("What is the first small step?")
WHO = N_("Who takes it on?")
KEEP = N_("Keep this idea")
KEPT = N_("The idea is kept with your place, and the first step is among your next steps.")
KEPT_TO_TRY = N_(
    "The idea is kept with your place, and trying it is among your next steps. Say there what the first small step is."
)
KEPT_HERE = N_("The idea is kept with your place.")
NEEDS_CHANGE = N_("Say what you will change first: no idea fits everywhere.")
OPEN_A_PLACE = N_("Open a place of your own first. Then you can adapt ideas for it.")
CHOOSE = N_("Choose a place")
NOT_NOW = N_("Not now")
STEP = N_("Try: {name}")
"""What a next step is called that begins an idea."""

# What became of one
NAME = N_("What do you call it?")
WHAT_COST = N_("What did it cost, in hours and in money?")
WHAT_WORKED = N_("What worked?")
WHAT_FAILED = N_("What did not work?")
TELL_MORE = N_("Say what became of it")

# Ideas of one's own
OURS_TITLE = N_("Ideas that we adapted")
LACKS = N_("What we lack")
WORKED = N_("What worked")
FAILED = N_("What did not work")
THANKED = N_("We thank")
LINE_OF_DESCENT = N_("Where they come from")
CHANGED = N_("changed: {change}")
NOT_HERE = N_("(only its name is known here)")
"""What is said of an idea that a card names and that is not in this treasury."""

EARLIER_VERSION = N_("Also here: version {version} of {name} ({id}).")
CONFLICT = N_("{name} ({id}): {n} different texts claim to be version {version}. Both are kept: look at them.")

# Between groups
EXCHANGE = N_("Give ideas to other groups, or take theirs in")
GIVE = N_("Give")
TAKE = N_("Take in")
GIVE_INTRO = N_(
    "Tick the ideas that may leave your place. With each goes the line that it comes from. Nothing else goes into the"
    " file."
)
GIVE_OFFER = N_("What you say here of your group goes into the file once you write how others can reach you.")
COULD_SHOW = N_("What could you show others?")
WOULD_SEE = N_("What would you like to see?")
REACH = N_("How can others reach you?")
SHOWS = N_("You could show something of")
WANTS = N_("You would like to learn about")
TAKE_FILE = N_("Take the file")
NOTHING_TICKED = N_("Tick an idea, or say how others can reach you. Then there is a file to take.")
TAKE_INTRO = N_("A file from another group")
CHANGED_THERE = N_("What they did differently")
ALREADY_HERE = {
    "own": N_("This is an idea of your place, as it was given away."),
    "same": N_("You have kept it with your place."),
    "newer": N_("This is a newer version than the one you have kept."),
    "older": N_("You have kept a newer version of it."),
    "other": N_("You have kept a different version of it."),
    "alike": N_("You have kept an idea with this name from {group}. It may be the same one."),
}
"""What a place already has of an idea in a file."""
ON_OUR_CARD = N_("On your card now")
CHANGED_HERE = N_("What you changed")
PUT_ON_CARD = N_("Put these words on our card")
STAYS = N_("What you changed, and what you said of how it went, stays on your card.")
RENEWED = N_("The words are on your card now. What you changed is there too.")
EARLIER = NN_("{n} earlier version of these ideas", "{n} earlier versions of these ideas")
FROM_GROUP = N_("It comes from")
AT_GROUP = N_("At {group}: {text}")
"""What became of an idea at the group that it was taken from."""
AT_ANOTHER = N_("At another group: {text}")
OF_GROUP = N_("An idea of {group} (its own card is not here)")
KEEP_HERE = N_("Keep it with our place")
KEEP_TOO = N_("Keep it as another idea")
PEERS = N_("Groups to learn from")
PEERS_KEPT = N_("Groups that we keep")
PEER_KEEP = N_("Keep this group with our place")
PEER_OTHER = N_("You have kept this group with different details.")
PEER_OFF = N_("Remove this group")
PEER_FITS = N_("You could learn from each other.")
PEER_THEY_SHOW = N_("They can show what you want to learn about: {names}.")
PEER_WE_SHOW = N_("You can show what they want to learn about: {names}.")
PEER_SAME_KIND = N_("Their place is of the same kind as yours.")
PEER_COULD_SHOW = N_("They could show: {text}")
PEER_WOULD_SEE = N_("They would like to see: {text}")
PEER_REACH = N_("How to reach them: {text}")
PEER_VISIT = N_("Plan a visit to {group}, or write down what you saw")
PEERS_SAY = N_("Say what you could show and would like to see. Then this list tells who fits.")

# In a terminal
LISTED = N_("{name} ({id})")
EXAMPLE_NOT_KEPT = N_("This is an example: what you type here is not kept.")
