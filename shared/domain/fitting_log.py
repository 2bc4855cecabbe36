"""Whether what a journal tells of the day, of numbers and of other journals fits the log."""

from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from typing import Final

from shared.domain import event as kinds
from shared.domain.branch import Branch, Lease
from shared.domain.event import Event, Value, whole
from shared.domain.numbers import LEASE_FIRST

#: No branch gives so many numbers on a day, and every database can hold it.
ORDINAL_MAX: Final = 99_999
#: Whole numbers that JSON and every database keep exactly.
WHOLE_MAX: Final = 2**53


class Fit(Enum):
    """What becomes of an entry."""

    NEW = "new"
    KNOWN = "known"
    CONTRADICTS = "contradicts"


def is_storable(data: Mapping[str, Value]) -> bool:
    """Whether every database takes these values: no control characters, no endless numbers."""
    return all(_is_plain(each) for value in data.values() for each in _parts(value))


def _parts(value: Value) -> Iterable[str | int | None]:
    return value if isinstance(value, list) else (value,)


def _is_plain(value: str | int | None) -> bool:
    if isinstance(value, str):
        return value.isprintable()
    return value is None or abs(value) <= WHOLE_MAX


def _day_opened(branch: Branch, event: Event) -> Fit:
    """A day that began elsewhere begins here as well."""
    is_later = str(event.data["day"]) > branch.day
    if is_later and whole(event, "midnight_us") > branch.midnight_us:
        return Fit.NEW
    return Fit.KNOWN


def _day_closed(branch: Branch, _event: Event) -> Fit:
    return Fit.KNOWN if branch.is_over else Fit.NEW


def _lent(branch: Branch, event: Event) -> Fit:
    """A block that was lent elsewhere, unless it meets another one."""
    block = Lease(whole(event, "first"), whole(event, "last"))
    held = branch.leases.get(str(event.data["holder"]))
    if held is not None:
        return Fit.KNOWN if held == block else Fit.CONTRADICTS
    meets = any(block.first <= b.last and b.first <= block.last for b in branch.leases.values())
    is_sound = LEASE_FIRST <= block.first <= block.last <= ORDINAL_MAX
    return Fit.NEW if is_sound and not meets else Fit.CONTRADICTS


def _taken(branch: Branch, event: Event) -> Fit:
    is_known = branch.journals.get(str(event.data["source"]), -1) >= whole(event, "last")
    return Fit.KNOWN if is_known else Fit.NEW


def _kept(_branch: Branch, _event: Event) -> Fit:
    """What somebody told the author of the journal is kept here too."""
    return Fit.NEW


def _known(_branch: Branch, _event: Event) -> Fit:
    """The profile, the log and the charge: only the server of the log sees to them."""
    return Fit.KNOWN


#: Kinds that are about no ticket and no counter.
OF_THE_LOG: Final[dict[str, Callable[[Branch, Event], Fit]]] = {
    kinds.DAY_OPENED: _day_opened,
    kinds.DAY_CLOSED: _day_closed,
    kinds.NUMBERS_LENT: _lent,
    kinds.JOURNAL_TAKEN: _taken,
    kinds.JOURNAL_KEPT: _kept,
    kinds.PROFILE_PUBLISHED: _known,
    kinds.LOG_RESTORED: _known,
    kinds.CHARGE_TAKEN: _known,
}
