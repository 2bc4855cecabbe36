"""Use cases of slips: what became of each print, printing one again, what staff must look after."""

from collections.abc import Sequence
from typing import Final

from shared.domain import event as kinds
from shared.domain.errors import TicketStateWrong
from shared.domain.event import Event, Value
from shared.domain.refused import NoSuchPrint, PrinterNotNamed
from shared.domain.ticket import FINAL, Ticket, TicketState
from shared.domain.ticketing import people_ahead
from shared.protocol.event import to_datetime, to_us
from shared.protocol.printing import (
    COPIES_MAX,
    PrintEnd,
    PrintsTaken,
    Reprint,
    SlipTaken,
    TellPrints,
)
from shared.protocol.trouble import DeviceTrouble, PrintView
from shared.services.actor import Actor
from shared.services.answering import ticket_decision
from shared.services.decision import Decision, PhoneToken
from shared.services.lobby import Lobby
from shared.services.ports import Ids
from shared.services.print_book import Print
from shared.services.ticketing import PhoneAddress
from shared.services.views import ticket_view

KINDS: Final = {
    "done": kinds.PRINT_DONE,
    "failed": kinds.PRINT_FAILED,
    "unknown": kinds.PRINT_UNKNOWN,
}
#: Whose customers still need a slip in their hand.
NEED_A_SLIP: Final = frozenset({TicketState.WAITING, TicketState.HELD})


def tell(lobby: Lobby, now_us: int, told: TellPrints, device: str) -> Decision:
    """How prints ended, each once; those of tickets that are not of today are passed over."""
    recorded_us = lobby.branch.stamp(now_us)
    new = {
        (end.ticket, end.copy_no): end for end in reversed(told.prints) if _is_new(lobby, end)
    }  # of the same print told twice in one message the first word counts
    events = [_ended(end, device, recorded_us) for end in reversed(new.values())]
    return Decision(events, lambda _after: PrintsTaken(taken=len(events)))


def _is_new(lobby: Lobby, end: PrintEnd) -> bool:
    known = lobby.prints.find(end.ticket, end.copy_no)
    return end.ticket in lobby.branch.tickets and not (known is not None and known.is_over)


def _ended(end: PrintEnd, device: str, recorded_us: int) -> Event:
    data: dict[str, Value] = {"device": device, "copy": end.copy_no}
    if end.fate != "done":
        data["reason"] = end.reason
    at_us = min(to_us(end.at), recorded_us)
    return Event(KINDS[end.fate], at_us, recorded_us, end.ticket, "", "", data)


def reprint(lobby: Lobby, now_us: int, ticket: str, request: Reprint, actor: Actor) -> Decision:
    """Ask a kiosk for one more slip of this ticket; asked again before it has begun it is the same.

    Raises:
        TicketUnknown, TicketStateWrong (the visit is over), PrinterNotNamed.
    """
    found = _still_good(lobby, ticket, "printed again")
    prints = lobby.prints.of_ticket(ticket)
    device = request.device or (prints[0].device if prints else "")
    copy_no = max((each.copy_no for each in prints), default=1) + 1
    if not device or copy_no > COPIES_MAX:
        raise PrinterNotNamed(found.number)
    if any(each.fate == "requested" and each.device == device for each in prints):
        return ticket_decision(ticket, [])
    return ticket_decision(
        ticket, [_event(lobby, now_us, kinds.PRINT_REQUESTED, ticket, device, copy_no, actor.staff)]
    )


def take_slip(
    lobby: Lobby,
    now_us: int,
    ticket: str,
    copy_no: int,
    device: str,
    ids: Ids,
    phone_address: PhoneAddress,
) -> Decision:
    """The kiosk that was asked begins: what stands on the slip, with a phone page of its own.

    Raises:
        TicketUnknown, TicketStateWrong (the visit is over meanwhile).
        NoSuchPrint: nobody asked this device for this copy, or it has begun already.
    """
    found = _still_good(lobby, ticket, "printed again")
    asked = lobby.prints.find(ticket, copy_no)
    if asked is None or asked.device != device or asked.fate != "requested":
        raise NoSuchPrint(found.number, copy_no)
    phone = PhoneToken(ids.new_token(), ticket)
    event = _event(lobby, now_us, kinds.PRINT_STARTED, ticket, device, copy_no)

    def answer(after: Lobby) -> SlipTaken:
        branch = after.branch
        present = branch.tickets[ticket]
        waits = present.state is TicketState.WAITING
        return SlipTaken(
            **dict(ticket_view(present, branch)),
            people_ahead=people_ahead(branch, present.row, now_us) if waits else 0,
            phone_url=phone_address(phone.token),
            copy_no=copy_no,
        )

    return Decision([event], answer, tokens=(phone,), is_secret=True)


def _still_good(lobby: Lobby, ticket: str, verb: str) -> Ticket:
    found = lobby.branch.ticket(ticket)
    if found.state in FINAL:
        raise TicketStateWrong(found.number, found.state, verb)
    return found


def _event(
    lobby: Lobby,
    now_us: int,
    kind: str,
    ticket: str,
    device: str,
    copy_no: int,
    staff: str = "",
) -> Event:
    at_us = lobby.branch.stamp(now_us)
    return Event(kind, at_us, at_us, ticket, "", staff, {"device": device, "copy": copy_no})


def report(lobby: Lobby, now_us: int, actor: Actor, problems: Sequence[str]) -> Decision:
    """What a device lacks now; nothing is recorded where the log says the same already."""
    events = []
    if has_news(lobby, actor.device, problems):
        at_us = lobby.branch.stamp(now_us)
        data: dict[str, Value] = {
            "device": actor.device,
            "name": actor.name,
            "role": actor.role,
            "problems": list(problems),
        }
        events.append(Event(kinds.DEVICE_REPORTED, at_us, at_us, data=data))
    return Decision(events, lambda _after: None)


def has_news(lobby: Lobby, device: str, problems: Sequence[str]) -> bool:
    """Whether the log says something else of this device."""
    known = lobby.prints.troubles.get(device)
    return (known.problems if known else ()) != tuple(problems)


def without_slip(lobby: Lobby, device: str | None = None) -> tuple[PrintView, ...]:
    """The slips that staff have to look after, oldest first; of one device those it is to print."""
    found = [each for each in lobby.prints.without_slip() if _counts(lobby, each, device)]
    return tuple(_print_view(lobby, each) for each in sorted(found, key=lambda e: e.at_us))


def _counts(lobby: Lobby, each: Print, device: str | None) -> bool:
    state = lobby.branch.tickets[each.ticket].state
    if device is not None:
        return each.device == device and each.fate == "requested" and state not in FINAL
    return state in NEED_A_SLIP


def _print_view(lobby: Lobby, each: Print) -> PrintView:
    return PrintView.model_validate(
        {
            "ticket": each.ticket,
            "number": lobby.branch.tickets[each.ticket].number,
            "copy_no": each.copy_no,
            "device": each.device,
            "fate": each.fate,
            "reason": each.reason,
            "at": to_datetime(each.at_us),
        }
    )


def device_troubles(lobby: Lobby) -> tuple[DeviceTrouble, ...]:
    """The devices that lack something, longest first."""
    troubles = sorted(lobby.prints.troubles.values(), key=lambda each: each.since_us)
    return tuple(
        DeviceTrouble(
            device=each.device,
            name=each.name,
            role=each.role,
            problems=each.problems,
            since=to_datetime(each.since_us),
        )
        for each in troubles
    )
