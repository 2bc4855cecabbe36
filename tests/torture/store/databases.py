"""The two databases that are tortured: where they are, how they break, how full they are."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from shared.config.database_address import PostgresAddress
from tests.support.postgres import PostgresServer, postgres_server
from tests.torture.store.fleet import Fleet
from tests.torture.store.proxy import Proxy, Wires

ROOM_BYTES = 40_000
WAL_SEGMENT_BYTES = 1024 * 1024


class Tortured(Protocol):
    """A database under torture.

    ``address``: as the test reaches it, past all proxies. ``words``: the options by which servers
    reach it. ``cable``: between servers and database.
    """

    name: str
    processes: int
    words: list[str]
    kills: int

    @property
    def address(self) -> Path | PostgresAddress: ...

    @property
    def cable(self) -> Proxy | None: ...

    def fill_disk(self, fleet: Fleet) -> None:
        """Leave no more room than for a few commands."""

    def free_disk(self, fleet: Fleet) -> None:
        """Take the ballast away."""

    def kill(self) -> None:
        """-9 of the database's own server, and start it again; nothing where there is none."""


class SqliteTortured:
    """A file; one server process, whose files may not grow when the disk is full.

    RLIMIT_FSIZE of the process: no rights are needed for it, and what is refused is every write
    beyond the limit, in the middle of a transaction.
    """

    name, processes, cable, kills = "SQLite", 1, None, 0

    def __init__(self, folder: Path) -> None:
        """Nothing is there yet."""
        self.address = folder / "branch.db"
        self.words = ["--database", str(self.address)]

    def fill_disk(self, fleet: Fleet) -> None:
        """Both files of the database may grow by a few pages."""
        now_bytes = max(each.stat().st_size for each in self.address.parent.glob("branch.db*"))
        fleet.limit_files(now_bytes + ROOM_BYTES)

    def free_disk(self, fleet: Fleet) -> None:
        """Any size."""
        fleet.limit_files(0)

    def kill(self) -> None:
        """There is no server of its own."""


class PostgresTortured:
    """A server of its own, three server processes, and a cable between them that can be cut.

    Full: RLIMIT_FSIZE of the postmaster and all that it has started. At one time below the size of
    a segment of the write-ahead log (1 MB here): the next one cannot be made, and the server
    panics. At the next time a little above it and all tables: these cannot grow.
    """

    name, processes = "PostgreSQL", 3

    def __init__(self, folder: Path, server: PostgresServer, wires: Wires) -> None:
        """A database without tables."""
        self._server = server
        empty = server.empty()
        name = empty.url.partition("?")[0].rpartition("/")[2]
        self.address = empty
        self.cable = Proxy(wires, str(server.socket))
        through = f"postgresql://postgres@127.0.0.1:{self.cable.port}/{name}"
        seal_key = str(folder / "seal-key")
        self.words = ["--database", through, "--seal-key", seal_key]
        self.kills = self._fills = 0

    def fill_disk(self, fleet: Fleet) -> None:
        """No new segment, or no more than a few pages for the largest table."""
        self._fills += 1
        if self._fills % 2:
            self._limit(WAL_SEGMENT_BYTES // 2)
            return
        data = self._server.folder / "data" / "base"
        now_bytes = max(each.stat().st_size for each in data.rglob("*") if each.is_file())
        self._limit(max(now_bytes, WAL_SEGMENT_BYTES) + ROOM_BYTES)

    def free_disk(self, fleet: Fleet) -> None:
        """Any size; a server that gave up is started again."""
        self._limit(0)
        if not self._server.is_running():
            self._server.start()

    def kill(self) -> None:
        """The postmaster dies, and with it all that it started; then it comes back."""
        self.kills += 1
        self._server.kill()
        self._server.start()

    def _limit(self, limit_bytes: int) -> None:
        wanted = f"--fsize={limit_bytes or 'unlimited'}:"
        for pid in (self._server.pid, *children(self._server.pid)):
            self._server.as_its_user("prlimit", f"--pid={pid}", wanted)


def children(parent: int) -> list[int]:
    """The processes that this one has started and that run (Linux)."""
    found = []
    for entry in os.scandir("/proc"):
        if entry.name.isdigit():
            try:
                stat = Path(entry.path, "stat").read_text("ascii", "replace")
            except OSError:
                continue
            if int(stat.rpartition(")")[2].split()[1]) == parent:
                found.append(int(entry.name))
    return found


@contextmanager
def tortured(name: str, folder: Path, wires: Wires) -> Iterator[Tortured]:
    """The database of this name, ready for tables."""
    if name == "sqlite":
        yield SqliteTortured(folder)
    else:
        with postgres_server(wal_segment_mb=WAL_SEGMENT_BYTES // 1024 // 1024) as server:
            yield PostgresTortured(folder, server, wires)
