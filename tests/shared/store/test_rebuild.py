"""What a restart rebuilds when more than today's events and one profile are needed."""

from copy import deepcopy
from typing import Any

from shared.config.visit_tables import AppointmentTable
from shared.domain import booking
from shared.domain.branch import Branch
from shared.domain.event import Event
from shared.reports.day import day_report
from shared.services import attendance, calling
from shared.services.decision import Decide, Decision
from shared.services.publication import publish
from shared.store.day_log import day_log
from shared.store.verify import verify_branch
from tests.support.lobby import (
    ANNA,
    BRANCH,
    MINUTE_US,
    Address,
    RunningWriter,
    issue,
    running_writer,
)
from tests.support.profiles import NEIGHBOURHOOD, first_come
from tests.support.server import local_us

BOOKABLE = NEIGHBOURHOOD.model_copy(
    update={"appointments": (AppointmentTable(service="wealth"),), "appointment_series": "R"}
)
TOMORROW = "2026-11-21"
TEN_US = local_us(f"{TOMORROW}T10:00")


def state_of(branch: Branch) -> dict[str, Any]:
    """A copy of everything that the log tells of a branch, comparable."""
    return {n: deepcopy(getattr(branch, n)) for n in Branch.__slots__ if n != "library"}


def recorded(events: list[Event]) -> Decision:
    return Decision(events, lambda _after: None)


def book() -> Decide:
    """The command that books ten o'clock tomorrow."""
    midnight_us = local_us(f"{TOMORROW}T00:00")
    return lambda lobby, now_us: recorded(
        booking.book(
            lobby.branch,
            now_us,
            appointment="a-1",
            code_digest="digest",
            service="wealth",
            day=TOMORROW,
            midnight_us=midnight_us,
            due_us=TEN_US,
        )
    )


def check_in() -> Decide:
    """The command of whoever has booked."""
    return lambda lobby, now_us: recorded(
        booking.check_in(lobby.branch, now_us, code_digest="digest", ticket="t-1")
    )


def call(running: RunningWriter, counter: str) -> None:
    running.run(lambda lobby, now: attendance.open_counter(lobby, now, counter, ANNA))
    running.run(lambda lobby, now: calling.call_next(lobby, now, counter, ANNA))


def test_day_with_a_profile_published_in_its_middle(address: Address) -> None:
    with running_writer(address) as running:
        for segment in ("ordinary", "priority", "key", "ordinary"):
            running.run(issue("cash", segment))
            running.clock.advance(MINUTE_US)
        call(running, "1")
        running.run(lambda lobby, now: publish(lobby, now, first_come()))
        running.clock.advance(MINUTE_US)
        call(running, "1")
        before = running.lobby()
    with running_writer(address, running.clock, first_come()) as again:
        after = again.lobby()
        assert state_of(after.branch) == state_of(before.branch)
        assert (after.profile, after.published) == (before.profile, before.published)
        assert verify_branch(again.database, BRANCH).faults == []


def test_booking_outlives_the_night_and_a_restart(address: Address) -> None:
    with running_writer(address, profile=BOOKABLE) as running:
        running.run(book())
        running.clock.set(TEN_US - 5 * MINUTE_US)
        assert running.lobby().branch.day == TOMORROW
    with running_writer(address, running.clock, BOOKABLE) as again:
        again.run(check_in())
        call(again, "4")
        before = again.lobby()
        assert [c.number for c in before.recent_calls] == ["R001"]
        found = day_log(again.database, BRANCH, TOMORROW)
        report = day_report(found.events, found.profile, TOMORROW, library=found.library)
        assert report.figures.waiting.called == 1
        assert verify_branch(again.database, BRANCH).faults == []
    with running_writer(address, again.clock, BOOKABLE) as third:
        assert state_of(third.lobby().branch) == state_of(before.branch)
