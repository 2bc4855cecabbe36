"""Telling customers by telephone: the port, the words, and who wants it.

The port is what a bank plugs its own text messages or messenger into; the adapter that ships is a
signed web hook (``shared.server.notices.webhook``, docs/notices.md).
"""

from dataclasses import dataclass
from typing import Final, Protocol

from shared.config.profile import Text
from shared.dispatch.layout import MINUTE_US
from shared.domain import notice
from shared.domain.errors import EnvironmentFailed
from shared.domain.ticket import Ticket, TicketState
from shared.domain.ticketing import people_ahead
from shared.i18n import LANGUAGES, translate
from shared.protocol.base import Message
from shared.protocol.notice import NoticeState
from shared.services.decision import Decision
from shared.services.lobby import Lobby

CALLED, SOON = "called", "soon"
#: Nobody wants to hear of a call from so long ago.
LATE_US: Final = 10 * MINUTE_US


class NoticeLost(EnvironmentFailed):
    """The target could not be reached, or asks for patience: the same again later."""

    code = "notice_lost"
    sentence = "The message was not taken: %1. It is sent again."


class NoticeRefused(EnvironmentFailed):
    """The target does not want this message, now or ever."""

    code = "notice_refused"
    sentence = "The message was refused: %1. Look at the target's own records."


@dataclass(frozen=True, slots=True)
class Notice:
    """One message. ``id`` stays the same however often it is sent."""

    id: str
    about: str
    branch: str
    ticket: str
    number: str
    counter: str
    language: str
    to: str
    text: str


class Notifier(Protocol):
    """Whoever sends messages on to telephones."""

    def send(self, message: Notice) -> None:
        """Hand a message over; it may have been handed over before under the same ``id``.

        Raises:
            NoticeLost, NoticeRefused.
        """


def want(lobby: Lobby, now_us: int, ticket: str) -> Decision:
    """The customer wants to be told; the number is kept beside the log.

    Raises:
        TicketUnknown, TicketStateWrong.
    """
    events = notice.want(lobby.branch, now_us, ticket=ticket)
    return Decision(events, lambda _: NoticeState(is_wanted=True))


def drop(lobby: Lobby, now_us: int, ticket: str) -> Decision:
    """The customer does not want it any more.

    Raises:
        TicketUnknown.
    """
    events = notice.drop(lobby.branch, now_us, ticket=ticket)
    return Decision(events, lambda _: NoticeState(is_wanted=False))


def settled(
    lobby: Lobby, now_us: int, *, ticket: str, message: str, about: str, tries: int, reason: str
) -> Decision:
    """What became of a message: sent, or given up for a reason. Nothing for another day's."""

    def nothing(_: Lobby) -> Message | None:
        return None

    if ticket not in lobby.branch.tickets:
        return Decision([], nothing)
    branch = lobby.branch
    if reason:
        events = notice.failed(
            branch, now_us, ticket=ticket, notice=message, about=about, tries=tries, reason=reason
        )
    else:
        events = notice.sent(
            branch, now_us, ticket=ticket, notice=message, about=about, tries=tries
        )
    return Decision(events, nothing)


def is_of_use(lobby: Lobby, ticket: str, about: str) -> bool:
    """Whether the customer still has to hear of it."""
    found = lobby.branch.tickets.get(ticket)
    wanted = TicketState.CALLED if about == CALLED else TicketState.WAITING
    return found is not None and _leading(lobby, found).state is wanted


def near(lobby: Lobby, now_us: int, tickets: set[str]) -> set[str]:
    """Which of these tickets have few enough people ahead to be told, by the profile."""
    few = lobby.profile.phone.soon_ahead
    waiting = (
        (ticket, _leading(lobby, lobby.branch.tickets[ticket]))
        for ticket in tickets
        if ticket in lobby.branch.tickets
    )
    return {
        ticket
        for ticket, leading in waiting
        if leading.state is TicketState.WAITING
        and people_ahead(lobby.branch, leading.row, now_us) <= few
    }


def called_for(lobby: Lobby, _now_us: int, tickets: set[str]) -> dict[str, list[str]]:
    """By the ticket that is called, those of these that it is called for: itself, or companions."""
    found: dict[str, list[str]] = {}
    for ticket in sorted(tickets & lobby.branch.tickets.keys()):
        found.setdefault(_leading(lobby, lobby.branch.tickets[ticket]).id, []).append(ticket)
    return found


def message(lobby: Lobby, ticket: str, about: str) -> tuple[str, str, str, str]:
    """Number, counter, language and words of a message."""
    found = lobby.branch.tickets[ticket]
    leading = _leading(lobby, found)
    language = found.language[:2] if found.language[:2] in LANGUAGES else LANGUAGES[0]
    branch = lobby.profile.branch.name.of(language)
    if about == SOON:
        text = translate(
            "Notice",
            "%1: number %2 will be called soon. Please come back to the hall.",
            branch,
            leading.number,
            language=language,
        )
    else:
        text = translate(
            "Notice",
            "%1: number %2 is called. Please go to %3.",
            branch,
            leading.number,
            _counter_name(lobby, leading.counter, language),
            language=language,
        )
    return found.number, leading.counter, language, text


def _counter_name(lobby: Lobby, counter: str, language: str) -> str:
    named: Text | None = next((c.name for c in lobby.profile.counters if c.id == counter), None)
    if named is not None:
        return named.of(language)
    return translate("Phone", "counter %1", counter, language=language)


def _leading(lobby: Lobby, ticket: Ticket) -> Ticket:
    """The ticket that is called for this one."""
    return lobby.branch.tickets[ticket.joined_to] if ticket.joined_to else ticket
