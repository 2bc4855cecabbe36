"""Which ticket a phone page shows."""

from typing import Final

from sqlalchemy import select

from shared.store.engine import Database, store_errors
from shared.store.secret import digest
from shared.store.tables import METADATA

PHONE_TOKEN: Final = METADATA.tables["phone_token"]


@store_errors()
def find_phone_ticket(database: Database, token: str) -> tuple[str, str] | None:
    """Branch and ticket that belong to a phone token, or None.

    Raises:
        StoreUnavailable.
    """
    wanted = select(PHONE_TOKEN.c.branch, PHONE_TOKEN.c.ticket).where(
        PHONE_TOKEN.c.token_hash == digest(token)
    )
    with database.reading.begin() as connection:
        row = connection.execute(wanted).first()
    return None if row is None else (row.branch, row.ticket)
