"""Alembic's environment: the connection is handed over by ``shared.store.migrate``."""

from alembic import context
from sqlalchemy import Connection

from shared.store.tables import METADATA


def run(connection: Connection) -> None:
    """Bring this connection's database to the wanted revision, inside its transaction."""
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        render_as_batch=True,
        compare_type=True,
    )
    with context.begin_transaction():
        context.run_migrations()


run(context.config.attributes["connection"])
