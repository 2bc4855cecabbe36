"""The demo's branch: a folder with database, devices, staff, server and printer, all real."""

import contextlib
import socket
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx

from shared.config.profile import Profile
from shared.protocol.event import to_datetime, to_us
from simulator.demo.practice import PracticeTime
from simulator.demo.process import Part, run_lobby

PIN = "2468"
#: Staff numbers 1001, 1002 ... sit at the counters in the profile's order.
NAMES = ("王敏", "李强", "张丽", "陈晨", "刘洋", "赵静", "周凯", "吴倩", "郑涛")
FIRST_STAFF = 1001
ROLES = ("kiosk", "board", "rating", "teller", "admin")
#: Short commands that run side by side while the branch is set up.
AT_ONCE = 2


@dataclass
class DemoBranch:
    """One branch on this machine. ``open`` sets it up and starts server and printer."""

    folder: Path
    profile: Profile
    profile_name: str
    day: date
    keys: dict[str, str] = field(default_factory=dict)
    parts: dict[str, Part] = field(default_factory=dict)
    server: str = ""
    printer: str = ""
    clock: PracticeTime = field(init=False)

    def __post_init__(self) -> None:
        """The mirror of the clock, standing at midnight until the server runs."""
        midnight_us = to_us(self.midnight)
        self.clock = PracticeTime(midnight_us, midnight_us, 0.0)

    @property
    def database(self) -> Path:
        """The branch's SQLite file."""
        return self.folder / "branch.db"

    @property
    def slips(self) -> Path:
        """Where the virtual printer leaves each slip as PNG."""
        return self.folder / "slips"

    @property
    def midnight(self) -> datetime:
        """Midnight of the practice day where the branch is."""
        return datetime.combine(self.day, time(), ZoneInfo(self.profile.branch.time_zone))

    def staff_at(self, counter: str) -> str:
        """The staff number of who sits at a counter."""
        counters = [c.id for c in self.profile.counters]
        return str(FIRST_STAFF + counters.index(counter))

    def open(self, begins: datetime, rate: float) -> None:
        """Enrol everybody, start printer and server; the clock begins at this local time."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.slips.mkdir(exist_ok=True)
        self._lobby("db", "migrate")
        with ThreadPoolExecutor(AT_ONCE) as pool:
            people = [pool.submit(self._add_staff, n) for n in range(len(self.profile.counters))]
            keys = {role: pool.submit(self._enrol, role) for role in ROLES}
            for person in people:
                person.result()
            self.keys = {role: key.result() for role, key in keys.items()}
        self._start_printer()
        self.start_server(begins, rate)

    def start_server(self, begins: datetime, rate: float) -> None:
        """Start the server (again, on the same port); its clock begins at this local time."""
        port = self.server.rpartition(":")[2] or str(free_port())
        begin_local = begins.strftime("%Y-%m-%dT%H:%M:%S")
        part = Part(
            [
                "serve",
                *("--port", port, "--database", str(self.database), "--profile", self.profile_name),
                *("--practice-start", begin_local, "--practice-rate", f"{rate:g}"),
            ],
            self.folder / "server.log",
        )
        self.parts["server"] = part
        part.wait_for("serves")
        self.server = f"http://127.0.0.1:{port}"
        self.set_rate(rate)

    def set_rate(self, rate: float) -> None:
        """Run the branch's day ``rate`` times as fast as real time."""
        self.clock.change(self.server, self.keys["admin"], rate)

    def now(self) -> datetime:
        """The branch's local time."""
        return to_datetime(self.clock.epoch_us()).astimezone(self.midnight.tzinfo)

    def kill_server(self) -> None:
        """The server dies without a word."""
        part = self.parts.pop("server")
        part.process.kill()
        part.stop()

    def client(self, role: str) -> httpx.Client:
        """An HTTP client of an enrolled device; addresses are relative to the branch."""
        return httpx.Client(
            base_url=f"{self.server}/api/v1/branches/{self.profile.branch.id}/",
            headers={"Authorization": f"Bearer {self.keys[role]}", "Accept-Language": "en"},
            timeout=10,
            trust_env=False,
        )

    def teller(self, counter: str) -> httpx.Client:
        """The same for a teller's device with the counter's person signed in."""
        client = self.client("teller")
        body = {"staff": self.staff_at(counter), "pin": PIN, "counter": counter}
        session = client.post("sessions", json=body).raise_for_status().json()
        client.headers["X-Staff-Session"] = session["token"]
        return client

    def close(self) -> None:
        """Stop what runs."""
        for part in reversed(list(self.parts.values())):
            part.stop()
        self.parts.clear()

    def _add_staff(self, number: int) -> None:
        staff = str(FIRST_STAFF + number)
        self._lobby("staff", "add", staff, "--pin", PIN, "--name", NAMES[number % len(NAMES)])

    def _enrol(self, role: str) -> str:
        """Enrol a device; its key, the last word that the command says."""
        return self._lobby("device", "enrol", "--role", role, "--name", f"{role}-1").split()[-1]

    def _start_printer(self) -> None:
        port = free_port()
        words = ["printer", "--port", str(port), "--out", str(self.slips)]
        part = Part(words, self.folder / "printer.log")
        self.parts["printer"] = part
        part.wait_for(str(port))
        self.printer = f"tcp://127.0.0.1:{port}"

    def _lobby(self, *words: str) -> str:
        """A short command on this branch's database; its output."""
        return run_lobby([*words, "--database", str(self.database)], self.folder / "set-up.log")


def free_port() -> int:
    """A TCP port of this machine that nobody uses at the moment."""
    with contextlib.closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
