"""The database engine: connections, prepared statements, group commit."""
