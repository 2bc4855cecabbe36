"""The bank's directory as the server uses it: which ways there are, and who somebody is.

It has threads of its own: a directory that hangs keeps those who sign in with it waiting, and
nobody else. Wrong passwords are counted for each account as well, so that a branch does not become
the place to try them.
"""

import asyncio
import re
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from shared.config.directory_tables import (
    DirectoryFile,
    DirectoryInvalid,
    PinRule,
    Stranger,
    load_directory,
    read_secret,
)
from shared.domain.errors import EnvironmentFailed
from shared.domain.phrase import phrase
from shared.domain.sign_in_refused import DirectoryAnswers, NoStaffNumber, WayNotOffered
from shared.protocol.sign_in import SignInWays
from shared.server.directory.place import Place
from shared.server.permission import StaffRole
from shared.services.admitting import Account, Admission

if TYPE_CHECKING:
    from shared.server.directory.ldap import Ldap
    from shared.server.directory.oidc import Oidc

Got = TypeVar("Got")
THREADS: Final = 4
#: How long it counts as away, or as there, after it was looked at because of a PIN.
PROBED_S: Final = 15.0
STAFF_NUMBER: Final = re.compile(r"[A-Za-z0-9_.-]{1,64}")


class StaffDirectory:
    """What the file of LOBBY_DIRECTORY describes; without a file PINs only."""

    def __init__(
        self,
        file: DirectoryFile | None,
        ldap: "Ldap | None",
        oidc: "Oidc | None",
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._file, self._ldap, self._oidc = file, ldap, oidc
        self._monotonic = monotonic
        self._probed: tuple[float, bool] | None = None
        self._threads = ThreadPoolExecutor(THREADS, "directory") if file else None

    @classmethod
    def of(cls, path: Path | None, keyed: Callable[..., str]) -> "StaffDirectory":
        """As the file says. Raises FileUnreadable, DirectoryInvalid.

        Imported here: who signs in with PINs only need not wait for the libraries.
        """
        if path is None:
            return cls(None, None, None)
        from shared.server.directory.ldap import Ldap
        from shared.server.directory.oidc import Oidc
        from shared.server.directory.provider import Provider

        file = load_directory(path)
        for row in file.roles:
            if row.role not in list(StaffRole):
                reason = phrase("roles: choose one of %1.", ", ".join(StaffRole))
                raise DirectoryInvalid(path.name, reason)
        ldap, oidc = None, None
        if file.ldap is not None:
            ldap = Ldap(file.ldap, read_secret(path, file.ldap.bind_password_file))
        if file.oidc is not None:
            secret = read_secret(path, file.oidc.client_secret_file)
            oidc = Oidc(file.oidc, Provider(file.oidc, secret), keyed)
        return cls(file, ldap, oidc)

    @property
    def ways(self) -> SignInWays:
        """What a form may offer."""
        port = self._file.oidc.redirect_port if self._file and self._file.oidc else 0
        return SignInWays(
            pin=self._file is None or self._file.pin is not PinRule.NEVER,
            password=self._ldap is not None,
            browser=self._oidc is not None,
            redirect_port=port,
        )

    @property
    def admission(self) -> Admission:
        """The bank's rule for accounts."""
        assert self._file is not None
        roles = tuple((row.group.lower(), row.role) for row in self._file.roles)
        return Admission(roles, adds=self._file.unknown_people is Stranger.ADD)

    async def run(self, ask: Callable[[], Got]) -> Got:
        """``ask`` in a thread of the directory's. Raises WayNotOffered: there is none."""
        if self._threads is None:
            raise WayNotOffered()
        return await asyncio.wrap_future(self._threads.submit(ask))

    def prove(self, account: str, password: str) -> Account:
        """Who has this account and password. Raises as ``Ldap.prove``, WayNotOffered."""
        if self._ldap is None:
            raise WayNotOffered()
        return _named(self._ldap.prove(account, password))

    def begin(self, place: Place) -> tuple[str, str]:
        """State and address for the browser. Raises as ``Oidc.begin``, WayNotOffered."""
        if self._oidc is None:
            raise WayNotOffered()
        return self._oidc.begin(place)

    def finish(self, state: str, code: str, place: Place) -> Account:
        """Who signed in in the browser. Raises as ``Oidc.finish``, WayNotOffered."""
        if self._oidc is None:
            raise WayNotOffered()
        return _named(self._oidc.finish(state, code, place))

    async def refuse_pin(self) -> None:
        """Raises WayNotOffered, DirectoryAnswers: the bank wants no PIN, or none now."""
        if self._file is None or self._file.pin is PinRule.ALWAYS:
            return
        if self._file.pin is PinRule.NEVER:
            raise WayNotOffered()
        if await self.run(self._answers):
            raise DirectoryAnswers()

    def close(self) -> None:
        """Hang up; who still waits for an answer gets none."""
        if self._threads is not None:
            self._threads.shutdown(wait=False, cancel_futures=True)
        if self._oidc is not None:
            self._oidc.close()

    def _answers(self) -> bool:
        """Whether any of the ways can be used now; looked at now and then."""
        now = self._monotonic()
        if self._probed is None or now - self._probed[0] >= PROBED_S:
            self._probed = (now, any(_is_there(way) for way in (self._ldap, self._oidc) if way))
        return self._probed[1]


def _is_there(way: "Ldap | Oidc") -> bool:
    try:
        way.probe()
    except EnvironmentFailed:
        return False
    return True


def _named(account: Account) -> Account:
    """Raises NoStaffNumber: what the directory holds is none that the log could name."""
    if not STAFF_NUMBER.fullmatch(account.staff):
        raise NoStaffNumber()
    return account
