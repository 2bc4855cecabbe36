"""The executor of the machine: what the server does, and what proves each of its steps."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from shared.domain import attendance, ticketing
from shared.domain.apply import apply
from shared.domain.branch import Branch
from shared.domain.errors import RuleRefused
from shared.domain.event import TICKET_CALLED, Event
from shared.domain.recompute import differences
from shared.domain.settle import carry_out
from shared.domain.tick import next_due_us, tick
from shared.domain.ticket import Ticket, TicketState
from shared.store.chain import canonical
from tests.support.life.book import Book
from tests.support.life.draws import CUSTOMERS, OFTEN, SEGMENTS, USUAL
from tests.support.life.rules import (
    DAY_US,
    HOUR_US,
    HOURS,
    HOUSES,
    MINUTE_US,
    MORNING,
    PLANS,
    WEIGHTS,
    life_rules,
)

FIRST_DAY = date(2026, 11, 20)  # a Friday; Sundays are closed

Command = Callable[..., list[Event]]


class Executor(RuleBasedStateMachine):
    """A branch, its log, a twin that replays it, a book kept by hand; and time, which passes."""

    @initialize(
        policy=st.sampled_from(sorted(WEIGHTS)),
        house=st.sampled_from(sorted(HOUSES)),
        has_ratio=st.booleans(),
        hours=st.sampled_from([HOURS, HOURS, None]),
        serves_inside=st.booleans(),
        minute=st.sampled_from([9 * 60, 9 * 60, 16 * 60 + 40]),
        crowd=st.lists(st.tuples(USUAL, SEGMENTS, CUSTOMERS), min_size=2, max_size=8),
        third=st.booleans(),
    )
    def open_branch(
        self,
        policy: str,
        house: str,
        has_ratio: bool,
        hours: Any,
        serves_inside: bool,
        minute: int,
        crowd: list[tuple[str, str, str]],
        third: bool,
    ) -> None:
        def rules(name: str) -> Any:
            return life_rules(
                PLANS[name],
                policy,
                house,
                has_ratio=has_ratio,
                hours=hours,
                serves_inside=serves_inside,
            )

        library = {name: rules(name) for name in PLANS}
        self.branch = Branch(library["morning"], library)
        self.twin = Branch(library["morning"], library)
        self.book = Book(MORNING)
        self.log: list[Event] = []
        self.now_us = minute * MINUTE_US
        self.made = 0
        self.live()
        self.do(attendance.open_counter, counter="1", staff="wang")
        self.do(attendance.open_counter, counter="2", staff="li")
        if third:
            self.do(attendance.open_counter, counter="3", staff="zhang")
        for service, segment, customer in crowd:
            self.now_us += MINUTE_US // 2
            self.comes(service, segment, customer)

    def live(self) -> None:
        """What the server does before each group: the date, then the clock."""
        number = self.branch.stamp(self.now_us) // DAY_US
        day = (FIRST_DAY + timedelta(days=number)).isoformat()
        events = attendance.open_day(self.branch, self.now_us, day=day, midnight_us=number * DAY_US)
        self._take(events)
        for _ in range(2):  # what comes back from its hold may be released at once
            carry_out(self.branch, tick(self.branch, self.now_us), self.now_us, self._take)
        assert tick(self.branch, self.branch.stamp(self.now_us)) == []
        due_us = next_due_us(self.branch)
        assert due_us is None or due_us > self.branch.stamp(self.now_us)

    def do(self, command: Command, **arguments: Any) -> None:
        """Decide and carry out; a refusal changes nothing, and neither does deciding."""
        before = snapshot(self.branch)
        try:
            events = command(self.branch, self.now_us, **arguments)
        except RuleRefused:
            assert snapshot(self.branch) == before
            return
        assert snapshot(self.branch) == before, "deciding must not change the branch"
        carry_out(self.branch, events, self.now_us, self._take)

    def _take(self, events: list[Event]) -> None:
        """Apply, keep the log and the book, and prove each call on the replayed branch."""
        apply(self.branch, events)
        for event in events:
            assert not self.log or event.recorded_us >= self.log[-1].recorded_us
            assert event.at_us <= event.recorded_us
            read = round_trip(event)
            if read.kind == TICKET_CALLED:
                assert differences(self.twin, read) == []
            self.book.write(read)
            apply(self.twin, (read,))
            self.log.append(read)

    def comes(self, service: str, segment: str, customer: str) -> None:
        """Somebody takes a ticket."""
        self.do(
            ticketing.issue,
            ticket=self.new(),
            service=service,
            segment=segment,
            customer=customer,
        )

    def one(self, pick: int, *states: TicketState) -> Ticket | None:
        """Some ticket of today, in one of these states where there is one."""
        tickets = list(self.branch.tickets.values())
        fitting = [t for t in tickets if t.state in states] or tickets
        return fitting[pick % len(fitting)] if fitting else None

    def new(self, letter: str = "t") -> str:
        self.made += 1
        return f"{letter}{self.made}"

    @rule(
        step_us=st.sampled_from(
            [-MINUTE_US, 0, 1, MINUTE_US, 5 * MINUTE_US, 17 * MINUTE_US, 61 * MINUTE_US]
        )
    )
    def time_passes(self, step_us: int) -> None:
        self.now_us += step_us
        self.live()

    @rule(extra_us=st.sampled_from([-1, 0, 1]))
    def next_thing_falls_due(self, extra_us: int) -> None:
        due_us = next_due_us(self.branch)
        if due_us is not None and due_us < self.now_us + 12 * HOUR_US:
            self.now_us = max(self.now_us, due_us + extra_us)
            self.live()

    @precondition(lambda self: len(self.log) > 25)
    @rule(often=OFTEN)
    def next_morning(self, often: int) -> None:
        if often == 0:
            self.now_us = (self.now_us // DAY_US + 1) * DAY_US + 9 * HOUR_US
            self.live()

    @precondition(lambda self: len(self.log) > 15)
    @rule(often=OFTEN)
    def to_closing(self, often: int) -> None:
        if often == 0:
            late_us = self.now_us // DAY_US * DAY_US + HOURS.closes_us - MINUTE_US
            self.now_us = max(self.now_us, late_us)
            self.live()


def round_trip(event: Event) -> Event:
    """The event as it comes back from the log's canonical JSON."""
    data = json.loads(canonical(dict(event.data)))
    assert data == event.data
    return event._replace(data=data)


def snapshot(branch: Branch) -> object:
    """Everything a branch knows, comparable."""
    return (
        [(repr(t), tuple(t.row)) for t in branch.tickets.values()],
        [(repr(c), tuple(c.row)) for c in branch.counters.values()],
        [t.id for t in branch.waiting],
        [tuple(row) for row in branch.rows],
        [
            repr(getattr(branch, name))
            for name in branch.__slots__
            if name not in ("counters", "library", "rows", "rules", "tickets", "today", "waiting")
        ],
        id(branch.rules),
    )
