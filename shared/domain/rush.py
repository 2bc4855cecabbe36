"""Rush mode: many people at the door, so a ticket takes one touch. It ends by itself."""

from itertools import takewhile
from typing import Final

from shared.domain import event as kinds
from shared.domain.branch import Branch, Rush
from shared.domain.event import Event

BY_LEAD: Final = "lead"
BY_RATE: Final = "rate"


def begin(branch: Branch, now_us: int, *, lasts_us: int, cause: str, by: str = "") -> list[Event]:
    """From now on, and for so long; what goes on already lasts at least as long as before.

    A person's word holds: what a lead has switched on does not become a matter of the rate.
    """
    at_us = branch.stamp(now_us)
    going = present(branch, at_us)
    until_us = at_us + lasts_us
    if going is not None and going.until_us >= until_us:
        return []
    cause = going.cause if going is not None and cause == BY_RATE else cause
    return [_event(at_us, is_on=True, cause=cause, until_us=until_us, by=by)]


def end(branch: Branch, now_us: int, *, by: str = "") -> list[Event]:
    """It is over before its time; nothing happens where there is none."""
    at_us = branch.stamp(now_us)
    if present(branch, at_us) is None:
        return []
    return [_event(at_us, is_on=False, cause=BY_LEAD, until_us=None, by=by)]


def present(branch: Branch, now_us: int) -> Rush | None:
    """The rush that goes on at this moment."""
    rush = branch.rush
    return rush if rush is not None and now_us < rush.until_us else None


def issued_since(branch: Branch, since_us: int) -> int:
    """How many tickets were given since then."""
    newest_first = reversed(branch.tickets.values())
    return sum(1 for _ in takewhile(lambda ticket: ticket.issued_us >= since_us, newest_first))


def is_held_off(branch: Branch, window_us: int, most: int) -> bool:
    """Whether a person ended it and the crowd has been the same ever since.

    The rate begins no rush again before fewer than ``most`` tickets within ``window_us`` have been
    given once: right before a ticket there are the fewest.
    """
    if branch.rush_off_us is None:
        return False
    since_us = branch.rush_off_us
    newest_first = takewhile(
        lambda at_us: at_us > since_us - window_us,
        (ticket.issued_us for ticket in reversed(branch.tickets.values())),
    )
    times_us = [*newest_first][::-1]
    first = 0
    for place, at_us in enumerate(times_us):
        while times_us[first] < at_us - window_us:
            first += 1
        if at_us > since_us and place - first + 1 < most:
            return False
    return True


def _event(at_us: int, *, is_on: bool, cause: str, until_us: int | None, by: str) -> Event:
    data: dict[str, kinds.Value] = {"is_on": is_on, "cause": cause, "until_us": until_us, "by": by}
    return Event(kinds.RUSH_CHANGED, at_us, at_us, "", "", "", data)
