"""Tellers: they open their counters, call, serve, stand by, pause and close."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from simpy import Event as Signal

from shared.domain import attendance, calling
from shared.domain import event as kinds
from shared.domain.counter import Counter
from simulator.model.instant import SERVICE_ENDS, STINT, Moment, Steps
from simulator.model.lived_day import LivedDay
from simulator.model.shift import Shift, Stint, in_turn


@dataclass(slots=True)
class Tellers:
    """Everybody who works at a counter.

    Tellers press next when their customer's service time is over, and stand by when nobody waits;
    the walk to the counter comes before the service time. ``bells`` wake those who stand by.
    """

    day: LivedDay
    shifts: Sequence[Shift]
    bells: dict[str, Signal] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        """Calls wake whoever is called to, and so does the end of the last visit."""
        self.day.on(kinds.TICKET_CALLED, lambda event: self._ring(event.counter))
        self.day.emptied.append(self._ring_all)

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
                yield self._service(desk, speed_milli)
                self._finish(desk, stint)

    def _finish(self, desk: Counter, stint: Stint) -> None:
        """The service is over. Pressing next closes the visit, unless no next one is wanted."""
        day = self.day
        if day.inside == 1 or self._is_over(stint):
            day.do(calling.close(day.branch, day.now_us, ticket=desk.ticket))
        day.one_less()

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

    def _service(self, desk: Counter, person_milli: int) -> Moment:
        """The end of the present customer's walk and service."""
        customer = self.day.customer(desk.ticket)
        service = self.day.rules.service_index[customer.service]
        speed_milli = desk.spec.speeds_milli[service] if desk.spec.speeds_milli else 1000
        needs_us = customer.service_us * 1000 // speed_milli * 1000 // person_milli
        duration_us = desk.spec.walk_us + needs_us
        return Moment(self.day.env, duration_us, SERVICE_ENDS, desk.spec.index)

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
