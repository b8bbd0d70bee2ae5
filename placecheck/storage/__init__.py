"""What is kept: answers appended and never updated, in SQLite by default and PostgreSQL by URL."""
