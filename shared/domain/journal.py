"""What others did while this log could not be written becomes part of it, each thing once.

A kiosk that gave tickets by itself, a counter that finished with its customer, a stand-in that led
the hall: each tells a journal, entry by entry, with the times at which things were true. An entry
that fits becomes an event marked ``via`` with the journal's name. What had happened here already is
known and passed over. What contradicts the log is kept in it word for word and changes nothing, so
that nothing told is lost and a person can see it.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from shared.domain import event as kinds
from shared.domain.apply import apply
from shared.domain.branch import Branch
from shared.domain.event import Event
from shared.domain.finishing import implied_start
from shared.domain.fitting import fit
from shared.domain.fitting_log import Fit
from shared.domain.ticket import TicketState

#: Errors of an entry whose data are not what its kind has.
UNFIT: Final = (LookupError, ValueError, TypeError, AttributeError)


class Told(NamedTuple):
    """One entry of a journal, like an event whose place in the log is yet to come."""

    kind: str
    at_us: int
    ticket: str = ""
    counter: str = ""
    staff: str = ""
    data: Mapping[str, kinds.Value] = kinds.NOTHING


@dataclass
class Absorbed:
    """What becomes of a journal: the events to record, and how many entries went which way."""

    events: list[Event] = field(default_factory=list)
    taken: int = 0
    known: int = 0
    kept: int = 0
    last: int = 0


def absorb(
    branch: Branch,
    now_us: int,
    *,
    source: str,
    first: int,
    entries: Iterable[Told],
    unheard: frozenset[str] = frozenset(),
    may_tell: Callable[[Told], bool] = lambda _told: True,
) -> Absorbed:
    """The events that bring a journal into the log; the branch itself is not changed.

    ``first`` is the place of the first entry in the journal ``source``; places that were taken
    before are passed over. ``unheard`` are tickets whose present call nobody heard: where the
    journal tells otherwise that call is taken back (``ticket.requeued``). What its author may not
    tell (``may_tell``) is kept like a contradiction. A journal without entries leaves its mark too.
    """
    before = branch.journals.get(source, 0)
    draft = Draft(branch, now_us, source, unheard, may_tell)
    place = first - 1
    for place, told in enumerate(entries, first):
        if place > before:
            draft.take(place, told)
    found = draft.found
    found.last = max(place, before)
    if found.last > before or source not in branch.journals:
        found.events.append(draft.closing(max(first, before + 1)))
    return found


class Draft:
    """A copy of the branch that lives the journal, so that each entry meets the one before."""

    def __init__(
        self,
        branch: Branch,
        now_us: int,
        source: str,
        unheard: frozenset[str],
        may_tell: Callable[[Told], bool],
    ) -> None:
        """Nothing is taken yet."""
        self.found = Absorbed()
        self._start = branch
        self._branch = branch.clone()
        self._now_us = branch.stamp(now_us)
        self._source = source
        self._unheard = set(unheard)
        self._may_tell = may_tell

    def take(self, place: int, told: Told) -> None:
        """Take one entry in the way that fits."""
        way = self._way(told)
        if way is Fit.KNOWN:
            self.found.known += 1
        elif way is Fit.CONTRADICTS:
            self._record(self._kept(place, told))
            self.found.kept += 1
        else:
            self.found.taken += 1

    def _way(self, told: Told) -> Fit:
        """Record the entry if it fits; what it came to."""
        mark = len(self.found.events)
        try:
            if not self._may_tell(told):
                return Fit.CONTRADICTS
            event = self._event(told)
            way = fit(self._branch, event, self._unheard)
        except UNFIT:
            return Fit.CONTRADICTS
        if way is not Fit.NEW:
            return way
        try:
            for each in (*self._before(event), event):
                self._record(each)
        except UNFIT:
            self._rewind(mark)
            return Fit.CONTRADICTS
        return way

    def _rewind(self, mark: int) -> None:
        """Forget what was recorded since, also what one of these events did before it failed."""
        del self.found.events[mark:]
        self._branch = self._start.clone()
        apply(self._branch, self.found.events)

    def closing(self, first: int) -> Event:
        """The event that tells how far the journal was taken."""
        found = self.found
        data: dict[str, kinds.Value] = {
            "source": self._source,
            "first": first,
            "last": found.last,
            "taken": found.taken,
            "known": found.known,
            "kept": found.kept,
        }
        return Event(kinds.JOURNAL_TAKEN, self._now_us, self._now_us, data=data)

    def _event(self, told: Told) -> Event:
        """The entry as an event of this log; nothing is true before it happens."""
        data = {**told.data, "via": self._source}
        if told.kind == kinds.TICKET_CALLED:
            self._forget_strangers(data)
        at_us = min(told.at_us, self._now_us)
        return Event(told.kind, at_us, self._now_us, told.ticket, told.counter, told.staff, data)

    def _forget_strangers(self, data: dict[str, kinds.Value]) -> None:
        """A call may mention tickets that this log never had; the rest of it is true."""
        for listed, beside in (("passed_over", "why_not"), ("candidates", "scores")):
            tickets, more = data.get(listed), data.get(beside)
            if not isinstance(tickets, list):
                continue
            known = [place for place, each in enumerate(tickets) if each in self._branch.tickets]
            data[listed] = [str(tickets[place]) for place in known]
            if isinstance(more, list):
                data[beside] = [more[place] for place in known]  # type: ignore[assignment]  # same

    def _before(self, event: Event) -> list[Event]:
        """What has to be recorded first: calls that nobody heard, a start that nobody told."""
        branch = self._branch
        if event.kind == kinds.TICKET_CALLED:
            desk = branch.counters[event.counter]
            return [
                self._requeued(other)
                for other in (event.ticket, desk.ticket)
                if other
                and branch.tickets[other].state
                in (
                    TicketState.CALLED,
                    TicketState.SERVING,
                )
            ]
        if event.kind == kinds.TICKET_CLOSED:
            found = branch.tickets[event.ticket]
            return [
                each._replace(recorded_us=self._now_us)
                for each in implied_start(branch, found, event.at_us)
            ]
        return []

    def _requeued(self, ticket: str) -> Event:
        found = self._branch.tickets[ticket]
        self._unheard.discard(ticket)
        data: dict[str, kinds.Value] = {"reason": "unheard", "via": self._source}
        now_us = self._now_us
        return Event(
            kinds.TICKET_REQUEUED, now_us, now_us, ticket, found.counter, found.staff, data
        )

    def _kept(self, place: int, told: Told) -> Event:
        data: dict[str, kinds.Value] = {
            "source": self._source,
            "place": place,
            "what": told.kind,
            "about": told.ticket,
            "at_counter": told.counter,
            "by": told.staff,
            "said": _text(told.data),
        }
        at_us = min(told.at_us, self._now_us)
        return Event(kinds.JOURNAL_KEPT, at_us, self._now_us, data=data)

    def _record(self, event: Event) -> None:
        apply(self._branch, (event,))
        self.found.events.append(event)


def _text(data: Mapping[str, Any]) -> str:
    """The entry's data in one spelling."""
    return json.dumps(dict(data), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
