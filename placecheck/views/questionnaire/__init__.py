"""What is asked, and what has been answered so far."""
