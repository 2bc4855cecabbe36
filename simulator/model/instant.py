"""What happens first when several things happen in the same microsecond.

The order is part of the model's definition, so that other engines can give the same day:

0. the clock: a pool's time is over, an appointment has lapsed, overflow may begin, closing;
   then what happens to the house: services resumed, suspended, switched off, as listed
1. a teller is done (with a service, or with waiting for somebody who does not come, or with the
   work after a customer), counters in the order of the profile
2. a stint begins or ends, counters in the order of the profile
3. a customer's patience runs out, customers in the order of the demand
4. a customer is done at a self-service machine, customers in the order of the demand
5. a customer who was away is back, customers in the order of the demand
6. a customer is done at the kiosk and takes a ticket, customers in the order of the demand
7. a customer comes in, customers in the order of the demand
8. a customer for whom a machine did not do takes a ticket, in the order of the demand

Whatever one of these sets off at the same moment (a call, a counter that wakes) comes before the
next of them.
"""

from collections.abc import Callable, Generator
from typing import Final

from simpy import Environment, Event
from simpy.events import EventPriority

#: A process of the model: what a customer or a teller does, moment by moment.
Steps = Generator[Event, object, None]

CLOCK: Final = 0
SERVICE_ENDS: Final = 1
STINT: Final = 2
PATIENCE_ENDS: Final = 3
MACHINE: Final = 4
BACK: Final = 5
TICKET: Final = 6
ARRIVAL: Final = 7
COMES_AGAIN: Final = 8

#: More counters or customers than a day can have; keeps the ranks apart.
STEP: Final = 10_000_000


def rank(what: int, index: int) -> int:
    """The place within one microsecond: a number above SimPy's own priorities (0 and 1)."""
    return what * STEP + index + 2


class Moment(Event):
    """A SimPy time-out with a place among the things of the same microsecond.

    A process may wait for it. Where nothing but one thing happens then, ``then`` is told instead:
    a process for it would be three events more.
    """

    _ok = True
    _value = None

    def __init__(
        self,
        env: Environment,
        delay_us: int,
        what: int,
        index: int,
        then: Callable[[Event], None] | None = None,
    ) -> None:
        """Happens ``delay_us`` from now (not negative), as ``what`` of customer or counter."""
        if delay_us < 0:
            raise ValueError(f"negative delay: {delay_us} us")
        self.env = env
        self.callbacks = [] if then is None else [then]
        env.schedule(self, EventPriority(what * STEP + index + 2), delay_us)
