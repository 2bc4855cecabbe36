"""Signing in with the bank's own account: whom the directory vouches for, and what that gives."""

from dataclasses import dataclass, replace
from typing import Final

from shared.domain.sign_in_refused import NoRole, PersonUnknown
from shared.protocol.event import to_datetime
from shared.protocol.lobby import Session
from shared.services.access import SESSION_US, open_session
from shared.services.ports import Ids, StaffFile, StaffRecord

#: No PIN has this hash: who was added from the directory has none until somebody gives one.
NO_PIN: Final = ""


@dataclass(frozen=True, slots=True)
class Account:
    """What the bank's directory said of somebody who has proved to be that person."""

    staff: str
    name: str
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Admission:
    """The bank's rule for accounts: ``roles`` by group in lower case, first come first served.

    Without roles everybody has the role of the branch's list. ``adds``: who is not on the list is
    added to it.
    """

    roles: tuple[tuple[str, str], ...] = ()
    adds: bool = False

    def role_of(self, account: Account, known: str) -> str:
        """The role of this account. Raises NoRole."""
        if not self.roles:
            return known
        groups = {group.lower() for group in account.groups}
        for group, role in self.roles:
            if group in groups:
                return role
        raise NoRole()


def admit(
    staff_file: StaffFile,
    ids: Ids,
    account: Account,
    admission: Admission,
    *,
    counter: str,
    device: str,
    now_us: int,
) -> Session:
    """A session for whom the directory vouches for; role and name become those of the directory.

    So a role that was taken away there is gone here at the next sign-in, whichever way it is done.

    Raises:
        PersonUnknown: not on the branch's list, and the rule adds nobody.
        NoRole.
    """
    known = staff_file.find(account.staff)
    if known is None and not admission.adds:
        raise PersonUnknown(account.staff)
    if known is None:
        known = StaffRecord(account.staff, account.staff, "", NO_PIN)
    role = admission.role_of(account, known.role)
    record = replace(known, name=account.name or known.name, role=role)
    if record != known:
        staff_file.follow_directory(record, to_datetime(now_us))
    return open_session(staff_file, record, ids.new_token(), counter, device, now_us, SESSION_US)
