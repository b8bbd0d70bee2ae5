"""What was changed, and what a newer edition would change."""
