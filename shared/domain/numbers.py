"""The numbers on the slips: a series letter and an ordinal, from 1 each business day.

Blocks of ordinals can be lent to whoever has to give numbers without the branch server: the same
ordinals in every series and on every day, for good. So no two ever give the same number, however
long they do not hear of each other.
"""

from typing import Final

from shared.domain import event as kinds
from shared.domain.branch import Branch, Lease
from shared.domain.event import Event
from shared.domain.refused import NumbersUsedUp
from shared.domain.rules import Segment, Service

#: Lent blocks begin here: far above what a branch gives on a day, and still three digits.
LEASE_FIRST: Final = 801
#: The stand-in's block: just below, so that those of kiosks keep three digits.
STAND_IN_FIRST: Final = 601
#: A restored log passes over so many ordinals that may have been lent since the copy.
LEASES_UNKNOWN: Final = 400
#: Holder of such a block is the name of the restored log behind this word.
RESTORED: Final = "restored:"


def numbered(
    branch: Branch, what: Service, who: Segment, series: str = ""
) -> dict[str, kinds.Value]:
    """The data of a new ticket that its number comes from: day, series, the next free ordinal.

    Raises:
        NumbersUsedUp: whoever gives numbers out of a lent block only has none left today.
    """
    letter = series or who.series or what.series
    ordinal = next_lent(branch, letter) if branch.holder else next_free(branch, letter)
    return {
        "day": branch.day,
        "series": letter,
        "ordinal": ordinal,
        "number": ticket_number(letter, ordinal),
        "service": what.id,
        "segment": who.id,
    }


def ticket_number(series: str, ordinal: int) -> str:
    """What the customer reads: a letter and three digits, a fourth when they run out."""
    return f"{series}{ordinal:03d}"


def next_free(branch: Branch, series: str) -> int:
    """The next ordinal of today that is nobody else's."""
    ordinal = branch.last_ordinal.get(series, 0) + 1
    if not branch.leases:
        return ordinal
    for lease in sorted(branch.leases.values()):
        if lease.first <= ordinal <= lease.last:
            ordinal = lease.last + 1
    return ordinal


def next_lent(branch: Branch, series: str) -> int:
    """The next ordinal of today out of the block of ``branch.holder``; NumbersUsedUp."""
    lease = branch.leases.get(branch.holder)
    if lease is None:
        raise NumbersUsedUp(series)
    ordinal = max(lease.first - 1, branch.last_lent.get((branch.holder, series), 0)) + 1
    if ordinal > lease.last:
        raise NumbersUsedUp(series)
    return ordinal


def lend_numbers(
    branch: Branch, now_us: int, *, holder: str, count: int, first: int = LEASE_FIRST
) -> list[Event]:
    """A block of ``count`` ordinals for ``holder``, once and for good.

    It begins at ``first`` where all of that is free, else after everything that was lent or given.
    Nothing when it has one already: a lease does not end, so that its holder may use it whenever
    the server is away.
    """
    if holder in branch.leases:
        return []
    if not _is_free(branch, first, first + count - 1):
        first = max(LEASE_FIRST - 1, highest(branch)) + 1
    at_us = branch.stamp(now_us)
    data: dict[str, kinds.Value] = {"holder": holder, "first": first, "last": first + count - 1}
    return [Event(kinds.NUMBERS_LENT, at_us, at_us, "", "", "", data)]


def _is_free(branch: Branch, first: int, last: int) -> bool:
    """Whether nobody has any of these; after a restore nobody knows what was lent unheard."""
    is_restored = any(holder.startswith(RESTORED) for holder in branch.leases)
    is_lent = any(each.first <= last and first <= each.last for each in branch.leases.values())
    return not is_restored and not is_lent and max([0, *branch.last_ordinal.values()]) < first


def highest(branch: Branch) -> int:
    """The highest ordinal that is lent, or was given today."""
    lent = [lease.last for lease in branch.leases.values()]
    return max([0, *lent, *branch.last_ordinal.values()])


def holder_of(branch: Branch, ordinal: int) -> str:
    """Whose block this ordinal lies in; empty for nobody's."""
    for holder, lease in branch.leases.items():
        if lease.first <= ordinal <= lease.last:
            return holder
    return ""


def pass_over(branch: Branch) -> Lease:
    """The block that nobody gets after a restore, since it may have been lent unheard."""
    first = max(LEASE_FIRST - 1, *(lease.last for lease in branch.leases.values()), 0) + 1
    return Lease(first, first + LEASES_UNKNOWN - 1)
