"""What was told of the log lately, so that turning between two servers tells nothing twice.

The stand-in's log is the branch server's up to some line, then its own; the branch server takes
that in later under other numbers. So an event is known again by what happened, not by its number.
"""

from collections import OrderedDict, deque
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from shared.protocol.charge import HEARD_MAX
from shared.protocol.event import EventView

#: More than a stand-in tells in half a day.
REMEMBERED: Final = 20_000
_What = tuple[str, datetime, str, str, int]


class History:
    """The newest events of the branch server's log, and which ones were told since they matter.

    ``place`` is the last line known of the branch server's own log; ``recent`` are its newest
    events without a gap, for a stand-in that may lack them.
    """

    def __init__(self) -> None:
        """Nothing was told."""
        self.place = 0
        self.recent: deque[EventView] = deque(maxlen=HEARD_MAX)
        self.has_turned = False
        self._has_ever_turned = False
        self._is_at_branch = True
        self._told: OrderedDict[_What, None] = OrderedDict()

    @property
    def known(self) -> int:
        """The newest event of the branch server's log that is in hand; 0 when none is."""
        return self.recent[-1].sequence if self.recent else 0

    def lead_in(self, events: Sequence[EventView]) -> None:
        """The events that lead up to those in hand, or to our place: so many as are kept.

        They are no news; a stand-in that lacks them can be told.
        """
        first = self.recent[0].sequence if self.recent else self.place + 1
        before = [each for each in events if each.sequence < first]
        sequences = [each.sequence for each in before]
        if self._is_at_branch and sequences == list(range(first - len(before), first)):
            room = HEARD_MAX - len(self.recent)
            self.recent.extendleft(before[::-1][:room])

    def foresee(self, events: Sequence[EventView]) -> None:
        """The events that follow on those in hand; they are told when the stream brings them.

        With a stand-in that is away the stream waits until most counters have them.
        """
        for event in events:
            if self._is_at_branch and event.sequence == max(self.known, self.place) + 1:
                self.recent.append(event)

    def forget(self) -> None:
        """Another log: nothing of the old one counts."""
        self._told.clear()
        self.restart(0)

    def restart(self, place: int) -> None:
        """The log is followed from this line on; nothing before it is known."""
        self.has_turned = False
        self.recent.clear()
        self.place = place

    def turn(self, *, is_branch: bool) -> None:
        """Another server is followed from now on."""
        self.has_turned = self._has_ever_turned = True
        self._is_at_branch = is_branch

    def shared(self, sequence: int) -> int:
        """The last line that both servers' logs share for sure, where the new one's ends here."""
        self.has_turned = False
        return min(self.place, sequence)

    def take(self, event: EventView) -> bool:
        """An event arrived in its turn: whether it is news."""
        if self._is_at_branch and event.sequence > self.place:
            if event.sequence > max(self.known, self.place) + 1:
                self.recent.clear()
            self.place = event.sequence
            if event.sequence > self.known:
                self.recent.append(event)
        what = _what(event)
        if self._has_ever_turned and what in self._told:
            return False
        self._told[what] = None
        if len(self._told) > REMEMBERED:
            self._told.popitem(last=False)
        return True


def _what(event: EventView) -> _What:
    """What makes an event this one, in whichever log it stands."""
    data = sorted((key, repr(value)) for key, value in event.data.items() if key != "via")
    return event.kind, event.at, event.ticket, event.counter, hash(tuple(data))
