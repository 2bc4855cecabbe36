"""The people and devices of a branch, copied into its practice branch."""

from typing import Final

from sqlalchemy import select

from shared.store.engine import Database, insert_if_missing, store_errors
from shared.store.tables import METADATA

#: Staff with the hashes of their PINs, devices with the hashes of their keys; no session.
COPIED: Final = ("staff", "device")


@store_errors()
def copy_people(real: Database, practice: Database) -> None:
    """Whoever may sign in there may do so here, with the same PIN and at the same device.

    Raises:
        StoreUnavailable.
    """
    for name in COPIED:
        table = METADATA.tables[name]
        with real.reading.begin() as connection:
            rows = [dict(row._mapping) for row in connection.execute(select(table))]
        with practice.transaction() as connection:
            for row in rows:
                insert_if_missing(connection, table, row)
