"""Places or assessments laid side by side."""
