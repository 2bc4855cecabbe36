"""One-time codes for devices to come, and the one transaction that makes a device of one."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, Row, delete, insert, select, update

from shared.domain.admission import (
    EnrolmentCodeExpired,
    EnrolmentCodeUnknown,
    EnrolmentCodeUsed,
)
from shared.protocol.event import to_us
from shared.store.device import HOMELESS
from shared.store.engine import Database, store_errors
from shared.store.secret import digest
from shared.store.tables import METADATA

INVITATION: Final = METADATA.tables["invitation"]
DEVICE: Final = METADATA.tables["device"]
VALID_S: Final = 15 * 60
#: A code that is over is kept so long, so that who comes late hears what is wrong.
KEPT_US: Final = 24 * 3600 * 1_000_000


@dataclass(frozen=True, slots=True)
class Invited:
    """What an invitation was for."""

    role: str
    name: str


class InvitationTable:
    """The invitations of this database; codes come in as keyed digests.

    Every method raises StoreUnavailable when the database cannot be used.
    """

    def __init__(self, database: Database) -> None:
        """Nothing is read yet."""
        self._database = database

    @store_errors()
    def invite(self, code_hash: str, role: str, name: str, at: datetime, branch: str = "") -> None:
        """Keep a new invitation to this branch; those that are long over go."""
        now_us = to_us(at)
        row = {
            "code_hash": code_hash,
            "role": role,
            "name": name,
            "expires_us": now_us + VALID_S * 1_000_000,
            "device": "",
            "branch": branch,
        }
        with self._database.transaction() as connection:
            over = INVITATION.c.expires_us < now_us - KEPT_US
            connection.execute(delete(INVITATION).where(over))
            connection.execute(insert(INVITATION).values(**row))

    @store_errors()
    def redeem(
        self, code_hash: str, branch: str, device: str, name: str, key: str, at: datetime
    ) -> Invited:
        """Enrol a device of this branch with the invitation's role; the code is used up.

        ``name`` empty: as the invitation says. Of two that come at once one is refused.

        Raises:
            EnrolmentCodeUnknown, EnrolmentCodeUsed, EnrolmentCodeExpired.
        """
        with self._database.transaction() as connection:
            row = _open(connection, code_hash, branch, to_us(at))
            invited = Invited(row.role, name or row.name or row.role)
            connection.execute(
                update(INVITATION).where(INVITATION.c.code_hash == code_hash).values(device=device)
            )
            connection.execute(
                insert(DEVICE).values(
                    id=device,
                    name=invited.name,
                    role=invited.role,
                    key_hash=digest(key),
                    enrolled_at=at,
                    program="",
                    problems="[]",
                    branch=row.branch if row.role in HOMELESS else branch,
                )
            )
        return invited


def _open(
    connection: Connection, code_hash: str, branch: str, now_us: int
) -> "Row[tuple[str, ...]]":
    """The invitation, if it still invites to this branch."""
    wanted = select(INVITATION).where(INVITATION.c.code_hash == code_hash).with_for_update()
    row = connection.execute(wanted).first()
    if row is None or row.branch not in ("", branch):
        raise EnrolmentCodeUnknown()
    if row.device:
        raise EnrolmentCodeUsed()
    if row.expires_us <= now_us:
        raise EnrolmentCodeExpired()
    return row
