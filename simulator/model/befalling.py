"""The house of a simulated day: incidents come and go, counters switch services off."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from simpy import Event as Signal

from shared.domain import incident
from simulator.model.happening import Happening, Kind
from simulator.model.instant import CLOCK, Moment
from simulator.model.lived_day import LivedDay
from simulator.model.tellers import Tellers


@dataclass(frozen=True, slots=True)
class House:
    """What happens at its times; several at one moment in their order."""

    day: LivedDay
    tellers: Tellers
    happenings: Sequence[Happening]

    def begin(self) -> None:
        """Everything is to come."""
        for number, happening in enumerate(self.happenings):
            happens = partial(self._happen, happening)
            Moment(self.day.env, happening.at_us, CLOCK, 1 + number, happens)

    def _happen(self, what: Happening, _moment: Signal) -> None:
        day = self.day
        if what.kind is Kind.SWITCHES:
            self.tellers.switch_off(what.counter, what.services)
        elif what.kind is Kind.RESUMES:
            day.do(incident.end(day.branch, day.now_us, incident=what.incident))
        else:
            named = [s.id for s in day.rules.services if s.id in what.services]
            declared = incident.declare(
                day.branch,
                day.now_us,
                incident=what.incident,
                reason=what.reason,
                services=named,
            )
            day.do(declared)
