"""Whole days as a state machine: every command at every moment, executed as the server does."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from shared.domain import attendance, booking, calling, incident, regrouping, ticketing, visiting
from shared.domain.apply import apply
from shared.domain.branch import Branch
from shared.domain.errors import RuleRefused
from shared.domain.event import DAY_OPENED, PROFILE_PUBLISHED, TICKET_CALLED, Event
from shared.domain.recompute import differences
from shared.domain.settle import carry_out
from shared.domain.tick import next_due_us, tick
from shared.domain.ticket import AT_COUNTER, Ticket, TicketState
from shared.store.chain import canonical
from tests.support.life_book import Book
from tests.support.life_rules import (
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
COUNTERS = st.sampled_from(["1", "2", "3"])
SERVICES = st.sampled_from(["cash", "wealth", "card", "loan"])
USUAL = st.sampled_from(["cash", "wealth", "card"])
SEGMENTS = st.sampled_from(["", "ordinary", "priority", "key"])
STAFF = st.sampled_from(["wang", "li", "zhang"])
POOLS = st.sampled_from(["documents", "form", "approval"])
PICK = st.integers(0, 40)
OFTEN = st.integers(0, 3)

Command = Callable[..., list[Event]]


class LifeMachine(RuleBasedStateMachine):
    """Presses every key at every moment. What must hold is in ``test_life_stateful``."""

    @initialize(
        policy=st.sampled_from(sorted(WEIGHTS)),
        house=st.sampled_from(sorted(HOUSES)),
        has_ratio=st.booleans(),
        hours=st.sampled_from([HOURS, HOURS, None]),
        serves_inside=st.booleans(),
        minute=st.sampled_from([9 * 60, 9 * 60, 16 * 60 + 40]),
        crowd=st.lists(st.tuples(USUAL, SEGMENTS), min_size=2, max_size=8),
    )
    def open_branch(
        self,
        policy: str,
        house: str,
        has_ratio: bool,
        hours: Any,
        serves_inside: bool,
        minute: int,
        crowd: list[tuple[str, str]],
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
        for service, segment in crowd:
            self.now_us += MINUTE_US // 2
            self.issue_plain(service, segment)

    # --- the executor -----------------------------------------------------------------------

    def live(self) -> None:
        """What the server does before each group: the date, then the clock."""
        number, _ = divmod(self.now_us, DAY_US)
        day = (FIRST_DAY + timedelta(days=number)).isoformat()
        events = attendance.open_day(self.branch, self.now_us, day=day, midnight_us=number * DAY_US)
        self._take(events)
        for _ in range(2):  # what comes back from its hold may be released at once
            carry_out(self.branch, tick(self.branch, self.now_us), self.now_us, self._take)
        assert tick(self.branch, self.branch.stamp(self.now_us)) == []
        due_us = next_due_us(self.branch)
        assert due_us is None or due_us > self.now_us

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

    def one(self, pick: int, *states: TicketState) -> Ticket | None:
        """Some ticket of today, in one of these states where there is one."""
        tickets = list(self.branch.tickets.values())
        fitting = [t for t in tickets if t.state in states] or tickets
        return fitting[pick % len(fitting)] if fitting else None

    def new(self, letter: str = "t") -> str:
        self.made += 1
        return f"{letter}{self.made}"

    # --- time -------------------------------------------------------------------------------

    @rule(step_us=st.sampled_from([0, 1, MINUTE_US, 5 * MINUTE_US, 17 * MINUTE_US, 61 * MINUTE_US]))
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

    # --- the door ---------------------------------------------------------------------------

    @rule(
        service=USUAL,
        segment=SEGMENTS,
        more=st.lists(USUAL, max_size=3, unique=True),
        items=st.sampled_from([1, 1, 12]),
        customer=st.sampled_from(["", "", "ann", "bob"]),
        counter=st.sampled_from(["", "", "", "1", "3"]),
        person=st.sampled_from(["", "", "", "wang", "zhang"]),
        late_us=st.sampled_from([None, None, 3 * MINUTE_US]),
    )
    def issue(
        self,
        service: str,
        segment: str,
        more: list[str],
        items: int,
        customer: str,
        counter: str,
        person: str,
        late_us: int | None,
    ) -> None:
        self.do(
            ticketing.issue,
            ticket=self.new(),
            service=service,
            segment=segment,
            more_needs=[need for need in more if need != service],
            items=items,
            customer=customer,
            counter=counter,
            person=person,
            arrived_us=None if late_us is None else self.now_us - late_us,
        )

    @rule(service=SERVICES, segment=SEGMENTS)
    def issue_plain(self, service: str, segment: str) -> None:
        self.do(ticketing.issue, ticket=self.new(), service=service, segment=segment)

    @rule(
        work=st.lists(
            st.tuples(st.sampled_from(["1", "2", "3", "come"]), USUAL, SEGMENTS, st.integers(0, 9)),
            min_size=2,
            max_size=8,
        )
    )
    def a_while_of_work(self, work: list[tuple[str, str, str, int]]) -> None:
        """People come and are called, some minutes apart."""
        for where, service, segment, minutes in work:
            self.now_us += minutes * MINUTE_US
            self.live()
            if where == "come":
                self.issue_plain(service, segment)
            else:
                self.call_next(where)

    @rule(pick=PICK, key=st.sampled_from(["cancel", "rate", "divert", "promise"]))
    def at_the_door(self, pick: int, key: str) -> None:
        found = self.one(pick)
        if found is None:
            return
        if key == "cancel":
            self.do(ticketing.cancel, ticket=found.id)
        elif key == "rate":
            self.do(ticketing.rate, ticket=found.id, score=5)
        elif key == "divert":
            self.do(regrouping.divert, ticket=found.id, way="machine", by="lead")
        else:
            window = {"from_us": self.now_us, "until_us": self.now_us + 9}
            self.do(regrouping.promise, ticket=found.id, basis=self.branch.sequence, **window)

    # --- calling ----------------------------------------------------------------------------

    @rule(counter=COUNTERS)
    def call_next(self, counter: str) -> None:
        self.do(calling.call_next, counter=counter)

    @rule(counter=COUNTERS, pick=PICK)
    def call_picked(self, counter: str, pick: int) -> None:
        found = self.one(pick, TicketState.WAITING, TicketState.HELD)
        if found is not None:
            self.do(calling.call_picked, counter=counter, ticket=found.id, reason="lead")

    @rule(pick=PICK, key=st.sampled_from(["recall", "start", "no_show", "close", "whole"]))
    def at_the_counter(self, pick: int, key: str) -> None:
        found = self.one(pick, *AT_COUNTER)
        if found is None:
            return
        if key == "whole":
            self.do(calling.close, ticket=found.id, whole_visit=True)
        else:
            self.do(getattr(calling, key), ticket=found.id)

    @rule(pick=PICK)
    def does_not_come(self, pick: int) -> None:
        found = self.one(pick, TicketState.CALLED)
        if found is not None:
            self.do(calling.recall, ticket=found.id)
            self.do(calling.no_show, ticket=found.id)

    @rule(pick=PICK)
    def comes_back(self, pick: int) -> None:
        found = self.one(pick, TicketState.NO_SHOW)
        if found is not None:
            self.do(calling.return_, ticket=found.id)

    # --- the visit --------------------------------------------------------------------------

    @rule(pick=PICK, pool=POOLS)
    def hold(self, pick: int, pool: str) -> None:
        found = self.one(pick, *AT_COUNTER)
        if found is not None:
            self.do(visiting.hold, ticket=found.id, pool=pool)

    @rule(pick=PICK, staff=st.sampled_from(["", "wang", "li"]), counter=st.sampled_from(["", "1"]))
    def resume(self, pick: int, staff: str, counter: str) -> None:
        found = self.one(pick, TicketState.HELD)
        if found is not None:
            self.do(visiting.resume, ticket=found.id, staff=staff, counter=counter)

    @rule(pick=PICK, minutes=st.sampled_from([1, 10, 61]))
    def defer(self, pick: int, minutes: int) -> None:
        found = self.one(pick, TicketState.WAITING, TicketState.CALLED)
        if found is not None:
            self.do(visiting.defer, ticket=found.id, minutes=minutes)

    @rule(
        pick=PICK,
        service=st.sampled_from(["", "cash", "wealth", "loan"]),
        counter=st.sampled_from(["", "", "1", "2", "3"]),
        person=st.sampled_from(["", "", "li", "zhang"]),
    )
    def transfer(self, pick: int, service: str, counter: str, person: str) -> None:
        found = self.one(pick, TicketState.WAITING, *AT_COUNTER)
        if found is not None:
            self.do(
                visiting.transfer,
                ticket=found.id,
                service=service,
                counter=counter,
                person=person,
            )

    @rule(pick=PICK, service=st.sampled_from(["", "card"]))
    def next_need(self, pick: int, service: str) -> None:
        found = self.one(pick, *AT_COUNTER)
        if found is not None:
            self.do(visiting.next_need, ticket=found.id, service=service)

    @rule(pick=PICK, service=st.sampled_from(["", "cash", "wealth"]), segment=SEGMENTS)
    def reclassify(self, pick: int, service: str, segment: str) -> None:
        found = self.one(pick, TicketState.WAITING, TicketState.HELD, *AT_COUNTER)
        if found is not None:
            self.do(
                regrouping.reclassify, ticket=found.id, by="lead", service=service, segment=segment
            )

    @rule(pick=PICK, other=PICK)
    def join(self, pick: int, other: int) -> None:
        found = self.one(pick, TicketState.WAITING, TicketState.HELD, *AT_COUNTER)
        companion = self.one(other, TicketState.WAITING, TicketState.HELD)
        if found is not None and companion is not None:
            self.do(regrouping.join, ticket=found.id, companion=companion.id)

    @rule(pick=PICK)
    def split_companion(self, pick: int) -> None:
        joined = [t for t in self.branch.tickets.values() if t.joined_to]
        if joined:
            found = joined[pick % len(joined)]
            self.do(regrouping.split_companion, ticket=found.joined_to, companion=found.id)

    @rule(pick=PICK, which=st.integers(0, 2))
    def split_need(self, pick: int, which: int) -> None:
        several = [t for t in self.branch.tickets.values() if len(t.needs) > 1]
        if several:
            found = several[pick % len(several)]
            service = found.needs[which % len(found.needs)]
            self.do(regrouping.split_need, ticket=found.id, service=service, new_ticket=self.new())

    # --- counters ---------------------------------------------------------------------------

    @rule(
        counter=COUNTERS,
        staff=STAFF,
        skills=st.sampled_from([None, None, ("cash", "wealth"), ("card",)]),
        mentor=st.sampled_from(["", "", "li"]),
    )
    def open_counter(
        self, counter: str, staff: str, skills: tuple[str, ...] | None, mentor: str
    ) -> None:
        self.do(attendance.open_counter, counter=counter, staff=staff, skills=skills, mentor=mentor)

    @rule(counter=COUNTERS, key=st.sampled_from(["pause", "close", "drop", "plan", "plan_close"]))
    def leave_or_plan(self, counter: str, key: str) -> None:
        if key == "pause":
            self.do(attendance.pause_counter, counter=counter, reason="lunch")
        elif key == "close":
            self.do(attendance.close_counter, counter=counter)
        elif key == "drop":
            self.do(attendance.drop_plan, counter=counter)
        else:
            reason = "lunch" if key == "plan" else ""
            self.do(attendance.plan_pause, counter=counter, reason=reason)

    @rule(counter=COUNTERS, minutes=st.sampled_from([1, 17]))
    def plan_at(self, counter: str, minutes: int) -> None:
        at_us = self.now_us + minutes * MINUTE_US
        until_us = at_us + 30 * MINUTE_US
        self.do(
            attendance.plan_pause, counter=counter, reason="lunch", at_us=at_us, until_us=until_us
        )

    @rule(counter=COUNTERS, services=st.sets(SERVICES, max_size=3))
    def set_services(self, counter: str, services: set[str]) -> None:
        self.do(attendance.set_services, counter=counter, services=sorted(services))

    # --- incidents, appointments, profiles ----------------------------------------------------

    @rule(
        reason=st.sampled_from(["system", "cash"]),
        services=st.sampled_from([(), ("cash",), ("wealth", "card"), ("wealth", "wealth")]),
        often=OFTEN,
    )
    def declare(self, reason: str, services: tuple[str, ...], often: int) -> None:
        if often == 0:
            self.do(
                incident.declare, incident=self.new("i"), reason=reason, services=services, by="m"
            )

    @rule(pick=PICK)
    def end_incident(self, pick: int) -> None:
        going_on = list(self.branch.incidents)
        if going_on:
            self.do(incident.end, incident=going_on[pick % len(going_on)], by="m")

    @rule(service=USUAL)
    def resume_service(self, service: str) -> None:
        self.do(incident.resume_service, service=service, by="m")

    @rule(
        ahead=st.sampled_from([0, 0, 1, 2, 3]),
        slot=st.integers(0, 18),
        segment=SEGMENTS,
        person=st.sampled_from(["", "wang"]),
    )
    def book_a_time(self, ahead: int, slot: int, segment: str, person: str) -> None:
        day, midnight_us = self._day(ahead)
        name = self.new("b")
        self.do(
            booking.book,
            appointment=name,
            code_digest=name,
            service="wealth",
            segment=segment,
            day=day,
            midnight_us=midnight_us,
            due_us=self._slot_us(midnight_us, slot),
            person=person,
        )

    @rule(
        pick=PICK,
        key=st.sampled_from(["change", "cancel", "in", "in"]),
        slot=st.integers(0, 18),
        ahead=st.sampled_from([0, 1]),
    )
    def appointment(self, pick: int, key: str, slot: int, ahead: int) -> None:
        codes = [*self.branch.appointments, "nobody"]
        code = codes[pick % len(codes)]
        if key == "in":
            self.do(booking.check_in, code_digest=code, ticket=self.new())
        elif key == "cancel":
            self.do(booking.cancel_booking, code_digest=code)
        else:
            day, midnight_us = self._day(ahead)
            due_us = self._slot_us(midnight_us, slot)
            self.do(
                booking.change, code_digest=code, day=day, midnight_us=midnight_us, due_us=due_us
            )

    @rule(pick=PICK, late_min=st.sampled_from([-20, -15, 0, 5, 6, 15, 16]))
    def comes_for_an_appointment(self, pick: int, late_min: int) -> None:
        day = self.branch.day
        booked = [a for a in self.branch.appointments.values() if a.day == day and not a.ticket]
        if not booked:
            return
        found = booked[pick % len(booked)]
        self.now_us = max(self.now_us, found.due_us + late_min * MINUTE_US)
        self.live()
        self.do(booking.check_in, code_digest=found.code_digest, ticket=self.new())

    def _day(self, ahead: int) -> tuple[str, int]:
        number = self.now_us // DAY_US + ahead
        return (FIRST_DAY + timedelta(days=number)).isoformat(), number * DAY_US

    def _slot_us(self, midnight_us: int, slot: int) -> int:
        """Every other time the slot that comes next, so that somebody checks in."""
        if slot % 2:
            midnight_us, slot = 0, self.now_us // (30 * MINUTE_US) + 1 - 18
        return midnight_us + 9 * HOUR_US + slot * 30 * MINUTE_US

    @rule(often=OFTEN, name=st.sampled_from(sorted(PLANS)))
    def publish(self, often: int, name: str) -> None:
        rules = self.branch.library[name]
        named = {s for t in self.branch.tickets.values() for s in (t.service, *t.needs)}
        named |= self.branch.suspended.keys()
        served = {
            s.id
            for s in self.branch.rules.services
            for c in self.branch.counters.values()
            if c.services_mask >> s.index & 1
        }
        if often == 0 and named | served <= rules.service_index.keys():
            at_us = self.branch.stamp(self.now_us)
            event = Event(PROFILE_PUBLISHED, at_us, at_us, data={"profile": name, "version": name})
            self.do(lambda _branch, _now: [event])


def round_trip(event: Event) -> Event:
    """The event as it comes back from the log's canonical JSON."""
    data = json.loads(canonical(dict(event.data)))
    assert data == event.data
    return event._replace(data=data)


def today(log: list[Event]) -> list[Event]:
    """The log from the last opening of a day on."""
    last = max(i for i, event in enumerate(log) if event.kind == DAY_OPENED)
    return log[last:]


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
