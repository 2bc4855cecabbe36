"""The people and devices of a branch, copied into its practice branch."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import select

from shared.services.ports import StaffRecord
from shared.store.engine import Database, insert_if_missing, store_errors
from shared.store.staff import StaffTable
from shared.store.tables import METADATA

#: Staff, but not the hashes of their PINs; devices with the hashes of their keys; no session.
COPIED: Final = ("staff", "device")
UNKNOWN_HERE: Final[dict[str, Any]] = {"pin_hash": "", "wrong_pins": 0, "locked_until_us": 0}


class PracticeStaff(StaffTable):
    """The people of a practice branch. Their PINs lie with the real branch, tries count there.

    So nobody finds out a real PIN here that could not be found out there.
    """

    def __init__(self, database: Database, real: StaffTable, now_us: Callable[[], int]) -> None:
        """``now_us``: the real branch's clock, as a practice day may run at any pace."""
        super().__init__(database)
        self._real, self._real_now_us = real, now_us

    def find(self, staff: str) -> StaffRecord | None:
        """Who was there when the practice began, with the PIN of this moment."""
        record, real = super().find(staff), self._real.find(staff)
        return record and replace(record, pin_hash=real.pin_hash if real else "")

    def count_try(self, staff: str, most: int, now_us: int, lock_until_us: int) -> int:
        """Count a PIN in the real branch; what is locked there is locked here."""
        real_us = self._real_now_us()
        ends_us = self._real.count_try(staff, most, real_us, real_us + lock_until_us - now_us)
        return now_us + ends_us - real_us if ends_us else 0

    def forgive_tries(self, staff: str) -> None:
        """The PIN was right, there as well."""
        self._real.forgive_tries(staff)


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
                unknown = {k: v for k, v in UNKNOWN_HERE.items() if k in row}
                insert_if_missing(connection, table, row | unknown)
