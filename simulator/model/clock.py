"""The clock of a simulated day: looks when it will next bring something about, and only then."""

from dataclasses import dataclass, field

from simpy import Event as Signal

from shared.domain.overflow import next_overflow_us
from shared.domain.tick import next_due_us, tick
from simulator.model.instant import CLOCK, Moment
from simulator.model.lived_day import LivedDay


@dataclass(slots=True)
class Clock:
    """An alarm that is set anew after every command. The live branch looks once a second."""

    day: LivedDay
    alarm: Moment | None = field(default=None, init=False)
    alarm_us: int | None = field(default=None, init=False)
    has_looked: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        """Whatever happens may change what falls due next."""
        self.day.settled.append(self._set_alarm)

    def _set_alarm(self, now_us: int) -> None:
        """Look again when the clock will next bring something about."""
        branch = self.day.branch
        at_us = next_due_us(branch)
        if branch.rules.has_overflow:
            over_us = next_overflow_us(branch, now_us)
            if at_us is None or (over_us is not None and over_us < at_us):
                at_us = over_us
        if at_us is None or (self.alarm_us is not None and now_us <= self.alarm_us <= at_us):
            return
        self.alarm_us = max(at_us, now_us + self.has_looked)
        self.alarm = Moment(self.day.env, self.alarm_us - now_us, CLOCK, 0, self._look)

    def _look(self, alarm: Signal) -> None:
        """What has fallen due becomes true; only the alarm that was set last rings."""
        if alarm is not self.alarm:
            return
        self.alarm_us = None
        self.has_looked = True  # so whatever is still due at this moment has to wait for the next
        self.day.do(tick(self.day.branch, self.day.now_us))
        self.has_looked = False
