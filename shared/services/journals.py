"""Use cases of the time without a server: lend numbers before it, take the journals after it."""

from collections.abc import Callable
from typing import Final

from shared.domain import event as kinds
from shared.domain import journal, numbers
from shared.domain.branch import Branch
from shared.domain.event import TICKET_ISSUED
from shared.domain.journal import Told
from shared.domain.refused import NotByStandIn
from shared.protocol.event import to_us
from shared.protocol.journal import (
    Journal,
    JournalEntry,
    JournalTaken,
    LeaseNumbers,
    NumberLease,
)
from shared.services.decision import Decision, PageDigest
from shared.services.lobby import Lobby

#: What a place at a counter may tell: what became of the customer who stood there.
AT_COUNTER: Final = frozenset(
    {kinds.TICKET_RECALLED, kinds.TICKET_STARTED, kinds.TICKET_CLOSED, kinds.TICKET_NO_SHOW}
)

MayTell = Callable[[Branch, Told], bool]


def lend_numbers(
    lobby: Lobby,
    now_us: int,
    request: LeaseNumbers,
    holder: str,
    first: int = numbers.LEASE_FIRST,
) -> Decision:
    """The block of numbers that is this device's for good; asked again it is the same one.

    Raises:
        NotByStandIn: two servers that lend could lend the same block.
    """
    if lobby.branch.holder and holder not in lobby.branch.leases:
        raise NotByStandIn
    count = request.count
    events = numbers.lend_numbers(lobby.branch, now_us, holder=holder, count=count, first=first)

    def answer(after: Lobby) -> NumberLease:
        branch = after.branch
        lease = branch.leases[holder]
        given = {s: last for (by, s), last in branch.last_lent.items() if by == holder}
        return NumberLease(first=lease.first, last=lease.last, day=branch.day, given=given)

    return Decision(events, answer)


def take(
    lobby: Lobby,
    now_us: int,
    told: Journal,
    source: str,
    may_tell: MayTell,
    unheard: frozenset[str] = frozenset(),
) -> Decision:
    """What happened elsewhere becomes part of the log, each entry once (``domain.journal``).

    ``source`` is the journal's full name: a device's name is part of it, so that nobody can write
    in another's. ``unheard`` are tickets whose present call nobody heard.
    """
    branch = lobby.branch
    found = journal.absorb(
        branch,
        now_us,
        source=source,
        first=told.first,
        entries=map(_told, told.entries),
        unheard=unheard,
        may_tell=lambda entry: may_tell(branch, entry),
    )
    new = {event.ticket for event in found.events if event.kind == TICKET_ISSUED}
    pages = tuple(PageDigest(e.page, e.ticket) for e in told.entries if e.page and e.ticket in new)
    answer = JournalTaken(last=found.last, taken=found.taken, known=found.known, kept=found.kept)
    return Decision(found.events, lambda _after: answer, pages=pages)


def of_kiosk(device: str) -> MayTell:
    """A kiosk tells of tickets that it gave, out of its own block or one lost in a restore."""

    def may_tell(branch: Branch, told: Told) -> bool:
        if told.kind != TICKET_ISSUED:
            return False
        ordinal = told.data.get("ordinal")
        holder = numbers.holder_of(branch, ordinal) if isinstance(ordinal, int) else ""
        return holder == device or holder.startswith(numbers.RESTORED)

    return may_tell


def of_counter(branch: Branch, told: Told) -> bool:
    """A place at a counter tells what became of a customer there, for who works there."""
    desk = branch.counters.get(told.counter)
    is_theirs = desk is not None and bool(desk.staff) and desk.staff == told.staff
    return told.kind in AT_COUNTER and is_theirs


def of_stand_in(_branch: Branch, _told: Told) -> bool:
    """Who led the hall tells everything."""
    return True


def _told(entry: JournalEntry) -> Told:
    at_us = to_us(entry.at)
    return Told(entry.kind, at_us, entry.ticket, entry.counter, entry.staff, entry.data)
