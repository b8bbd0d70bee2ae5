"""What was answered."""

from placecheck.assessment.file import read_assessment
from placecheck.assessment.model import Action, Agreed, Answer, Assessment, Cause, Place, Voice
from placecheck.assessment.serialise import as_json, as_yaml

__all__ = [
    "Action",
    "Agreed",
    "Answer",
    "Assessment",
    "Cause",
    "Place",
    "Voice",
    "as_json",
    "as_yaml",
    "read_assessment",
]
