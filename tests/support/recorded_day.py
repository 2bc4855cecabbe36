"""A day through the real writer with everything that can happen in a lobby, the same every time."""

from collections.abc import Callable, Iterator
from functools import partial
from random import Random

from shared.config.visit_tables import AppointmentTable
from shared.domain import (
    attendance,
    booking,
    calling,
    incident,
    regrouping,
    ticketing,
    visiting,
)
from shared.domain.branch import Branch
from shared.domain.counter import CounterState
from shared.domain.errors import LobbyError
from shared.domain.event import Event
from shared.domain.ticket import Ticket, TicketState
from shared.services.decision import Decision
from shared.services.lobby import Lobby
from shared.services.publication import publish
from shared.store.job import Command
from tests.support.lobby import BRANCH, MINUTE_US, RunningWriter
from tests.support.profiles import NEIGHBOURHOOD, first_come
from tests.support.server import local_us

DAY = "2026-11-20"
MIDNIGHT_US = local_us(f"{DAY}T00:00")
DUE_US = local_us(f"{DAY}T10:30")
BOOKABLE = NEIGHBOURHOOD.model_copy(
    update={"appointments": (AppointmentTable(service="wealth"),), "appointment_series": "R"}
)
NOON = first_come().model_copy(
    update={"appointments": BOOKABLE.appointments, "appointment_series": "R"}
)
STAFF = {"1": "anna", "2": "bert", "3": "cora", "4": "dora"}

Act = Callable[[Branch, int], list[Event]]


class Day:
    """Random acts on a running writer. Whatever a rule refuses does not happen."""

    def __init__(self, running: RunningWriter, seed: int) -> None:
        self._running = running
        self._random = Random(seed)
        self._made = 0

    def do(self, act: Act) -> None:
        """Run a command of the domain as a command of the branch."""

        def decide(lobby: Lobby, now_us: int) -> Decision:
            return Decision(act(lobby.branch, now_us), lambda _after: None)

        try:
            self._running.writer.submit(Command(BRANCH, decide)).result(10)
        except LobbyError:
            return

    def minutes(self, minutes: float) -> None:
        """Time passes."""
        self._running.clock.advance(int(minutes * MINUTE_US))

    def open_counters(self) -> None:
        """Four tellers come, one of them to learn from another."""
        for counter, staff in STAFF.items():
            mentor = "anna" if staff == "dora" else ""
            self.do(partial(attendance.open_counter, counter=counter, staff=staff, mentor=mentor))

    def live(self, steps: int) -> None:
        """So many random acts, a quarter of a minute or so apart."""
        for _ in range(steps):
            self.do(self._random.choice(ACTS)(self))
            self.minutes(self._random.uniform(0.1, 0.6))

    def new_id(self) -> str:
        """An identifier that has not been given."""
        self._made += 1
        return f"t-{self._made:04d}"

    def any_of(self, branch: Branch, *states: TicketState) -> Ticket:
        """A ticket in one of these states; where there is none, the command will be refused."""
        found = [t for t in branch.tickets.values() if t.state in states]
        if not found:
            raise LobbyError("nobody")
        return self._random.choice(found)

    def any_counter(self, branch: Branch) -> str:
        """A counter that is open."""
        open_ = [c.id for c in branch.counters.values() if c.state is CounterState.OPEN]
        return self._random.choice(open_)

    def pick(self, *options: str) -> str:
        """One of these."""
        return self._random.choice(options)


def arrive(day: Day) -> Act:
    """A customer, now and then with two matters or many transactions."""
    service, other = day.pick("cash", "account", "wealth"), day.pick("", "", "transfer", "cash")
    segment = day.pick("ordinary", "ordinary", "ordinary", "priority", "key")
    more = [other] if other and other != service else []
    ticket = day.new_id()
    return lambda b, now: ticketing.issue(
        b, now, ticket=ticket, service=service, segment=segment, more_needs=more
    )


def call(day: Day) -> Act:
    """The next one."""
    return lambda b, now: calling.call_next(b, now, counter=day.any_counter(b))


def call_out_of_order(day: Day) -> Act:
    """The lead has somebody called before the others."""

    def act(b: Branch, now: int) -> list[Event]:
        waiting = day.any_of(b, TicketState.WAITING, TicketState.HELD)
        counter = day.any_counter(b)
        return calling.call_picked(
            b, now, counter=counter, ticket=waiting.id, reason="lead", by="lena"
        )

    return act


