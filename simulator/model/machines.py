"""Self-service machines: offered at the ticket, used in one line, first come first served."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from simpy import Event as Signal

from shared.dispatch.announce import line_us, saves_enough
from shared.dispatch.layout import NOBODY
from shared.domain import regrouping
from shared.rollout.floor import SelfService
from simulator.model.customer import ACCEPTS, FAILS
from simulator.model.instant import MACHINE, Moment
from simulator.model.lived_day import LivedDay


class Use(NamedTuple):
    """Somebody at a machine, by the place in the demand; microseconds from midnight."""

    customer: int
    from_us: int
    to_us: int


@dataclass(slots=True)
class Machines:
    """The machines of the hall.

    ``usual_us`` is the usual time at a counter by service. ``come_again`` is told, by the place in
    the demand, for whom the machine did not do. ``offered`` and ``uses`` say what came of it.
    """

    day: LivedDay
    rules: SelfService
    usual_us: tuple[int, ...]
    come_again: Callable[[int], None]
    taken: list[bool] = field(init=False)
    lined: list[int] = field(default_factory=list, init=False)
    offered: set[int] = field(default_factory=set, init=False)
    uses: list[Use] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        """All of them are free."""
        self.taken = [False] * len(self.rules.services_masks)

    def takes(self, index: int, told_us: int) -> bool:
        """Whether this customer, told such a wait, is offered a machine and takes it."""
        day, rules = self.day, self.rules
        service = self._service(index)
        usual_us, there_us = self.usual_us[service], rules.usual_us[service]
        least_us = rules.saves_us[service]
        if not saves_enough(told_us, usual_us, self._wait_us(service), there_us, least_us):
            return False
        self.offered.add(index)
        if day.customers[index].machine < ACCEPTS:
            return False
        ticket = str(index + 1)
        day.do(regrouping.divert(day.branch, day.now_us, ticket=ticket, way="machine", by=""))
        self._line_up(index)
        return True

    def _service(self, index: int) -> int:
        return self.day.rules.service_index[self.day.customers[index].service]

    def _serving(self, service: int) -> list[int]:
        """The machines that serve this."""
        return [m for m, mask in enumerate(self.rules.services_masks) if mask >> service & 1]

    def _wait_us(self, service: int) -> int:
        """The wait for a machine that serves this; 0 when one is free, -1 when none does."""
        places = self._serving(service)
        if not places:
            return NOBODY
        if not all(self.taken[machine] for machine in places):
            return 0
        return line_us(len(self.lined), len(places), self.rules.usual_us[service])

    def _line_up(self, index: int) -> None:
        """The first free machine that serves the customer, else the end of the line."""
        free = [m for m in self._serving(self._service(index)) if not self.taken[m]]
        if free:
            self._use(free[0], index)
        else:
            self.lined.append(index)

    def _use(self, machine: int, index: int) -> None:
        """The customer is at this machine from now on."""
        day, from_us = self.day, self.day.now_us
        self.taken[machine] = True
        takes_us = day.customers[index].machine_us

        def ends(_moment: Signal) -> None:
            self._end(machine, Use(index, from_us, day.now_us))

        Moment(day.env, takes_us, MACHINE, index, ends)

    def _end(self, machine: int, use: Use) -> None:
        """Done: the next one's turn; who is done goes, or takes a ticket after all."""
        self.taken[machine] = False
        self.uses.append(use)
        mask = self.rules.services_masks[machine]
        waiting = [i for i in self.lined if mask >> self._service(i) & 1]
        if waiting:
            self.lined.remove(waiting[0])
            self._use(machine, waiting[0])
        if self.day.customers[use.customer].machine == FAILS:
            self.come_again(use.customer)
        else:
            self.day.one_less()
