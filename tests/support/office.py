"""A real head-office server on a real socket, in a thread; and a line that can be cut."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import httpx

from shared.config.office_settings import OfficeSettings
from shared.config.profile import Profile
from shared.server.clock import RealClock
from shared.server.office.app import create_office_app
from shared.server.office.office import Office
from shared.server.run import WebServer, address_of, listen
from shared.server.shipping.line import Target
from shared.server.shipping.office_line import OfficeLine
from shared.server.shipping.timing import LineTiming
from shared.services.ports import Clock
from shared.store.branch import Days, claim_branch
from shared.store.engine import Database
from shared.store.migrate import migrate
from tests.support.lobby import BRANCH, Address
from tests.support.server import RunningServer, enrolled_database, make_house, serving_house

#: Key of a device for each role and branch: "key-of-branch-renmin".
OTHER = "other"
#: As in life, in a hundredth of the time.
HASTY = LineTiming(
    again_s=0.02, again_most_s=0.1, forked_again_s=0.1, probe_s=0.2, linger_s=0.0,
    connect_s=1.0, answer_s=5.0, errands_s=2,
)  # fmt: skip


@dataclass
class RunningOffice:
    """Where head office is, and what opens its doors."""

    base_url: str
    office: Office
    clients: list[httpx.Client] = field(default_factory=list)

    def office_time(self) -> datetime:
        """Now, as devices are enrolled."""
        return datetime.now(UTC)

    def target(self, branch: str = BRANCH, url: str = "") -> Target:
        """What the server of a branch has in its settings."""
        return Target("office", url or self.base_url, f"key-of-branch-{branch}")

    def client(self, role: str, branch: str = BRANCH, of: str | None = None) -> httpx.Client:
        """A client of a role, asking about a branch; ``of``: the branch where its key belongs."""
        key = "key-of-admin" if role == "admin" else f"key-of-{role}-{of or branch}"
        made = httpx.Client(
            base_url=f"{self.base_url}/api/v1/branches/{branch}/",
            headers={"Authorization": f"Bearer {key}", "Accept-Language": "en"},
            timeout=30,
            trust_env=False,
        )
        self.clients.append(made)
        return made


def admit(database: Database) -> None:
    """Two branches, a server and booking pages for each, and one operator."""
    at = datetime.now(UTC)
    running = Office(OfficeSettings(database=database.address), RealClock())
    for branch in (BRANCH, OTHER):
        claim_branch(database, branch, Days.LIVE)
        for role in ("branch", "booking", "planner"):
            name = f"{role}-{branch}"
            running.devices.enrol(name, name, role, f"key-of-{name}", at, branch)
    running.devices.enrol("admin", "operator", "admin", "key-of-admin", at)
    running.database.close()


@contextmanager
def running_office(
    address: Address, port: int = 0, heads: Path | None = None
) -> Iterator[RunningOffice]:
    """Head office on this file or server; run it twice there to see a restart."""
    settings = OfficeSettings(database=address, port=port, limits=False, heads=heads)
    office = Office(settings, RealClock())
    migrate(office.database)
    if not office.devices.everything():
        admit(office.database)
    office.open()
    bound = listen("127.0.0.1", port)
    is_ready = threading.Event()
    app = create_office_app(office)
    server = WebServer(app, settings.stop_within_s, office.bell.close, is_ready.set)
    thread = threading.Thread(target=server.run, args=([bound],), name="test-office")
    thread.start()
    running = RunningOffice(address_of(bound), office)
    try:
        assert is_ready.wait(30), "head office did not start"
        yield running
    finally:
        for client in running.clients:
            client.close()
        server.should_exit = True
        thread.join()


@contextmanager
def branch_of(
    office_url: str,
    folder: Path,
    profile: Profile | str = "neighbourhood",
    clock: Clock | None = None,
    timing: LineTiming = HASTY,
) -> Iterator[RunningServer]:
    """A branch server in ``folder`` whose line leads there; run it twice to see a restart."""
    database = folder / "branch.db"
    if not database.exists():
        database.write_bytes(enrolled_database())
    house = make_house(database, profile, clock)
    settings = house.settings.model_copy(
        update={"office": office_url, "office_key": f"key-of-branch-{BRANCH}"}
    )
    house.office = OfficeLine.of(
        settings, house.branches, house.database, house.writer, house.pseudonyms, house.ids, timing
    )
    with serving_house(house) as running:
        yield running


class Cable:
    """A line to a server that can be cut and mended: what is under way is cut off too."""

    def __init__(self, url: str) -> None:
        """Whole at first; ``url`` is where it leads."""
        host, _, port = url.rpartition("//")[2].partition(":")
        self._to = host, int(port)
        self._ear = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._ear.getsockname()[1]}"
        self._is_cut = False
        self._ends: list[socket.socket] = []
        self._lock = threading.Lock()
        threading.Thread(target=self._serve, daemon=True, name="test-cable").start()

    def cut(self) -> None:
        """From now on nothing gets through."""
        with self._lock:
            self._is_cut = True
            ends, self._ends = self._ends, []
        for end in ends:
            _shut(end)

    def mend(self) -> None:
        """New connections get through again."""
        with self._lock:
            self._is_cut = False

    def close(self) -> None:
        """Throw it away."""
        self.cut()
        _shut(self._ear)

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._ear.accept()
                threading.Thread(target=self._join, args=(near,), daemon=True).start()

    def _join(self, near: socket.socket) -> None:
        try:
            far = socket.create_connection(self._to, 5)
        except OSError:
            _shut(near)
            return
        with self._lock:
            self._ends += [near, far]
            is_cut = self._is_cut
        if is_cut:
            _shut(near)
            _shut(far)
            return
        threading.Thread(target=_pump, args=(near, far), daemon=True).start()
        _pump(far, near)


def _pump(source: socket.socket, sink: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            sink.sendall(data)
    _shut(source)
    _shut(sink)


def _shut(end: socket.socket) -> None:
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()