def on_ticket(
    function: Callable[..., list[Event]], *states: TicketState, **more: object
) -> Callable[[Day], Act]:
    """An act on any ticket in one of these states."""

    def of(day: Day) -> Act:
        return lambda b, now: function(b, now, ticket=day.any_of(b, *states).id, **more)

    return of


def miss(day: Day) -> Act:
    """A called customer does not come, after a recall."""

    def act(b: Branch, now: int) -> list[Event]:
        called = day.any_of(b, TicketState.CALLED)
        if called.recalls:
            return calling.no_show(b, now, ticket=called.id)
        return calling.recall(b, now, ticket=called.id)

    return act


def join(day: Day) -> Act:
    """Two who belong together go on one ticket, or part again."""

    def act(b: Branch, now: int) -> list[Event]:
        for ticket in b.tickets.values():
            if ticket.companions and ticket.state is TicketState.WAITING:
                (companion,) = ticket.companions
                return regrouping.split_companion(b, now, ticket=ticket.id, companion=companion)
        one, other = (day.any_of(b, TicketState.WAITING).id for _ in range(2))
        return regrouping.join(b, now, ticket=one, companion=other)

    return act


def split_need(day: Day) -> Act:
    """One matter goes on a ticket of its own."""

    def act(b: Branch, now: int) -> list[Event]:
        waiting = day.any_of(b, TicketState.WAITING)
        return regrouping.split_need(
            b, now, ticket=waiting.id, service=waiting.needs[-1], new_ticket=day.new_id()
        )

    return act


WAITING, HELD = TicketState.WAITING, TicketState.HELD
CALLED, SERVING = TicketState.CALLED, TicketState.SERVING
ACTS: tuple[Callable[[Day], Act], ...] = (
    *(arrive,) * 9,
    *(call,) * 6,
    call_out_of_order,
    on_ticket(calling.start, CALLED),
    on_ticket(calling.start, CALLED),
    on_ticket(calling.close, CALLED, SERVING),
    on_ticket(visiting.hold, CALLED, SERVING, pool="documents"),
    on_ticket(visiting.resume, HELD),
    on_ticket(visiting.defer, WAITING, minutes=5),
    on_ticket(visiting.transfer, SERVING, WAITING, service="account"),
    on_ticket(visiting.next_need, CALLED, SERVING),
    on_ticket(calling.return_, TicketState.NO_SHOW),
    on_ticket(ticketing.cancel, WAITING, reason="left"),
    on_ticket(ticketing.rate, TicketState.CLOSED, score=5),
    on_ticket(regrouping.reclassify, WAITING, by="lena", segment="priority"),
    on_ticket(regrouping.divert, WAITING, way="machine", by="lena"),
    miss,
    miss,
    join,
    split_need,
)


def suspend(b: Branch, now: int) -> list[Event]:
    """The core banking system is down for accounts."""
    reason = b.rules.incidents[0].id
    return incident.declare(b, now, incident="i-1", reason=reason, services=["account"])


def book(b: Branch, now: int) -> list[Event]:
    """Half past ten for wealth."""
    return booking.book(
        b,
        now,
        appointment="a-1",
        code_digest="digest",
        service="wealth",
        day=DAY,
        midnight_us=MIDNIGHT_US,
        due_us=DUE_US,
    )


def record(running: RunningWriter, seed: int = 7, steps: int = 110) -> Iterator[str]:
    """Live the day from half past nine; yields before each of its parts, so that tests may look."""
    day = Day(running, seed)
    day.open_counters()
    day.do(book)
    yield "morning"
    day.live(steps)
    running.clock.set(max(running.clock.now_us(), DUE_US - 10 * MINUTE_US))
    day.do(lambda b, now: booking.check_in(b, now, code_digest="digest", ticket=day.new_id()))
    day.live(20)
    yield "outage"
    day.do(suspend)
    day.live(40)
    day.do(lambda b, now: incident.end(b, now, incident="i-1"))
    day.live(20)
    yield "noon"
    running.clock.set(max(running.clock.now_us(), local_us(f"{DAY}T12:00")))
    running.run(lambda lobby, now_us: publish(lobby, now_us, NOON))
    day.do(lambda b, now: attendance.plan_pause(b, now, counter="2", reason="lunch"))
    day.live(steps)
    yield "evening"
