"""Enrolled devices."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import bindparam, update
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from shared.domain.errors import DeviceUnknown
from shared.store.engine import Database, store_errors
from shared.store.secret import digest
from shared.store.tables import METADATA, DeviceRow

DEVICE: Final = METADATA.tables["device"]
INVITATION: Final = METADATA.tables["invitation"]
WITH_KEYS: Final = select_columns(DEVICE).where(
    DEVICE.c.key_hash.in_(bindparam("wanted", expanding=True)), DEVICE.c.revoked_at.is_(None)
)
#: Devices of these roles may belong to no branch: they are the bank's, and ask in every branch.
HOMELESS: Final = frozenset({"admin", "booking"})


@dataclass(frozen=True, slots=True)
class DeviceRecord:
    """An enrolled device, without its key."""

    id: str
    name: str
    role: str
    enrolled_at: datetime
    revoked_at: datetime | None
    seen_us: int | None = None
    program: str = ""
    problems: tuple[str, ...] = ()
    branch: str = ""
    profile: str = ""

    def may_ask(self, branch: str) -> bool:
        """Whether it is a device of this branch, or one for every branch."""
        return self.branch == branch or (not self.branch and self.role in HOMELESS)


class DeviceTable:
    """The devices of this database.

    Every method raises StoreUnavailable when the database cannot be used.
    """

    def __init__(self, database: Database) -> None:
        """Nothing is read yet."""
        self._database = database

    @store_errors()
    def enrol(
        self, device: str, name: str, role: str, key: str, at: datetime, branch: str = ""
    ) -> None:
        """Keep a new device of this branch under the digest of its key."""
        row = DeviceRow(
            id=device, name=name, role=role, key_hash=digest(key), enrolled_at=at, branch=branch
        )
        with Session(self._database.writing) as session:
            session.add(row)
            session.commit()

    @store_errors()
    def by_keys(self, keys: Collection[str]) -> dict[str, DeviceRecord]:
        """The devices with these keys, without those that are revoked."""
        asked = {digest(key): key for key in keys}
        with self._database.reading.begin() as connection:
            rows = connection.execute(WITH_KEYS, {"wanted": list(asked)})
            return {asked[row.key_hash]: _record(row) for row in rows}

    def by_key(self, key: str) -> DeviceRecord | None:
        """The device with this key, unless it is revoked."""
        return self.by_keys([key]).get(key)

    @store_errors()
    def adopt(self, branch: str) -> None:
        """Devices and codes of no branch are this one's, which is the only one there is."""
        with self._database.transaction() as connection:
            for table in (DEVICE, INVITATION):
                new = (table.c.branch == "") & table.c.role.not_in(HOMELESS)
                connection.execute(update(table).where(new).values(branch=branch))

    @store_errors()
    def everything(self) -> list[DeviceRecord]:
        """All devices in the order of their enrolment."""
        with Session(self._database.reading) as session:
            rows = session.exec(select(DeviceRow).order_by(col(DeviceRow.enrolled_at)))
            return [_record(row) for row in rows]

    def of_branch(self, branch: str) -> list[DeviceRecord]:
        """The devices that may ask in this branch, in the order of their enrolment."""
        return [device for device in self.everything() if device.may_ask(branch)]

    @store_errors()
    def note(
        self, device: str, program: str, problems: Sequence[str], at_us: int, profile: str = ""
    ) -> None:
        """What a device says of itself; ``at_us`` since the UTC epoch, of the machine's clock.

        ``profile`` is the fingerprint of the one that it runs.
        """
        said = {
            "seen_us": at_us,
            "program": program,
            "problems": json.dumps(list(problems)),
            "profile": profile,
        }
        with self._database.transaction() as connection:
            connection.execute(update(DEVICE).where(DEVICE.c.id == device).values(**said))

    @store_errors()
    def revoke(self, device: str, at: datetime) -> None:
        """The device's key is worth nothing any more.

        Raises:
            DeviceUnknown: no such device.
        """
        with Session(self._database.writing) as session:
            row = session.get(DeviceRow, device)
            if row is None:
                raise DeviceUnknown(device)
            row.revoked_at = row.revoked_at or at
            session.add(row)
            session.commit()


def _record(row: Any) -> DeviceRecord:
    """Of a line of the table, however it was read."""
    return DeviceRecord(
        row.id,
        row.name,
        row.role,
        row.enrolled_at,
        row.revoked_at,
        row.seen_us,
        row.program,
        tuple(json.loads(row.problems)),
        row.branch,
        row.profile,
    )
