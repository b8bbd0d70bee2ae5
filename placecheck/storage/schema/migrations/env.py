"""Alembic runs this for each upgrade: inside the connection, and the transaction, that the store hands over."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
