"""What is kept: answers appended and never updated, in SQLite by default and PostgreSQL by URL."""

from placecheck.assessment.customisation import OwnWords
from placecheck.storage.backup.added_files import AddedFolders
from placecheck.storage.card_values import CardChange, CardConflict, CardsStamp, KeptCard
from placecheck.storage.errors import (
    DoesNotFitError,
    NotHereError,
    StorageError,
    StoreAwayError,
    StoreTroubleError,
    visitor_message,
)
from placecheck.storage.store import Store, open_store
from placecheck.storage.values import (
    AssessmentDetails,
    AssessmentSummary,
    BackupCounts,
    Change,
    ChosenQuestions,
    ComparisonSet,
    DeletionPreview,
    LevelChoice,
    PinnedPassage,
    PlaceSummary,
    Saved,
    Standpoint,
)
from placecheck.storage.workshop_values import (
    Arrivals,
    HiddenAnswers,
    NewWorkshop,
    Participant,
    Progress,
    RevealedAnswers,
    VoiceAnswers,
    WorkshopLogEntry,
    WorkshopSummary,
)

__all__ = [
    "AddedFolders",
    "Arrivals",
    "AssessmentDetails",
    "AssessmentSummary",
    "BackupCounts",
    "CardChange",
    "CardConflict",
    "CardsStamp",
    "Change",
    "ChosenQuestions",
    "ComparisonSet",
    "DeletionPreview",
    "DoesNotFitError",
    "HiddenAnswers",
    "KeptCard",
    "LevelChoice",
    "NewWorkshop",
    "NotHereError",
    "OwnWords",
    "Participant",
    "PinnedPassage",
    "PlaceSummary",
    "Progress",
    "RevealedAnswers",
    "Saved",
    "Standpoint",
    "StorageError",
    "Store",
    "StoreAwayError",
    "StoreTroubleError",
    "VoiceAnswers",
    "WorkshopLogEntry",
    "WorkshopSummary",
    "open_store",
    "visitor_message",
]
