"""Whether the server can do its work: for whoever starts, watches or balances servers."""

import asyncio
import time
from typing import Final

from starlette.concurrency import run_in_threadpool

from shared.domain.errors import EnvironmentFailed
from shared.services.lobby import Lobby
from shared.store.engine import Database
from shared.store.log import read_page
from shared.store.writer import Writer

#: So long a good answer is believed: the probe is open to all and takes the database's lock.
REMEMBERED_S: Final = 1.0
WRITER_S: Final = 2.0


class WriterSilent(EnvironmentFailed):
    """The thread that carries commands out does not answer."""

    code = "writer_silent"
    sentence = "The server does not get to its commands. If this goes on, start it again."


class Readiness:
    """Asks writer, log and database, one after the other, at most once a second."""

    def __init__(self, database: Database, writer: Writer, branch: str) -> None:
        """Nothing is asked yet; ``branch``: one of those served, whose log is looked into."""
        self._database = database
        self._writer = writer
        self._branch = branch
        self._asking = asyncio.Lock()
        self._good_until_s = 0.0

    async def check(self) -> None:
        """Come back if all is well.

        Raises:
            WriterSilent; ServerStopping.
            StoreUnavailable: the database cannot be read, or not be written.
        """
        async with self._asking:
            if time.monotonic() < self._good_until_s:
                return
            await self._ask_writer()
            await run_in_threadpool(read_page, self._database, self._branch, 0, 1)
            await run_in_threadpool(self._database.check_writing)
            self._good_until_s = time.monotonic() + REMEMBERED_S

    async def _ask_writer(self) -> None:
        try:
            async with asyncio.timeout(WRITER_S):
                await asyncio.wrap_future(self._writer.survey(_nothing))
        except TimeoutError as error:
            raise WriterSilent() from error


def _nothing(_lobbies: list[Lobby]) -> None:
    """Nothing to see: that the writer comes to it is all."""
