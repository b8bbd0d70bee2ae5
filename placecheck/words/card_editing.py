"""What is said around writing and changing cards of a place."""

from placecheck.words import N_, NN_

ADD = {
    "here": N_("Add what is here"),
    "heard": N_("Add what you heard"),
    "decision": N_("Add a decision"),
}
WHICH = N_("What do you want to write down?")
KINDS = {
    "here": N_("Something that is here"),
    "pot": N_("A pot of money"),
    "figure": N_("A figure that others published"),
}
KEPT = N_("The card is kept.")
CONFLICT = N_(
    "Somebody else has changed this card. Their changes are in the form now, except where you had "
    "written too: {fields} Choose there whose words count, then keep the card."
)
OTHERS_EMPTIED = N_("Someone else has emptied this field in another window. It stays empty until you choose.")
CLOSE = N_("Close")
TAKE_OFF = N_("Remove this card")
TAKEN_OFF = N_("The card is removed. It is listed further down, and can be brought back.")
OFF_TITLE = NN_("{n} card was removed", "{n} cards were removed")
OFF_ABOUT = NN_(
    "It is on no page, print or file. Bring it back, or erase it for good.",
    "They are on no page, print or file. Bring one back, or erase it for good.",
)
OFF_SINCE = N_("removed on {day}")
OFF_OPEN = N_("This card was removed on {day}. What you typed is kept as a draft: bring the card back to carry on.")
BRING_CARD_BACK = N_("Bring it back")
CARD_BACK = N_("The card is back.")
ERASE = N_("Erase it for good")
ERASE_ABOUT = N_(
    "The card goes with its whole history and its photos. Use this where somebody takes back what they said."
)
ERASE_YES = N_("Yes, erase it")
ERASED = N_("The card is erased.")

# Photos
PHOTOS = N_("Photos")
ADD_PHOTO = N_("Add a photo (JPEG, PNG or HEIC)")
PHOTO_ABOUT = N_("It is turned upright and made smaller. Where and when it was taken, and with what, is left out.")
ALT = N_("What does the photo show? For people who cannot see it.")
PEOPLE = N_("Does the photo show people?")
PEOPLE_NONE = N_("No, or nobody who could be recognised")
PEOPLE_AGREED = N_("Yes, and each of them has said yes to this photo")
KEEP_PHOTO = N_("Keep this photo")
ALT_MISSING = N_("Please say what the photo shows.")
PHOTO_MISSING = N_("Choose a picture first.")
PEOPLE_MISSING = N_("Please say whether the photo shows people. If it does, ask them first.")
PHOTO_KEPT = N_("The photo is kept.")
PHOTO_OFF = N_("Remove this photo")
PHOTOS_FULL = N_("A card has {most} photos at most. Remove one to add another.")
PHOTOS_CONFLICT = N_(
    "Somebody else changed this card in the meantime, so your change to its photos was not saved. "
    "Reload the page to see the card as it is now, then try again."
)
TOO_MANY_PHOTOS = NN_("This place has {n} photo, and takes no more.", "This place has {n} photos, and takes no more.")

# How it was before
HISTORY = N_("How this card was before")
FIELD_WAS = N_("{label} “{text}”")
FIELD_WAS_EMPTY = N_("{label} (nothing)")
HISTORY_ROW = N_("{day}: {words}")
BY_ACCOUNT = N_("{row} (account {account})")
BRING_BACK = N_("Bring this back")
BROUGHT_BACK = N_("It is as it was.")
WAS_OFF = N_("removed")
NOW = N_("as it is now")
