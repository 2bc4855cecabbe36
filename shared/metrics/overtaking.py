"""Who was passed over, worked out again from the events and the rules of the branch."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from shared.dispatch.eligibility import own_waits
from shared.dispatch.select import is_passed_over
from shared.domain import event as kinds
from shared.domain.apply import apply
from shared.domain.branch import Branch
from shared.domain.event import Event
from shared.domain.rules import Rules

NO_LIBRARY: Final[Mapping[str, Rules]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Overtaking:
    """How often tickets were overtaken, by the one definition of ``shared.dispatch``.

    ``tickets_by_count`` says for each number of overtakes how many tickets had it, 0 included.
    """

    by_ticket: dict[str, int]

    @property
    def worst(self) -> int:
        """The most that one ticket was overtaken; 0 without tickets."""
        return max(self.by_ticket.values(), default=0)

    @property
    def total(self) -> int:
        """All overtakes together."""
        return sum(self.by_ticket.values())

    @property
    def tickets_by_count(self) -> dict[int, int]:
        """Number of overtakes -> how many tickets had it, ascending."""
        return dict(sorted(Counter(self.by_ticket.values()).items()))


def overtaking(
    events: Iterable[Event], rules: Rules, library: Mapping[str, Rules] = NO_LIBRARY
) -> Overtaking:
    """Replay the log and count at each call everybody who was senior and eligible there.

    ``rules`` hold at its beginning, ``library`` has those that it publishes on the way. What the
    calls themselves say about whom they passed over is not read, so that comparing the two checks
    the log.
    """
    branch = Branch(rules, library)
    counts: dict[str, int] = {}
    for event in events:
        if event.kind == kinds.TICKET_ISSUED:
            counts[event.ticket] = 0
        elif event.kind == kinds.TICKET_CALLED:
            for ticket in _passed_over(branch, event):
                counts[ticket] += 1
        if event.kind not in kinds.BESIDE_KINDS:  # what it goes on from may be weeks ago
            apply(branch, (event,))
    return Overtaking(counts)


def _passed_over(branch: Branch, call: Event) -> list[str]:
    """The tickets that this call overtakes, in the state just before it."""
    called = branch.tickets[call.ticket].row
    desk = branch.counters[call.counter].row
    has_own = own_waits(branch.rows, len(branch.rows), desk)
    now_us = branch.since_midnight(call.at_us)
    return [
        other.id
        for other in branch.waiting
        if other.id != call.ticket and is_passed_over(other.row, called, desk, has_own, now_us)
    ]
