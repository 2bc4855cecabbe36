"""Whole days with everything that can happen: what must hold after every single command."""

from hypothesis import settings
from hypothesis.stateful import invariant

from shared.domain.apply import apply
from shared.domain.appointment import AppointmentState
from shared.domain.branch import Branch
from shared.domain.counter import CounterState
from shared.domain.ticket import AT_COUNTER, TicketState
from tests.support.life.appointments import AppointmentKeys
from tests.support.life.executor import snapshot
from tests.support.life.house import HouseKeys
from tests.support.life.tickets import TicketKeys
from tests.support.life.visits import VisitKeys

SLOT_CAPACITY = 2


class BranchLife(TicketKeys, VisitKeys, HouseKeys, AppointmentKeys):
    """Presses every key at every moment; what must hold afterwards."""

    @invariant()
    def every_ticket_is_in_exactly_one_place(self) -> None:
        for ticket in self.branch.tickets.values():
            slip = self.book.slips[ticket.id]
            assert (slip.state, slip.needs) == (ticket.state, ticket.needs)
            assert (ticket in self.branch.waiting) + (ticket.id in self.branch.held) + (
                any(c.ticket == ticket.id for c in self.branch.counters.values())
            ) <= 1
            assert (ticket.id in self.branch.held) == (ticket.state is TicketState.HELD)
        assert self.book.slips.keys() == self.branch.tickets.keys()

    @invariant()
    def who_waits_may_be_called_unless_the_customer_is_at_a_counter(self) -> None:
        waiting = sorted(ticket.id for ticket in self.branch.waiting)
        assert waiting == sorted(slip.id for slip in self.book.callable_now())
        assert all(t.row is r for t, r in zip(self.branch.waiting, self.branch.rows, strict=True))

    @invariant()
    def nobody_is_at_two_counters_and_no_counter_has_two(self) -> None:
        present = [t.id for t in self.branch.tickets.values() if t.state in AT_COUNTER]
        at_counters = [c.ticket for c in self.branch.counters.values() if c.ticket]
        assert sorted(at_counters) == sorted(present)
        assert {c: s.ticket for c, s in self.book.seats.items()} == {
            c.id: c.ticket for c in self.branch.counters.values()
        }

    @invariant()
    def seniority_and_overtakes_equal_the_book_kept_by_hand(self) -> None:
        since = self.branch.midnight_us
        for ticket in self.branch.tickets.values():
            slip = self.book.slips[ticket.id]
            assert ticket.senior_us == slip.senior_us - since, ticket.number
            assert ticket.overtaken == slip.overtaken, ticket.number

    @invariant()
    def nobody_works_at_two_counters(self) -> None:
        staff = [c.staff for c in self.branch.counters.values() if c.staff]
        assert len(staff) == len(set(staff))

    @invariant()
    def standby_means_idle_and_open_with_nobody_to_call(self) -> None:
        for counter in self.branch.standby_counters():
            assert counter.state is CounterState.OPEN
            assert counter.ticket == ""
            assert self.book.eligible(counter.id, self.branch.stamp(self.now_us)) == []

    @invariant()
    def what_is_due_has_happened(self) -> None:
        now_us = self.branch.last_us
        for ticket in self.branch.held.values():
            assert ticket.until_us is None or ticket.until_us > now_us
        for counter in self.branch.counters.values():
            if counter.plan is not None and not counter.ticket:
                assert counter.plan.at_us > now_us
        for booked in self.branch.appointments.values():
            rules = self.branch.rules.appointments[booked.service]
            is_offered = not self.book.suspended.get(booked.service)
            if booked.state is AppointmentState.BOOKED and is_offered:
                since_us = max(booked.due_us, self.book.resumed_us.get(booked.service, 0))
                assert since_us + rules.no_show_us >= now_us

    @invariant()
    def no_slot_is_given_twice_too_often(self) -> None:
        good = (AppointmentState.BOOKED, AppointmentState.CHECKED_IN)
        due = [a.due_us for a in self.branch.appointments.values() if a.state in good]
        assert all(due.count(one) <= SLOT_CAPACITY for one in due)

    @invariant()
    def the_replayed_log_is_the_branch(self) -> None:
        assert snapshot(self.twin) == snapshot(self.branch)

    def teardown(self) -> None:
        """The log as a whole, from the beginning, gives the branch."""
        if hasattr(self, "log"):
            again = Branch(self.branch.library["morning"], self.branch.library)
            apply(again, self.log)
            assert snapshot(again) == snapshot(self.branch)


BranchLife.TestCase.settings = settings(max_examples=50, stateful_step_count=50, deadline=None)
TestBranchLife = BranchLife.TestCase
