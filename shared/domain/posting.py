"""Notices that a person puts up on the board for some time; they come down by themselves."""

from shared.domain import event as kinds
from shared.domain.branch import Branch
from shared.domain.event import Event


def put_up(branch: Branch, now_us: int, *, notice: str, lasts_us: int, by: str) -> list[Event]:
    """It is shown from now on for so long; one that is shown already stays till the new end."""
    at_us = branch.stamp(now_us)
    return [_event(at_us, notice, at_us + lasts_us, by)]


def take_down(branch: Branch, now_us: int, *, notice: str, by: str) -> list[Event]:
    """It is shown no longer; nothing happens where it is not shown."""
    at_us = branch.stamp(now_us)
    if branch.notices.get(notice, at_us) <= at_us:
        return []
    return [_event(at_us, notice, None, by)]


def shown(branch: Branch, now_us: int) -> dict[str, int]:
    """The notices of this moment and their ends, in the order in which they were put up."""
    return {name: until_us for name, until_us in branch.notices.items() if now_us < until_us}


def _event(at_us: int, notice: str, until_us: int | None, by: str) -> Event:
    data: dict[str, kinds.Value] = {"notice": notice, "until_us": until_us, "by": by}
    return Event(kinds.BOARD_NOTICE, at_us, at_us, "", "", "", data)
