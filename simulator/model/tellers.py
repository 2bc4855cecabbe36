"""Tellers: they open their counters, call, serve, stand by, pause and close."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from simpy import Event as Signal

from shared.domain import attendance, calling
from shared.domain import event as kinds
from shared.domain.counter import Counter, CounterState
from shared.domain.event import Event
from shared.domain.row import service_mask
from shared.rollout.floor import Layout
from simulator.model.act import ActKind
from simulator.model.instant import SERVICE_ENDS, STINT, Moment, Steps
from simulator.model.lived_day import LivedDay
from simulator.model.plan import Plan
from simulator.model.progress import Progress
from simulator.model.rooms import Rooms
from simulator.model.shift import Shift, Stint, in_turn
from simulator.model.supervisors import Supervisors
from simulator.model.visits import Visits

#: Half a minute: a default of ours.
RECALL_US: Final = 30_000_000


def recall_us(plan: Plan) -> int:
    """How long tellers wait for somebody who does not come before they call again or give up."""
    asked = plan.scenario.visiting
    return RECALL_US if asked is None else round(asked.recall_after_s * 1_000_000)


@dataclass(slots=True)
class Tellers:
    """Everybody who works at a counter.

    Tellers press next when their customer's service time is over, and stand by when nobody waits;
    the walk to the counter comes before the service time. ``recall_us`` is how long they wait for
    somebody who does not come before they call again, and before they give up. ``bells`` wake
    those who stand by. ``off`` are services that are to be switched off at a counter.
    """

    day: LivedDay
    shifts: Sequence[Shift]
    recall_us: int
    supervisors: Supervisors
    rooms: Rooms
    layout: Layout | None = None
    visits: Visits = field(init=False)
    bells: dict[str, Signal] = field(default_factory=dict, init=False)
    off: dict[str, tuple[str, ...]] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        """Calls wake whoever is called to, and so does the end of the last visit."""
        self.visits = Visits(self.day, self.layout)
        self.day.on(kinds.TICKET_CALLED, self._called)
        self.day.emptied.append(self._ring_all)

    def _called(self, event: Event) -> None:
        """Whoever comes asks for a room where one is needed; the teller who stands by wakes."""
        if self.rooms.pools and not self.visits.is_absent(event.ticket):
            self.rooms.ask(event.ticket)
        self._ring(event.counter)

    def begin(self) -> None:
        """Everybody's day begins; at a counter, and for a person, shifts follow one another."""
        last: dict[str, Signal] = {}
        for shift in in_turn(self.shifts):
            places = (f"counter {shift.counter}", f"person {shift.staff}")
            before = [last[place] for place in places if place in last]
            over = self.day.env.process(self._teller(shift, before))
            last.update(dict.fromkeys(places, over))

    def _teller(self, shift: Shift, before: Iterable[Signal]) -> Steps:
        """One person's work at one counter, once the shifts before it are over."""
        day = self.day
        desk = day.branch.counters[shift.counter]
        yield from before
        left_us = day.now_us
        for stint in shift.stints:
            yield self._stint_moment(desk, max(stint.from_us, left_us + stint.gap_us))
            if stint.calls:
                self._open(desk, shift)
                yield from self._work(desk, stint, shift.speed_milli)
            self._leave_desk(desk, stint)
            left_us = day.now_us

    def _open(self, desk: Counter, shift: Shift) -> None:
        """The person takes the counter, or comes back from a pause."""
        opened = attendance.open_counter(
            self.day.branch,
            self.day.now_us,
            counter=desk.id,
            staff=shift.staff,
            skills=shift.skills,
        )
        self.day.do(opened)
        self._switch(desk)

    def switch_off(self, counter: str, services: tuple[str, ...]) -> None:
        """From now on these and no others are switched off there."""
        self.off[counter] = services
        desk = self.day.branch.counters[counter]
        if desk.state is CounterState.OPEN:
            self._switch(desk)

    def _switch(self, desk: Counter) -> None:
        """Serve what is not to be switched off here now, unless that would leave nothing."""
        day = self.day
        off_mask = service_mask(day.rules, self.off.get(desk.id, ()))
        wanted = desk.skills_mask & ~off_mask
        if wanted in (0, desk.services_mask):
            return
        services = [s.id for s in day.rules.services if wanted >> s.index & 1]
        day.do(attendance.set_services(day.branch, day.now_us, counter=desk.id, services=services))

    def _work(self, desk: Counter, stint: Stint, speed_milli: int) -> Steps:
        """Call and serve until the stint is over and the counter is empty."""
        day = self.day
        if stint.to_us is not None:
            end = self._stint_moment(desk, stint.to_us)
            end.callbacks.append(lambda _: self._ring(desk.id))
        while not self._is_over(stint):
            day.do(calling.call_next(day.branch, day.now_us, counter=desk.id))
            if not desk.ticket:
                bell = self.bells[desk.id] = Signal(day.env)
                yield bell
            if desk.ticket:
                yield from self._serve(desk, stint, speed_milli)

    def _serve(self, desk: Counter, stint: Stint, speed_milli: int) -> Steps:
        """The present customer, until the teller wants the next one.

        Pressing next ends the stop, unless no next one is wanted now.
        """
        day, visits = self.day, self.visits
        while desk.ticket:
            visit = visits.of(desk.ticket)
            yield from self._stop(desk, visit, speed_milli)
            if not desk.ticket:
                return
            ends, wrap_up_us = visits.ends_here(desk.ticket), visit.wrap_up_us
            works_on = ends and wrap_up_us > 0
            is_last = works_on or (ends and day.inside == 1) or self._is_over(stint)
            if is_last:
                day.do(calling.close(day.branch, day.now_us, ticket=desk.ticket))
            if ends:
                day.one_less()
            if works_on:
                yield Moment(day.env, wrap_up_us, SERVICE_ENDS, desk.spec.index)
            if not is_last:
                return

    def _stop(self, desk: Counter, visit: Progress, speed_milli: int) -> Steps:
        """The present customer at this counter, to the end of the stop, or until it is free.

        In a room where the service needs one, with a supervisor's authorisation at the end.
        """
        day, visits, ticket = self.day, self.visits, desk.ticket
        if visit.coming and visit.next_is(ActKind.MISS):
            yield from self._await(desk)
            return
        if self.rooms.pools:
            yield from self.rooms.enter(desk, visits.walks)
        is_here = True
        while is_here:
            part_us = visits.part_us(desk, visit, speed_milli)
            yield Moment(day.env, part_us, SERVICE_ENDS, desk.spec.index)
            if visits.layout is not None:
                visits.walks.tell_start(desk)
            is_here = visits.goes_on_here(desk, visit)
        time_us = visit.authorise_us
        if time_us and desk.ticket and visits.ends_here(ticket):
            yield from self.supervisors.authorise(desk.spec.index, ticket, time_us)

    def _await(self, desk: Counter) -> Steps:
        """Nobody comes: call again, as often as the profile wants it, then give up."""
        day = self.day
        ticket = day.branch.tickets[desk.ticket]
        while True:
            yield Moment(day.env, self.recall_us, SERVICE_ENDS, desk.spec.index)
            if ticket.recalls >= day.rules.recalls_before_no_show:
                self.visits.mark_absent(ticket.id)
                return
            day.do(calling.recall(day.branch, day.now_us, ticket=ticket.id))

    def _leave_desk(self, desk: Counter, stint: Stint) -> None:
        """The stint is over and nobody is served here: pause or close."""
        day = self.day
        if stint.pause_reason:
            paused = attendance.pause_counter(
                day.branch,
                day.now_us,
                counter=desk.id,
                reason=stint.pause_reason,
                until_us=stint.back_us,
            )
            day.do(paused)
        else:
            day.do(attendance.close_counter(day.branch, day.now_us, counter=desk.id))

    def _stint_moment(self, desk: Counter, at_us: int) -> Moment:
        """When a stint begins or ends; at once when that time has passed."""
        return Moment(self.day.env, max(0, at_us - self.day.now_us), STINT, desk.spec.index)

    def _is_over(self, stint: Stint) -> bool:
        """Whether the stint has ended: by the clock, or because everybody has left."""
        if stint.to_us is None:
            return self.day.inside == 0
        return self.day.now_us >= stint.to_us

    def _ring(self, counter: str) -> None:
        """Wake the teller who stands by there, if one does."""
        bell = self.bells.pop(counter, None)
        if bell is not None:
            bell.succeed()

    def _ring_all(self) -> None:
        """Nobody is left: who stands by goes home."""
        for counter in self.day.branch.counters:
            self._ring(counter)
