"""The supervisor's authorisation: a shared person, first come first served among counters.

The domain has no event for it: the log shows a longer service, and its cause stands here.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from simpy import Resource

from simulator.model.instant import SERVICE_ENDS, Moment, Steps
from simulator.model.lived_day import LivedDay
from simulator.model.plan import Plan


class Authorised(NamedTuple):
    """A counter asked for a supervisor, who came and was done; ``customer`` as in the demand."""

    customer: int
    asked_us: int
    begun_us: int
    ended_us: int


def supervisors(plan: Plan) -> int:
    """How many there are."""
    asked = plan.scenario.visiting
    return 1 if asked is None else asked.supervisors


@dataclass(slots=True)
class Supervisors:
    """Those who authorise; ``done`` is what they did, in the order in which it ended."""

    day: LivedDay
    count: int
    people: Resource = field(init=False)
    done: list[Authorised] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        """All of them are free."""
        self.people = Resource(self.day.env, max(self.count, 1))

    def authorise(self, counter: int, ticket: str, time_us: int) -> Steps:
        """The counter (by index) is blocked until one is free and done."""
        day = self.day
        asked_us = day.now_us
        with self.people.request() as turn:
            yield turn
            begun_us = day.now_us
            yield Moment(day.env, time_us, SERVICE_ENDS, counter)
        self.done.append(Authorised(int(ticket) - 1, asked_us, begun_us, day.now_us))
