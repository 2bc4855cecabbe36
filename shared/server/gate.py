"""Who is calling: the device by its key, the person by the session's token.

A key opens the door of its own branch only; a session is worth something on its device alone, and
so in that branch alone. Staff are the bank's: with PIN and a device there they serve anywhere.

Both are looked up in the database and remembered for a second, so that a key revoked by another
process is worth nothing a second later. The event loop never waits for the database here.
"""

import asyncio
import time
from typing import Final

from shared.domain.admission import DeviceElsewhere, DeviceOfOneBranch
from shared.domain.errors import DeviceUnknown, SessionMissing
from shared.server.memory import Memory
from shared.services.actor import Actor
from shared.services.ports import Clock, SessionRecord
from shared.store.device import DeviceRecord, DeviceTable
from shared.store.staff import StaffTable

#: New keys from an address that has sent too many wrong ones are looked up together, so often.
ROUND_S: Final = 0.25


async def next_round() -> None:
    """Wait until the next look-up of suspects: one question for all of them.

    They are not refused unseen: a device may share its address with whoever guesses there.
    """
    await asyncio.sleep(ROUND_S - time.monotonic() % ROUND_S)


class Gate:
    """Turns the secrets of a request into an actor."""

    def __init__(
        self, devices: DeviceTable, staff: StaffTable, clock: Clock, branches: tuple[str, ...]
    ) -> None:
        """Nothing is remembered yet. ``branches``: all that the server serves."""
        self._branches = branches
        self._clock = clock
        self._known_devices = Memory(devices.by_keys)
        self._known_sessions = Memory(staff.find_sessions)

    def is_regular(self, key: str) -> bool:
        """Whether a device had this key when it was last looked up; asks nobody."""
        return self._known_devices.is_regular(key)

    async def actor(
        self, key: str | None, token: str | None, branch: str | None, *, needs_person: bool = True
    ) -> Actor:
        """The caller with this device key and, where given, this session token.

        ``branch``: what is asked for; None: something of the server, so of all its branches.

        Where no person is needed, a token that is worth nothing is as good as none: whoever signs
        in again, or only looks, must not be refused for the session that has ended.

        Raises:
            DeviceUnknown: no key, a wrong one, or a revoked one.
            DeviceElsewhere, DeviceOfOneBranch: a key that opens other doors.
            SessionMissing: the token is wrong, expired, or of another device, and a person is
                needed.
            StoreUnavailable.
        """
        device = await self._device(key)
        self._refuse_elsewhere(device, branch)
        session = await self._session(token, device.id) if token else None
        if session is None:
            if token and needs_person:
                raise SessionMissing()
            return Actor(device.id, device.role, name=device.name)
        return Actor(
            device.id, device.role, session.staff, session.role, session.skills, device.name
        )

    def forget_session(self, token: str) -> None:
        """The session has ended: do not remember it any longer."""
        self._known_sessions.forget(token)

    def _refuse_elsewhere(self, device: DeviceRecord, branch: str | None) -> None:
        if branch is None:
            if device.branch and self._branches != (device.branch,):
                raise DeviceOfOneBranch()
        elif not device.may_ask(branch):
            raise DeviceElsewhere(branch)

    async def _device(self, key: str | None) -> DeviceRecord:
        device = await self._known_devices.get(key) if key else None
        if device is None:
            raise DeviceUnknown()
        return device

    async def _session(self, token: str, device: str) -> SessionRecord | None:
        session = await self._known_sessions.get(token)
        if session is None or session.device != device:
            return None
        return None if session.expires_us <= self._clock.now_us() else session
