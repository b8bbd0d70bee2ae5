"""What the page about the tool says. Level wording and gists are data; this is only the frame around them."""

from placecheck.words import N_

TITLE = N_("About placecheck")
WHAT = N_(
    "With placecheck, people look at their own place together. They say what they see, how sure they are and where "
    "they differ. Then they decide what to try next."
)
NOT_TITLE = N_("What this is not")
NOT_LIST = (
    N_(
        "Not a league table. Places are shown side by side so that they can learn from each other. They are "
        "never ranked or added up."
    ),
    N_("Not a target. A level is a talking point. No level is asked for, and none earns a badge or money."),
    N_("Not an inspection. Nobody is marked. The group owns what it says, keeps it private, and may delete it."),
    N_("Not a vote. Every view stays visible, and so does who was not in the room."),
)
FROM_TITLE = N_("Where the questions come from")
EDITION = N_("{title}, edition {edition}, by {authors}. Licence: {licence}.")
CITE = N_("How to cite it")
SCORES_TITLE = N_("How scores are made")
SCORES = (
    N_("The reading of a question is the level you agreed. If you agreed none, it is the middle of all answers."),
    N_("Don't know is never counted as a number. It widens the bar: how low and how high the reading could be."),
    N_("A dimension is the average of what is known of it. If less than {share} is known, there is no reading."),
)
NO_TOTAL = N_("There is no total. A strong dimension could hide one with room to grow.")
A_TOTAL = N_("This rubric puts all dimensions into one number too. A strong dimension can hide one with room to grow.")
AGAINST_TITLE = N_("What the notes say against scales")
AGAINST = N_(
    "Some of the people whose discussions this rests on would warn you about tools like this one. Read "
    "what they say before you trust it."
)
PRIVACY_TITLE = N_("What is kept, and where")
PRIVACY = N_(
    "What you write stays in a folder on this computer. Nothing is sent anywhere, nobody is counted, and no names are "
    "needed. You can take everything out as a file and delete it for good."
)
PRIVACY_ELSEWHERE = N_(
    "What you write stays in a folder on the computer that placecheck runs on. Whoever runs it can read that folder. "
    "Nothing is sent anywhere else, nobody is counted, and no names are needed. You can take everything out as a file "
    "and delete it for good."
)
