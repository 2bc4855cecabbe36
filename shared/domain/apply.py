"""What each event does to the branch. No rule is decided here: events already happened."""

from collections.abc import Callable, Iterable
from typing import Final

from shared.domain.applying import (
    appointment,
    case,
    day,
    draft,
    floor,
    staff,
    survey,
    ticket,
    visit,
)
from shared.domain.branch import Branch
from shared.domain.event import Event

_HANDLERS: Final[dict[str, Callable[[Branch, Event], None]]] = {
    **day.HANDLERS,
    **ticket.HANDLERS,
    **visit.HANDLERS,
    **appointment.HANDLERS,
    **case.HANDLERS,
    **floor.HANDLERS,
    **staff.HANDLERS,
    **draft.HANDLERS,
    **survey.HANDLERS,
}


def apply(branch: Branch, events: Iterable[Event]) -> None:
    """Bring the branch to the state after these events, in their order."""
    for event in events:
        _HANDLERS[event.kind](branch, event)
        branch.sequence += 1
        branch.last_us = event.recorded_us
