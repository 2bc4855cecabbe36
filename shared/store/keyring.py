"""The secret keys of this database: made when they are first needed, never shown or logged."""

import secrets
from typing import Final

from sqlalchemy import select

from shared.store.engine import Database, insert_if_missing, store_errors
from shared.store.tables import METADATA

SECRET: Final = METADATA.tables["secret"]
KEY_BYTES: Final = 32


class Keyring:
    """The keys of this database, each under a name (``shared.services.pseudonym``)."""

    def __init__(self, database: Database) -> None:
        """Nothing is read yet."""
        self._database = database

    @store_errors()
    def key(self, name: str) -> bytes:
        """The key of this name, made when there is none.

        Raises:
            StoreUnavailable.
        """
        wanted = select(SECRET.c.value).where(SECRET.c.name == name)
        with self._database.writing.begin() as connection:
            found = connection.execute(wanted).scalar()
            if found is None:
                made = {"name": name, "value": secrets.token_hex(KEY_BYTES)}
                insert_if_missing(connection, SECRET, made)
                found = connection.execute(wanted).scalar_one()
        return bytes.fromhex(found)
