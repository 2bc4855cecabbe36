"""A server of one or several branches in a process of its own, with as many desks as clients."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from shared.config.database_address import PostgresAddress
from shared.config.load import load_profile
from shared.config.profile import Profile
from shared.services.ports import SessionRecord, StaffRecord
from shared.store.device import DeviceTable
from shared.store.engine import Database
from shared.store.migrate import migrate
from shared.store.staff import StaffTable
from tests.bench.store.asker import Shot

Address = Path | PostgresAddress
#: As many tellers as the largest number of clients.
DESKS: Final = 32
DAY: Final = "2026-11-20"
FOREVER_US: Final = 4_102_444_800_000_000
SERVICES: Final = ("cash", "transfer", "account")
NEVER_GROUPED: Final = "import shared.store.waiting_jobs as w; w.GROUP_MAX = 1; "
PROGRAM: Final = "import sys; from shared.cli.main import main; sys.exit(main())"


def profile_of(branch: str) -> Profile:
    """The shipped neighbourhood branch and its policy, with 32 counters that serve everything."""
    shipped = load_profile("neighbourhood")
    everything = {"services": tuple(service.id for service in shipped.services)}
    desk = shipped.counters[0].model_copy(update=everything)
    counters = tuple(desk.model_copy(update={"id": str(n + 1)}) for n in range(DESKS))
    table = shipped.branch.model_copy(update={"id": branch})
    return shipped.model_copy(update={"branch": table, "counters": counters})


@dataclass(frozen=True)
class Place:
    """A running server; shots are made for the first clients, spread over its branches."""

    server: str
    database: Database
    branches: tuple[str, ...]

    def tickets(self, clients: int) -> list[Shot]:
        """Each client a kiosk that issues tickets."""
        return [
            Shot(
                "POST",
                f"/api/v1/branches/{self._branch(n)}/tickets",
                (("Authorization", f"Bearer {key_of('kiosk', n)}"),),
                json.dumps({"service": SERVICES[n % len(SERVICES)]}),
            )
            for n in range(clients)
        ]

    def counters(self, clients: int, what: str) -> list[Shot]:
        """Each client a teller who does this at a counter of its own: open, next."""
        return [
            Shot(
                "POST",
                f"/api/v1/branches/{self._branch(n)}/counters/{n + 1}/{what}",
                (
                    ("Authorization", f"Bearer {key_of('teller', n)}"),
                    ("X-Staff-Session", f"session-{n}"),
                ),
            )
            for n in range(clients)
        ]

    def empty(self, clients: int) -> list[Shot]:
        """Each client asks for the answer that needs nothing."""
        return [Shot("GET", "/healthz")] * clients

    def _branch(self, client: int) -> str:
        return self.branches[client % len(self.branches)]


def key_of(role: str, number: int) -> str:
    """The key of a device of the bench."""
    return f"key-of-{role}-{number}"


def furnish(database: Database, branches: tuple[str, ...]) -> None:
    """Tables, a kiosk and a signed-in teller for each client."""
    migrate(database)
    devices, staff, now = DeviceTable(database), StaffTable(database), datetime.now(UTC)
    for n in range(DESKS):
        branch = branches[n % len(branches)]
        for role in ("kiosk", "teller"):
            devices.enrol(f"{role}-{n}", role, role, key_of(role, n), now, branch)
        staff.add(StaffRecord(f"t{n}", f"Teller {n}", "teller", ""), now)
        record = SessionRecord(f"t{n}", "", "teller", None, f"teller-{n}", str(n + 1), FOREVER_US)
        staff.open_session(f"session-{n}", record, 0)


@contextmanager
def serving(
    address: Address,
    folder: Path,
    branches: tuple[str, ...] = ("renmin",),
    *,
    more_branches: tuple[str, ...] = (),
    is_grouped: bool = True,
    preload: Path | None = None,
) -> Iterator[Place]:
    """`lobby serve` at ten in the morning of a practice day; ``branches`` get clients.

    ``more_branches`` are served besides. ``preload``: a library that slows the disk.
    """
    database = Database(address)
    furnish(database, branches)
    profiles = folder / "profiles"
    profiles.mkdir(parents=True, exist_ok=True)
    words = ["serve", "--port", "0", "--database", word_of(address), "--profiles", str(profiles)]
    for branch in (*branches, *more_branches):
        file = profiles / f"{branch}.json"
        file.write_text(profile_of(branch).model_dump_json(), encoding="utf-8")
    words += ["--practice-rate", "1", "--practice-start", f"{DAY}T10:00"]
    env = dict(os.environ) | ({"LD_PRELOAD": str(preload)} if preload else {})
    program = PROGRAM if is_grouped else NEVER_GROUPED + PROGRAM
    process = subprocess.Popen(
        [sys.executable, "-c", program, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=env,
    )
    assert process.stdout is not None
    try:
        ready = process.stdout.readline()
        assert " at " in ready, f"the server did not start: {ready}"
        yield Place(ready.split(" at ")[1].split(" ")[0], database, branches)
    finally:
        process.terminate()
        process.wait(30)
        process.stdout.close()
        database.close()


def word_of(address: Address) -> str:
    """The address as an option takes it."""
    return address.url if isinstance(address, PostgresAddress) else str(address)
