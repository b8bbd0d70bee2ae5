"""Who is here and what they look at."""
