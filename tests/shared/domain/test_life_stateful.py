"""The whole ticket life as a state machine: random commands, an independent book beside it."""

from collections import Counter as Tally

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from shared.dispatch.eligibility import is_own
from shared.domain import attendance, calling, ticketing
from shared.domain.apply import apply
from shared.domain.branch import Branch
from shared.domain.counter import CounterState
from shared.domain.errors import RuleRefused
from shared.domain.event import TICKET_CALLED, TICKET_ISSUED, TICKET_RETURNED, Event
from shared.domain.settle import carry_out
from shared.domain.ticket import TicketState
from tests.support.branches import MINUTE_US, PRESETS, empty_branch

COUNTERS = st.sampled_from(["1", "2", "3"])


class LobbyMachine(RuleBasedStateMachine):
    """Presses every key at every moment; a refusal must change nothing."""

    @initialize(preset=st.sampled_from(sorted(PRESETS)))
    def open_branch(self, preset: str) -> None:
        self.preset = preset
        self.branch = empty_branch(PRESETS[preset])
        self.log: list[Event] = []
        self.now_us = 9 * 60 * MINUTE_US
        self.issued = 0

    def do(self, command: object, **arguments: object) -> None:
        before = snapshot(self.branch)
        try:
            events = command(self.branch, self.now_us, **arguments)  # type: ignore[operator]  # any decide function
        except RuleRefused:
            assert snapshot(self.branch) == before
            return
        assert snapshot(self.branch) == before, "deciding must not change the branch"
        self.log.extend(carry_out(self.branch, events, self.now_us))

    @rule(step_us=st.sampled_from([0, 1, MINUTE_US, 17 * MINUTE_US]))
    def time_passes(self, step_us: int) -> None:
        self.now_us += step_us

    @rule(
        service=st.sampled_from(["cash", "wealth"]),
        segment=st.sampled_from(["", "priority", "key"]),
    )
    def issue(self, service: str, segment: str) -> None:
        self.issued += 1
        self.do(ticketing.issue, ticket=f"t{self.issued}", service=service, segment=segment)

    @rule(
        counter=COUNTERS,
        staff=st.sampled_from(["wang", "li", "zhang"]),
        skills=st.sampled_from([None, ("cash",)]),
    )
    def open_counter(self, counter: str, staff: str, skills: tuple[str, ...] | None) -> None:
        self.do(attendance.open_counter, counter=counter, staff=staff, skills=skills)

    @rule(counter=COUNTERS)
    def call_next(self, counter: str) -> None:
        self.do(calling.call_next, counter=counter)

    @rule(counter=COUNTERS)
    def pause(self, counter: str) -> None:
        self.do(attendance.pause_counter, counter=counter, reason="lunch")

    @rule(counter=COUNTERS)
    def close_counter(self, counter: str) -> None:
        self.do(attendance.close_counter, counter=counter)

    @rule(
        pick=st.integers(0, 30),
        key=st.sampled_from(["recall", "start", "close", "no_show", "return_", "cancel", "rate"]),
    )
    def press(self, pick: int, key: str) -> None:
        if not self.branch.tickets:
            return
        ticket = list(self.branch.tickets)[pick % len(self.branch.tickets)]
        if key == "cancel":
            self.do(ticketing.cancel, ticket=ticket)
        elif key == "rate":
            self.do(ticketing.rate, ticket=ticket, score=5)
        else:
            self.do(getattr(calling, key), ticket=ticket)

    @invariant()
    def nobody_is_lost_or_at_two_counters(self) -> None:
        tickets = self.branch.tickets.values()
        waiting = [t.id for t in tickets if t.state is TicketState.WAITING]
        assert sorted(t.id for t in self.branch.waiting) == sorted(waiting)
        assert [t.row for t in self.branch.waiting] == self.branch.rows
        present = [t.id for t in tickets if t.state in (TicketState.CALLED, TicketState.SERVING)]
        at_counters = [c.ticket for c in self.branch.counters.values() if c.ticket]
        assert sorted(at_counters) == sorted(present)

    @invariant()
    def numbers_are_unique_and_gap_free(self) -> None:
        series: dict[str, list[int]] = {}
        for ticket in self.branch.tickets.values():
            series.setdefault(ticket.series, []).append(ticket.ordinal)
        assert all(found == list(range(1, len(found) + 1)) for found in series.values())

    @invariant()
    def overtakes_equal_an_independent_count(self) -> None:
        assert {t.id: t.overtaken for t in self.branch.tickets.values()} == recount(self.log)
        if self.preset == "first_come":
            assert all(t.overtaken == 0 for t in self.branch.tickets.values())

    @invariant()
    def nobody_works_at_two_counters(self) -> None:
        staff = [c.staff for c in self.branch.counters.values() if c.staff]
        assert len(staff) == len(set(staff))

    @invariant()
    def standby_means_idle_and_open_with_nobody_to_call(self) -> None:
        for counter in self.branch.standby_counters():
            assert counter.state is CounterState.OPEN
            assert counter.ticket == ""
            assert not any(is_own(row, counter.row) for row in self.branch.rows)

    @invariant()
    def the_log_alone_rebuilds_the_branch(self) -> None:
        twin = empty_branch(PRESETS[self.preset])
        apply(twin, self.log)
        assert snapshot(twin) == snapshot(self.branch)

    @invariant()
    def recorded_times_never_run_backwards(self) -> None:
        recorded = [event.recorded_us for event in self.log]
        assert recorded == sorted(recorded)


def snapshot(branch: Branch) -> object:
    """Everything a branch knows, comparable."""
    tickets = [
        (t.id, t.number, t.state, t.counter, t.recalls, t.outcome, t.rating, tuple(t.row))
        for t in branch.tickets.values()
    ]
    times = [(t.called_us, t.started_us, t.ended_us) for t in branch.tickets.values()]
    counters = [
        (c.id, c.state, c.staff, c.ticket, c.is_standby, tuple(c.row))
        for c in branch.counters.values()
    ]
    waiting = [t.id for t in branch.waiting]
    return branch.sequence, branch.last_us, tickets, times, counters, waiting


def recount(log: list[Event]) -> dict[str, int]:
    """Overtakes from the log with nothing of dispatch: seniority and skills kept by hand."""
    senior: dict[str, tuple[int, int]] = {}
    what: dict[str, tuple[str, str]] = {}
    waiting: list[str] = []
    served: dict[str, list[str]] = {}
    overtaken: Tally[str] = Tally()
    for event in log:
        if event.kind == TICKET_ISSUED:
            senior[event.ticket] = (event.at_us, len(senior))
            segment = str(event.data["segment"])
            what[event.ticket] = (str(event.data["service"]), segment)
            overtaken[event.ticket] = 0
            waiting.append(event.ticket)
        elif event.kind == TICKET_RETURNED:
            back_us = event.data["senior_us"]
            assert isinstance(back_us, int)
            senior[event.ticket] = (back_us, senior[event.ticket][1])
            waiting.append(event.ticket)
        elif event.kind == TICKET_CALLED:
            waiting.remove(event.ticket)
            for other in waiting:
                able = what[other][0] in served[event.counter]
                able = able and not (event.counter == "3" and what[other][1] == "ordinary")
                overtaken[other] += able and senior[other] < senior[event.ticket]
        elif event.kind == "ticket.cancelled":
            waiting.remove(event.ticket)
        elif event.kind == "counter.opened":
            services = event.data["services"]
            assert isinstance(services, list)
            served[event.counter] = [str(s) for s in services]
    return dict(overtaken)


LobbyMachine.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestLobby = LobbyMachine.TestCase
