"""Alembic migrations of the database, run by ``shared.store.migrate``."""
