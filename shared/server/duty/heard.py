"""What a counter heard of the branch server before it turned here: lines that the copy lacks."""

import logging
from concurrent.futures import Future
from typing import Any, Final

from shared.domain.errors import LobbyError
from shared.domain.event import SCHEMA_VERSION
from shared.protocol.charge import Heard, HeardTaken, Serving
from shared.protocol.event import EventView, to_us
from shared.protocol.shipping import Lines, LogLine, Position
from shared.server.duty.stand_in import StandInDuty
from shared.services import heard
from shared.store.chain import canonical, line_hash
from shared.store.job import Command, Done
from shared.store.lines import position

log = logging.getLogger(__name__)

PATIENCE_S: Final = 3.0


def take_heard(duty: StandInDuty, body: Heard) -> HeardTaken:
    """Add what is new, count the counter among those that have told, keep its customer's call.

    What contradicts the copy, or does not follow on it, is left out.
    """
    with duty.copying:
        if not duty.standing.terms and not duty.charge.is_branch_near:
            _append(duty, body.events)
        duty.has_told(body.counter, body.sequence)
        is_deciding = bool(duty.standing.terms)
        if body.serving is not None:
            duty.serving[body.counter] = body.serving
    if is_deciding:
        record_calls(duty)
    return HeardTaken(sequence=position(duty.database, duty.branch).last)


def record_calls(duty: StandInDuty) -> None:
    """The customers who stand at counters by calls that the copy lacks are there in it too."""
    under_way: list[Future[Done]] = []
    while duty.serving:
        counter, serving = duty.serving.popitem()
        under_way.append(duty.writer.submit(_command(duty.branch, counter, serving)))
    for each in under_way:
        try:
            each.result(PATIENCE_S)
        except LobbyError as error:
            log.warning("stand_in.call_not_recorded reason=%s", error)


def _command(branch: str, counter: str, serving: Serving) -> Command:
    called_us = to_us(serving.called_at)
    return Command(
        branch,
        lambda lobby, now_us: heard.record_call(
            lobby, now_us, counter=counter, ticket=serving.ticket, called_us=called_us
        ),
    )


def _append(duty: StandInDuty, events: tuple[EventView, ...]) -> None:
    end = position(duty.database, duty.branch)
    lines = heard_lines(duty.branch, end, events)
    if not lines:
        return
    clock = "practice" if end.clock == "practice" else "live"
    sent = Lines(log=end.log, clock=clock, lines=lines)  # type: ignore[arg-type]  # one of the two
    try:
        found = duty.receiver.receive(duty.branch, sent)
    except LobbyError as error:
        duty.receiver.forget(duty.branch)
        log.warning("stand_in.heard_not_taken branch=%s reason=%s", duty.branch, error)
    else:
        log.warning("stand_in.heard branch=%s last=%d", duty.branch, found.last)
        duty.writer.hear(duty.branch, found.last)


def heard_lines(branch: str, end: Position, events: tuple[EventView, ...]) -> tuple[LogLine, ...]:
    """The lines that follow on the copy's end, if any do.

    They are what the branch server wrote: the chain is worked out from the content alone.
    """
    fresh = [view for view in events if view.sequence > end.last]
    if not fresh or fresh[0].sequence != end.last + 1:
        return ()
    lines: list[LogLine] = []
    last_hash = end.last_hash
    for view in fresh:
        content = _content(branch, view)
        line = LogLine(**content, prev_hash=last_hash, hash=line_hash(last_hash, content))
        lines.append(line)
        last_hash = line.hash
    return tuple(lines)


def _content(branch: str, view: EventView) -> dict[str, Any]:
    event = view.to_event()
    return {
        "branch": branch,
        "sequence": view.sequence,
        "schema_version": SCHEMA_VERSION,
        "kind": event.kind,
        "at_us": event.at_us,
        "recorded_us": event.recorded_us,
        "ticket": event.ticket,
        "number": view.number,
        "counter": event.counter,
        "staff": event.staff,
        "data": canonical(dict(event.data)),
    }
