"""Tellers: they open their counters, call, serve, stand by, pause and close."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from simpy import Event as Signal

from shared.domain import attendance, calling
from shared.domain import event as kinds
from shared.domain.counter import Counter
from simulator.model.instant import SERVICE_ENDS, STINT, Moment, Steps
from simulator.model.lived_day import LivedDay
from simulator.model.shift import Shift, Stint


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
        """Everybody's day begins."""
        for shift in self.shifts:
            self.day.env.process(self._teller(shift))

    def _teller(self, shift: Shift) -> Steps:
        """One person's day at one counter."""
        day = self.day
        desk = day.branch.counters[shift.counter]
        for stint in shift.stints:
            yield self._stint_moment(desk, stint.from_us)
            day.do(
                attendance.open_counter(day.branch, day.now_us, counter=desk.id, staff=shift.staff)
            )
            yield from self._work(desk, stint)
            self._leave_desk(desk, stint)

    def _work(self, desk: Counter, stint: Stint) -> Steps:
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
                yield self._service(desk)
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

    def _service(self, desk: Counter) -> Moment:
        """The end of the present customer's walk and service."""
        customer = self.day.customer(desk.ticket)
        service = self.day.rules.service_index[customer.service]
        speed_milli = desk.spec.speeds_milli[service] if desk.spec.speeds_milli else 1000
        duration_us = desk.spec.walk_us + customer.service_us * 1000 // speed_milli
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
