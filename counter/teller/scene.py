"""What is true at this counter now, taken from the branch's snapshot. No widgets, no clock."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from shared.config.profile import Profile
from shared.protocol.card import CustomerCard
from shared.protocol.lobby import (
    CounterView,
    LobbyView,
    PausePlanView,
    QueueEntry,
    Reason,
    TicketView,
)


class Phase(StrEnum):
    """What the counter is doing. Standing by: idle, and the next arrival is called here."""

    CLOSED = "closed"
    FREE = "free"
    STANDBY = "standby"
    CALLED = "called"
    SERVING = "serving"
    PAUSED = "paused"


class Command(StrEnum):
    """What was asked of the server and is not answered yet."""

    SIGN_IN = "sign_in"
    OPEN = "open"
    NEXT = "next"
    RECALL = "recall"
    START = "start"
    CLOSE = "close"
    NO_SHOW = "no_show"
    HOLD = "hold"
    TRANSFER = "transfer"
    DEFER = "defer"
    NEED = "need"
    TAKE_BACK = "take_back"
    PAUSE = "pause"
    PLAN = "plan"
    SERVICES = "services"
    JOIN = "join"
    RESUME = "resume"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Scene:
    """One moment of the counter; ``since`` is when the phase began, on the branch's clock.

    ``missed``: whom the branch may take back after a missed call, newest first; ``held``: who was
    put aside, longest first; ``counters``: all of the branch. ``is_online``:
    there is contact with a server that decides; while there is none, ``can_finish`` says whether
    the present customer can be finished all the same, and ``heard_at`` when a server was heard.
    ``card``: what else may be known here of the present customer. ``plan``: what happens after
    that visit; ``switched_off``: services that could be served here.
    """

    counter: str
    phase: Phase = Phase.CLOSED
    ticket: TicketView | None = None
    reason: Reason | None = None
    since: datetime | None = None
    services: tuple[str, ...] = ()
    pause_reason: str = ""
    pause_until: datetime | None = None
    queue: tuple[QueueEntry, ...] = ()
    missed: tuple[TicketView, ...] = ()
    held: tuple[TicketView, ...] = ()
    counters: tuple[CounterView, ...] = ()
    pending: Command | None = None
    is_online: bool = True
    profile: Profile | None = None
    can_finish: bool = False
    heard_at: datetime | None = None
    card: CustomerCard | None = None
    plan: PausePlanView | None = None
    switched_off: tuple[str, ...] = ()

    @property
    def mine(self) -> tuple[TicketView, ...]:
        """Who may be called to this counter, in call order."""
        return tuple(entry.ticket for entry in self.queue if entry.is_eligible)

    @property
    def others(self) -> tuple[TicketView, ...]:
        """Who waits for another counter."""
        return tuple(entry.ticket for entry in self.queue if not entry.is_eligible)

    @property
    def likely_next(self) -> TicketView | None:
        """Whom a call would bring as things stand; chosen by the server when it is made."""
        return next(iter(self.mine), None)

    @property
    def has_customer(self) -> bool:
        """Whether somebody is called or served here."""
        return self.phase in (Phase.CALLED, Phase.SERVING)

    @property
    def recalls_needed(self) -> int:
        """Recalls still to make before the ticket may be marked absent."""
        if self.ticket is None or self.profile is None:
            return 0
        return max(0, self.profile.calling.recalls_before_no_show - self.ticket.recalls)


def phase_of(counter: CounterView) -> Phase:
    """The phase of a counter as the server describes it."""
    if counter.state == "paused":
        return Phase.PAUSED
    if counter.state != "open":
        return Phase.CLOSED
    if counter.ticket is not None:
        return Phase.SERVING if counter.ticket.state == "serving" else Phase.CALLED
    return Phase.STANDBY if counter.is_standby else Phase.FREE


def scene_of(
    counter: CounterView | None,
    lobby: LobbyView | None,
    *,
    counter_id: str,
    pending: Command | None,
    is_online: bool,
    profile: Profile | None,
    can_finish: bool = False,
    heard_at: datetime | None = None,
) -> Scene:
    """The scene of a counter in a snapshot (``counter`` may be newer than the snapshot)."""
    queue = lobby.queue or () if lobby is not None else ()
    missed = lobby.missed if lobby is not None else ()
    held = lobby.held if lobby is not None else ()
    counters = lobby.counters if lobby is not None else ()
    if counter is None:
        return Scene(
            counter_id,
            queue=queue,
            missed=missed,
            held=held,
            counters=counters,
            pending=pending,
            is_online=is_online,
            profile=profile,
            heard_at=heard_at,
        )
    phase = phase_of(counter)
    here = counter.ticket.id if counter.ticket is not None else ""
    return Scene(
        counter=counter_id,
        phase=phase,
        ticket=counter.ticket,
        reason=counter.reason if counter.ticket is not None else None,
        since=_since(phase, counter),
        services=counter.services,
        pause_reason=counter.pause_reason or "",
        pause_until=counter.pause_until,
        queue=tuple(entry for entry in queue if entry.ticket.id != here),
        missed=missed,
        held=held,
        counters=counters,
        pending=pending,
        is_online=is_online,
        profile=profile,
        can_finish=can_finish,
        heard_at=heard_at,
        card=_card(lobby, here),
        plan=counter.plan,
        switched_off=counter.switched_off,
    )


def _card(lobby: LobbyView | None, here: str) -> CustomerCard | None:
    """The card, where it is of whom the counter has; an answer may be newer than the snapshot."""
    card = lobby.card if lobby is not None else None
    return card if card is not None and card.ticket == here else None


def counter_in(lobby: LobbyView | None, counter_id: str) -> CounterView | None:
    """The counter of this name in a snapshot, if it is there."""
    counters = lobby.counters if lobby is not None else ()
    return next((each for each in counters if each.id == counter_id), None)


def _since(phase: Phase, counter: CounterView) -> datetime | None:
    """When the phase began: the call or the start of the present ticket, else the counter's."""
    ticket = counter.ticket
    if ticket is None:
        return counter.since
    return ticket.started_at if phase is Phase.SERVING else ticket.called_at
