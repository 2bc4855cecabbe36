"""What of the log is read again when a day is rebuilt: nothing that is over."""

from pathlib import Path

from sqlalchemy import text

from shared.domain import booking
from shared.domain.event import APPOINTMENT_BOOKED, APPOINTMENT_CHANGED, Event
from shared.services.day import LocalDay, local_day
from shared.services.decision import Decide, Decision
from shared.services.lobby import Lobby
from shared.store.log import carried_events, day_start
from shared.store.profile_version import longest_ahead_days
from tests.support.lobby import BRANCH, Address, RunningWriter, running_writer
from tests.support.server import local_us, morning


def recorded(events: list[Event]) -> Decision:
    return Decision(events, lambda _after: None)


def day_of(lobby: Lobby, local: str) -> LocalDay:
    return local_day(local_us(local), lobby.zone)


def book(name: str, local: str) -> Decide:
    """The command that books the adviser for this local time."""

    def decide(lobby: Lobby, now_us: int) -> Decision:
        day = day_of(lobby, local)
        events = booking.book(
            lobby.branch,
            now_us,
            appointment=name,
            code_digest=name,
            service="wealth",
            day=day.day,
            midnight_us=day.midnight_us,
            due_us=local_us(local),
        )
        return recorded(events)

    return decide


def move(name: str, local: str) -> Decide:
    """The command that moves it."""

    def decide(lobby: Lobby, now_us: int) -> Decision:
        day = day_of(lobby, local)
        events = booking.change(
            lobby.branch,
            now_us,
            code_digest=name,
            day=day.day,
            midnight_us=day.midnight_us,
            due_us=local_us(local),
        )
        return recorded(events)

    return decide


def cancel(name: str) -> Decide:
    """The command that cancels it."""
    return lambda lobby, now_us: recorded(
        booking.cancel_booking(lobby.branch, now_us, code_digest=name)
    )


def carried(running: RunningWriter) -> list[tuple[str, str]]:
    """Kind and appointment of what a rebuild reads from before today."""
    with running.database.reading.begin() as connection:
        assert longest_ahead_days(connection, BRANCH) == 14
        until = day_start(connection, BRANCH) - 1
        events = carried_events(connection, BRANCH, until)
        return [(e.kind, str(e.data["appointment"])) for e in events]


def test_only_what_may_still_matter_is_read_again(address: Address) -> None:
    clock = morning()
    with running_writer(address, clock) as running:
        running.run(book("over", "2026-11-21T10:00"))
        running.run(book("moved", "2026-12-04T10:00"))
        clock.set(local_us("2026-12-03T09:30"))
        running.run(book("new", "2026-12-16T11:00"))
        running.run(move("moved", "2026-12-17T10:00"))
        clock.set(local_us("2026-12-10T09:30"))
        running.run(cancel("new"))
        clock.set(local_us("2026-12-11T09:30"))
        before = running.lobby().branch.appointments
        assert carried(running) == [
            (APPOINTMENT_BOOKED, "new"),
            (APPOINTMENT_CHANGED, "moved"),
            ("appointment.cancelled", "new"),
        ]
    with running_writer(address, clock) as again:
        assert again.lobby().branch.appointments == before


def test_it_is_found_by_the_index(tmp_path: Path) -> None:
    """A log of years is not read through at a start."""
    question = (
        "EXPLAIN QUERY PLAN SELECT * FROM event "
        "WHERE branch = 'renmin' AND kind = 'appointment.booked' AND sequence BETWEEN 7 AND 900"
    )
    with running_writer(tmp_path / "b.db") as running, running.database.reading.connect() as found:
        plan = " ".join(str(line[-1]) for line in found.execute(text(question)))
    assert plan == (
        "SEARCH event USING INDEX ix_event_branch_kind_sequence "
        "(branch=? AND kind=? AND sequence>? AND sequence<?)"
    )
