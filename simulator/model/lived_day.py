"""A day while it is lived: the branch, the simulated time, its log, and who is still inside.

What happens in the hall (``doors``, ``tellers``, ``clock``) goes through ``do``: the only place in
which an event becomes true. Whoever has to notice an event says so with ``on``.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from simpy import Environment

from shared.domain.branch import Branch
from shared.domain.event import Event
from shared.domain.rules import Rules
from shared.domain.settle import carry_out
from simulator.model.customer import Customer

Notice = Callable[[Event], None]


@dataclass(slots=True)
class LivedDay:
    """The state that all parts of a simulated day share.

    ``customers`` are in order of arrival; the ticket of each is its index plus one, as text.
    ``inside`` counts who has not left yet, those who are still to come among them. ``notices``
    are called for each event of their kind; ``settled`` after each command with all its events
    (they are told the time), ``emptied`` when the last customer has left.
    """

    rules: Rules
    day: str
    customers: Sequence[Customer]
    env: Environment = field(default_factory=Environment, init=False)
    branch: Branch = field(init=False)
    events: list[Event] = field(default_factory=list, init=False)
    inside: int = field(init=False)
    notices: dict[str, list[Notice]] = field(default_factory=dict, init=False)
    settled: list[Callable[[int], None]] = field(default_factory=list, init=False)
    emptied: list[Callable[[], None]] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        """An empty branch; everybody who comes is still to come."""
        self.branch = Branch(self.rules)
        self.inside = sum(customer.arrival_us >= 0 for customer in self.customers)

    @property
    def now_us(self) -> int:
        """The simulated time: whole microseconds from midnight."""
        return self.env.now  # type: ignore[return-value]  # SimPy's own type allows floats

    def on(self, kind: str, notice: Notice) -> None:
        """From now on ``notice`` is called with every event of this kind."""
        self.notices.setdefault(kind, []).append(notice)

    def do(self, events: list[Event]) -> None:
        """What the domain decided becomes true and is logged; idle counters settle and wake."""
        now_us = self.now_us
        done = carry_out(self.branch, events, now_us)
        self.events += done
        notices = self.notices
        for event in done:
            if event.kind in notices:
                for notice in notices[event.kind]:
                    notice(event)
        for settled in self.settled:
            settled(now_us)

    def forget(self) -> None:
        """Nobody has to notice anything any more: what was lived can go without the collector."""
        self.notices.clear()
        self.settled.clear()
        self.emptied.clear()

    def customer(self, ticket: str) -> Customer:
        """Whose ticket this is."""
        return self.customers[int(ticket) - 1]

    def one_less(self) -> None:
        """Somebody has left; when it was the last, idle tellers notice."""
        self.inside -= 1
        if self.inside == 0:
            for emptied in self.emptied:
                emptied()
