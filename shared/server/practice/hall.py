"""The door to the practice branch: it begins when somebody first comes, and ends with the server.

Everything below ``/practice`` is answered by an application of its own around a house of its own,
so that nothing done there can reach a log, a figure, head office or a telephone of the real branch.
"""

import asyncio
import logging
import time
from collections.abc import Callable
from contextlib import ExitStack
from math import ceil
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from shared.config.profile import Profile
from shared.config.shelf import ProfileShelf
from shared.domain.admission import AskedTooOften
from shared.domain.errors import DeviceUnknown, LobbyError
from shared.server.gate import next_round
from shared.server.house import House
from shared.server.limits import source_of
from shared.server.practice.begin import (
    forget,
    practice_clock,
    practice_profile,
    practice_settings,
)
from shared.server.practice.crowd import Crowd
from shared.server.problems import problem_response
from shared.server.running import look
from shared.services.day import local_day
from shared.store.practice import copy_people

log: Final = logging.getLogger(__name__)
STEP_S: Final = 1.0
#: A house is made each time.
BETWEEN_RESETS_S: Final = 60.0
Maker = Callable[[House], ASGIApp]


class PracticeHall:
    """The practice branch of one server. ``make``: the application around a house."""

    def __init__(self, live: House, make: Maker) -> None:
        """Nothing is opened."""
        self._live, self._make = live, make
        self._may_reset_at_s = 0.0
        self._app: ASGIApp | None = None
        self._day = ""
        self._beginning = asyncio.Lock()
        self._coming: asyncio.Task[None] | None = None
        self._resetting: asyncio.Task[None] | None = None
        self._watching: asyncio.Task[None] | None = None
        self.house: House | None = None
        self.crowd: Crowd | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        try:
            app = await self._ready(HTTPConnection(scope))
        except LobbyError as error:
            headers = {k.decode().lower(): v.decode("latin-1") for k, v in scope["headers"]}
            await problem_response(error, headers.get("accept-language", ""))(scope, receive, send)
            return
        await app(scope, receive, send)

    async def reset(self) -> None:
        """Forget everything that was practised and begin anew."""
        async with self._beginning:
            await self._end()
            await self._begin()

    def begin_anew(self) -> None:
        """The same, soon: whoever asks is answered by the house that goes.

        Raises:
            AskedTooOften: it was done within the last minute.
        """
        now_s = time.monotonic()
        if now_s < self._may_reset_at_s:
            raise AskedTooOften(ceil(self._may_reset_at_s - now_s))
        self._may_reset_at_s = now_s + BETWEEN_RESETS_S
        self._resetting = asyncio.create_task(self.reset())

    async def _ready(self, asked: HTTPConnection) -> ASGIApp:
        """The application; a new one on a new day, since nothing practised is kept overnight."""
        if not self._is_open():
            await self._admit(asked)
        async with self._beginning:
            if not self._is_open():
                await self._end()
                await self._begin()
            assert self._app is not None
            return self._app

    async def _admit(self, asked: HTTPConnection) -> None:
        """A house is made for devices of the real branch only; others are answered as there.

        Raises:
            DeviceUnknown, DeviceElsewhere, AskedTooOften, StoreUnavailable.
        """
        live, source = self._live, source_of(asked)
        kind, _, key = asked.headers.get("authorization", "").partition(" ")
        key = key.strip() if kind.lower() == "bearer" else ""
        if key and not live.gate.is_regular(key) and live.limits.is_suspect(source):
            await next_round()
        try:
            await live.gate.actor(key or None, None, live.branches[0], needs_person=False)
        except DeviceUnknown:
            live.limits.refused(source)
            raise

    def _is_open(self) -> bool:
        return self._app is not None and self._day == self._today()

    def _today(self) -> str:
        branch = self._live.branches[0]
        return local_day(self._live.clock.now_us(), self._live.zone(branch)).day

    async def _begin(self) -> None:
        branch = self._live.branches[0]
        real = await look(self._live, branch, lambda lobby, _: lobby.profile)
        house = await run_in_threadpool(self._opened, real)
        self.house = house  # from here on ``_end`` lets go of it, whatever fails below
        house.practice = self
        house.start()
        self._app, self._day = self._make(house), self._today()
        self.crowd = Crowd(house)
        self._coming = asyncio.create_task(self._keep_coming(self.crowd))
        if self._watching is None:
            self._watching = asyncio.create_task(self._watch())
        log.info("practice.begun branch=%s database=%s", branch, house.settings.database)

    def _opened(self, real: Profile) -> House:
        live = self._live
        settings = practice_settings(live.settings)
        forget(live.settings)
        profile = practice_profile(real)
        clock = practice_clock(profile, live.clock.now_us())
        house = House(settings, ProfileShelf.of([profile]), clock, live.ids, live.pins, beside=live)
        with ExitStack() as undo:
            undo.callback(forget, live.settings)
            undo.callback(house.stop)
            house.open()
            copy_people(live.database, house.database)
            house.staff.refresh_names()
            undo.pop_all()
        return house

    async def _keep_coming(self, crowd: Crowd) -> None:
        while True:
            await asyncio.sleep(STEP_S)
            try:
                await run_in_threadpool(crowd.step)
            except Exception:
                log.exception("practice.crowd_failed")

    async def _watch(self) -> None:
        """When the day is over its house ends, whether or not anybody comes again.

        A task of its own: ``_end`` waits for the crowd's.
        """
        while True:
            await asyncio.sleep(STEP_S)
            try:
                async with self._beginning:
                    if self.house is not None and not self._is_open():
                        await self._end()
            except Exception:
                log.exception("practice.not_ended")

    async def _end(self) -> None:
        house, self.house, self._app = self.house, None, None
        coming, self._coming = self._coming, None
        if coming is not None:
            coming.cancel()
            await asyncio.wait([coming])
        if house is not None:
            house.hub.close()
            await run_in_threadpool(self._let_go, house)

    def _let_go(self, house: House) -> None:
        try:
            house.stop()
        finally:
            forget(self._live.settings)

    def end_streams(self) -> None:
        """The server stops: nobody listens any more."""
        if self.house is not None:
            self.house.hub.close()

    def stop(self) -> None:
        """With the server; what was practised is forgotten."""
        for task in (self._coming, self._watching):
            if task is not None:
                task.cancel()
        if self.house is not None:
            self._let_go(self.house)
