"""What a change to the profile would have done: the last ordinary day lived again under it.

The model is the simulator's, which the server may not know: it is asked as a command
(``lobby sim replay``) in a process of its own, so that no call waits for it.
"""

import asyncio
import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from shared.config.profile import Profile
from shared.config.rules import to_rules
from shared.domain.calendar import ORDINARY
from shared.domain.draft_refused import NoDayToPreview
from shared.domain.event import TICKET_ISSUED
from shared.protocol.draft import PreviewView, Waited
from shared.reports.event_log import save_log
from shared.store.day_log import DayLog, day_log
from shared.store.engine import Database
from shared.store.log import openings

#: Fewer customers say nothing.
CUSTOMERS_MIN: Final = 10
#: So many days are looked at for an ordinary one.
DAYS_BACK: Final = 20
PATIENCE_S: Final = 300.0
COMMAND: Final = (sys.executable, "-m", "shared.cli.main", "sim", "replay")


@dataclass(frozen=True, slots=True)
class PastDay:
    """A day that is over, with its log."""

    day: str
    log: DayLog


def last_ordinary_day(database: Database, branch: str) -> PastDay:
    """The newest day before today that is of no special type and had customers.

    Raises:
        NoDayToPreview; StoreUnavailable, ProfileLost.
    """
    with database.reading.begin() as connection:
        days = [name for _, name in openings(connection, branch)][:-1]
    for day in reversed(days[-DAYS_BACK:]):
        found = day_log(database, branch, day)
        issued = sum(event.kind == TICKET_ISSUED for event in found.events)
        calendar = to_rules(found.profile).calendar
        if issued >= CUSTOMERS_MIN and calendar.day_type(day) == ORDINARY:
            return PastDay(day, found)
    raise NoDayToPreview(CUSTOMERS_MIN)


class Previews:
    """The previews of one server, one for each change; a newer one takes the place of an older."""

    def __init__(self) -> None:
        """None."""
        self._running: dict[str, asyncio.Task[None]] = {}
        self._views: dict[str, PreviewView] = {}
        self._turn = asyncio.Semaphore()

    def begin(self, name: str, day: PastDay, profile: Profile) -> None:
        """Begin; to be called in the server's event loop."""
        self.cancel(name)
        self._views[name] = PreviewView(state="running", day=day.day)
        self._running[name] = asyncio.create_task(self._run(name, day, profile))

    def view(self, name: str) -> PreviewView:
        """How far it is."""
        return self._views.get(name, PreviewView(state="none"))

    def cancel(self, name: str) -> None:
        """Stop it, and forget it."""
        if task := self._running.pop(name, None):
            task.cancel()
        self._views.pop(name, None)

    def end_streams(self) -> None:
        """The server stops: nobody waits for them any more."""
        for name in list(self._running):
            self.cancel(name)

    def stop(self) -> None:
        """Nothing is left to let go of."""

    async def _run(self, name: str, day: PastDay, profile: Profile) -> None:
        try:
            async with self._turn, asyncio.timeout(PATIENCE_S):
                found = await _replayed(day, profile)
            self._views[name] = _view(day.day, found)
        except (OSError, ValueError, KeyError, TimeoutError) as error:
            self._views[name] = PreviewView(state="failed", day=day.day, reason=str(error)[:300])
        self._running.pop(name, None)


async def _replayed(day: PastDay, profile: Profile) -> dict[str, Any]:
    """The command's figures; its process is ended with whoever waits for it."""
    with TemporaryDirectory(prefix="lobby-preview-") as folder:
        words = await asyncio.to_thread(_files, Path(folder), day, profile)
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(
            *COMMAND,
            *words,
            stdout=pipe,
            stderr=pipe,
            env={**os.environ, "LOBBY_STATE_DIR": folder},
        )
        try:
            out, err = await process.communicate()
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        if process.returncode != 0:
            raise ValueError(err.decode(errors="replace").strip() or "no answer")
        found: dict[str, Any] = json.loads(out)
        return found


def _files(folder: Path, day: PastDay, profile: Profile) -> list[str]:
    """The command's words, with everything it reads."""
    save_log(folder / "events.csv", day.log.events)
    held = [day.log.profile, *(p for p in day.log.library.values() if p != day.log.profile)]
    words = ["--log", str(folder / "events.csv"), "--day", day.day, "--json", "-"]
    for place, each in enumerate(held):
        file = folder / f"held-{place}.json"
        file.write_text(each.model_dump_json(), encoding="utf-8")
        words += ["--profile", str(file)]
    change = folder / "change.json"
    change.write_text(profile.model_dump_json(), encoding="utf-8")
    return [*words, "--otherwise", str(change)]


def _view(day: str, found: dict[str, Any]) -> PreviewView:
    """The day lived again under the old rules, beside the change: both by the same model."""
    _recorded, before, after = found["versions"]
    return PreviewView(
        state="done",
        day=day,
        first_calls=found["first_calls"],
        first_calls_same=found["first_calls_lived_again_the_same"],
        before=_groups(before),
        after=_groups(after),
    )


def _groups(version: dict[str, Any]) -> tuple[Waited, ...]:
    return tuple(
        Waited(
            group=name,
            called=each["called"],
            left=each["left"],
            mean_wait_s=each["mean_wait_s"],
            longest_wait_s=each["longest_wait_s"],
            over_0_1=each["share_over_0_1"][0]["share_0_1"] if each["share_over_0_1"] else None,
        )
        for name, each in version["groups"].items()
    )
