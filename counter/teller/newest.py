"""What the server answered, while the snapshot still tells of the moment before."""

from collections.abc import Callable

from shared.protocol.lobby import CounterView

TRUST_S = 3.0
"""How long an answer outweighs snapshots that do not agree with it (real seconds)."""


class Newest:
    """What an answer said of the counter, until a snapshot has caught up with it.

    Answers carry no sequence. So the snapshot counts as caught up when it is at or past the
    newest own event seen since the command was sent, or when it has moved on and shows the same
    state and customer. After ``TRUST_S`` any newer snapshot does.
    """

    def __init__(self, monotonic: Callable[[], float]) -> None:
        """Nothing newer than the snapshot is known. ``monotonic``: real seconds."""
        self.counter: CounterView | None = None
        self._monotonic = monotonic
        self._taken_s = 0.0
        self._sent_at = 0
        self._own = 0

    def sent(self, sequence: int) -> None:
        """A command leaves when the snapshot stands at this sequence.

        What this counter's earlier commands brought about is no answer to this one.
        """
        self._sent_at = max(sequence, self._own)

    def happened(self, sequence: int) -> None:
        """An event of this counter arrived."""
        self._own = max(self._own, sequence)

    def take(self, counter: CounterView, sequence: int) -> None:
        """An answer says that the counter now looks like this; the snapshot stands at ``sequence``.

        An answer that comes when the snapshot has the counter's newest event already says nothing
        new: somebody may have been called by a ticket that came after it.
        """
        if sequence >= self._own > self._sent_at:
            self.counter = None
            return
        self.counter = counter
        self._taken_s = self._monotonic()

    def forget(self) -> None:
        """Nobody works here any more."""
        self.counter = None

    def caught_up(self, sequence: int, counter: CounterView | None) -> None:
        """A snapshot of this sequence arrived: drop the answer if it is no longer newer."""
        if self.counter is None or sequence <= self._sent_at:
            return
        if self._monotonic() > self._taken_s + TRUST_S:
            self.counter = None
            return
        if sequence >= self._own > self._sent_at or _customer(counter) == _customer(self.counter):
            self.counter = None


def _customer(counter: CounterView | None) -> tuple[str, ...]:
    """The state of the counter, and which ticket in which state."""
    if counter is None:
        return ()
    if counter.ticket is None:
        return (counter.state,)
    return counter.state, counter.ticket.id, counter.ticket.state
