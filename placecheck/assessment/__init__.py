"""What was answered."""

from placecheck.assessment.file import as_json, as_yaml, read_assessment
from placecheck.assessment.model import Action, Agreed, Answer, Assessment, Place, Voice

__all__ = ["Action", "Agreed", "Answer", "Assessment", "Place", "Voice", "as_json", "as_yaml", "read_assessment"]
