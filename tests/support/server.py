"""A real branch server on a real socket, in a thread, with a clock that tests set by hand."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx
from argon2 import PasswordHasher

from shared.config.database_address import PostgresAddress
from shared.config.load import load_profile
from shared.config.profile import Profile
from shared.config.settings import ServerSettings
from shared.protocol.event import to_datetime, to_us
from shared.server.clock import ManualClock
from shared.server.forecasting.forecaster import Line
from shared.server.house import House
from shared.server.ids import RandomIds
from shared.server.permission import DeviceRole
from shared.server.run import BranchServer, address_of, listen
from shared.server.tls import TlsFiles
from shared.services.ports import Clock, StaffRecord
from shared.store.branch import branches
from shared.store.migrate import migrate
from shared.store.pin import ArgonPins

PIN = "2468"
#: Staff that every test server knows: number -> name. "t1" .. "t9" are tellers.
STAFF = {f"t{n}": f"Teller {n}" for n in range(1, 10)} | {"lead": "Lena Lead", "boss": "Bo Boss"}
#: The key of the device that is enrolled for each role.
KEYS = {str(role): f"key-of-{role}" for role in DeviceRole}
CHEAP_PINS = ArgonPins(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


def local_us(text: str, zone: str = "+08:00") -> int:
    """Microseconds since the epoch of a local time such as 2026-11-20T09:00."""
    return to_us(datetime.fromisoformat(f"{text}{zone}"))


def morning() -> ManualClock:
    """A clock that stands at 09:30 of an ordinary Friday in Shanghai."""
    return ManualClock(local_us("2026-11-20T09:30"))


@dataclass
class RunningServer:
    """Where the server is, and what opens its doors: a device key for each role."""

    base_url: str
    branch: str
    house: House
    clock: Clock
    keys: dict[str, str]
    sessions: dict[str, str] = field(default_factory=dict)
    clients: list[httpx.Client] = field(default_factory=list)

    @property
    def url(self) -> str:
        """The address of the branch: everything but probes and phone pages lies below."""
        return f"{self.base_url}/api/v1/branches/{self.branch}"

    def headers(self, role: str, staff: str = "") -> dict[str, str]:
        """What a device of this role sends, with a session when somebody is to be signed in."""
        headers = {"Authorization": f"Bearer {self.keys[role]}", "Accept-Language": "en"}
        if staff:
            headers["X-Staff-Session"] = self._session(role, staff)
        return headers

    def client(self, role: str, staff: str = "") -> httpx.Client:
        """An HTTP client of this device and person; addresses are relative to the branch.

        It is closed when the server stops, at the latest.
        """
        made = httpx.Client(
            base_url=f"{self.url}/",
            headers=self.headers(role, staff),
            timeout=10,
            trust_env=False,
            verify=False,  # TLS has tests of its own, and reading the certificates takes a while
        )
        self.clients.append(made)
        return made

    def _session(self, role: str, staff: str) -> str:
        place = f"{role} {staff}"
        if place not in self.sessions:
            answer = httpx.post(
                f"{self.url}/sessions",
                json={"staff": staff, "pin": PIN},
                headers=self.headers(role),
                trust_env=False,
                verify=False,
            )
            self.sessions[place] = answer.raise_for_status().json()["token"]
        return self.sessions[place]


def make_house(
    database: Path | PostgresAddress,
    profile: Profile | str = "neighbourhood",
    clock: Clock | None = None,
    connect: Callable[[], Line] | None = None,
    directory: Path | None = None,
) -> House:
    """A wired house on this file or server, with its tables; nothing runs yet.

    ``connect``: the way to who looks ahead for it; without it nothing is foretold. ``directory``:
    the file that says how the bank's directory signs staff in.
    """
    house = _wired(database, profile, clock, connect, directory)
    house.open()
    return house


@contextmanager
def running_server(
    folder: Path,
    profile: Profile | str = "neighbourhood",
    clock: Clock | None = None,
    tls: TlsFiles | None = None,
    directory: Path | None = None,
) -> Iterator[RunningServer]:
    """A server on any free port of 127.0.0.1, its database in ``folder``.

    Run it twice on one folder to see a restart: log, keys and staff are still there.
    """
    database = folder / "branch.db"
    if not database.exists():
        database.write_bytes(enrolled_database())
    house = make_house(database, profile, clock, directory=directory)
    with serving_house(house, tls) as running:
        yield running


@contextmanager
def serving_house(
    house: House, tls: TlsFiles | None = None, port: int = 0
) -> Iterator[RunningServer]:
    """This house behind a port of 127.0.0.1, any free one unless it is given, in a thread."""
    bound = listen("127.0.0.1", port)
    is_ready = threading.Event()
    server = BranchServer(house, is_ready.set, tls)
    thread = threading.Thread(target=server.run, args=([bound],), name="test-server")
    thread.start()
    branch = house.branches[0]
    address = address_of(bound, is_tls=tls is not None)
    running = RunningServer(address, branch, house, house.clock, dict(KEYS))
    try:
        assert is_ready.wait(30), "the server did not start"
        yield running
    finally:
        for client in running.clients:
            client.close()
        server.should_exit = True
        thread.join()


@cache
def enrolled_database() -> bytes:
    """A database with tables, a device for each role and the staff; made once for all tests."""
    with TemporaryDirectory() as folder:
        house = _wired(Path(folder) / "branch.db", "neighbourhood", None)
        migrate(house.database)
        enrol(house, Path(folder) / "keys")
        with house.database.writing.connect() as connection:
            connection.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        house.database.close()
        return house.database.path.read_bytes()


def _wired(
    database: Path | PostgresAddress,
    profile: Profile | str,
    clock: Clock | None,
    connect: Callable[[], Line] | None = None,
    directory: Path | None = None,
) -> House:
    loaded = load_profile(profile) if isinstance(profile, str) else profile
    settings = ServerSettings(database=database, port=0, directory=directory)
    return House(settings, loaded, clock or morning(), RandomIds(), CHEAP_PINS, connect=connect)


def enrol(house: House, keys_file: Path) -> dict[str, str]:
    """One device for each role and the staff; on a second run the keys are those of the first."""
    at = to_datetime(house.clock.now_us())
    for staff, name in STAFF.items():
        role = {"lead": "lead", "boss": "manager"}.get(staff, "teller")
        house.staff.add(StaffRecord(staff, name, role, CHEAP_PINS.hash(PIN)), at)
    house.staff.refresh_names()
    if not keys_file.exists():
        of = house.branches[0] if branches(house.database) else ""  # a new database has none yet
        for role, key in KEYS.items():
            house.devices.enrol(f"{role}-1", f"test {role}", role, key, at, of)
        keys_file.touch()
    return dict(KEYS)
