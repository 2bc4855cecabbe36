"""The lobby as the server holds it: the domain's branch plus what screens ask for again and again.

One thread owns it (the writer). It changes by events and nothing else, so that replaying the log
of the day rebuilds it exactly.
"""

from collections import deque
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from shared.config.profile import Profile
from shared.config.rules import to_rules
from shared.dispatch.layout import MINUTE_US
from shared.domain import event as kinds
from shared.domain.apply import apply
from shared.domain.branch import Branch
from shared.domain.event import Event, names, others, whole
from shared.domain.rules import Rules
from shared.domain.settle import carry_out
from shared.domain.tick import tick
from shared.domain.ticket import Ticket
from shared.protocol.event import EventView, to_datetime
from shared.protocol.lobby import Call, Reason
from shared.services.print_book import PrintBook

RECENT_CALLS: Final = 20
POINT: Final = 1000 * MINUTE_US  # the core's score unit: thousandths of a point x us per minute


class Entry(NamedTuple):
    """One event with its place in the log, and the ticket it is about as it stands afterwards.

    ``others`` are the further tickets that it has changed: passed over, or the companion.
    """

    sequence: int
    event: Event
    number: str
    day: str
    ticket: Ticket | None
    others: tuple[Ticket, ...] = ()

    def view(self) -> EventView:
        """The event as it goes over the wire."""
        return EventView.of(self.sequence, self.event, self.number)


class Lobby:
    """A branch's state and its projections: recent calls, the reason of each call, visits ended.

    ``profile`` is the one that holds now, ``published`` its fingerprint in the log. ``log`` is the
    name of the log, empty where there is none; a log that was restored from a copy has another.
    ``missing``: by ticket, what the customer said at the door was not at hand.
    """

    def __init__(
        self,
        profile: Profile,
        staff_names: Mapping[str, str] = MappingProxyType({}),
        published: str = "",
    ) -> None:
        """An empty lobby before its first event; ``staff_names`` by staff number, for screens.

        ``published`` is empty where no log says yet that the profile holds.
        """
        self.staff_names = staff_names
        self.log = ""
        self._profiles: dict[str, Profile] = {}
        self._rules: dict[str, Rules] = {}
        self.branch = Branch(to_rules(profile), self._rules)
        self.branch.checks_certificates = True
        self._use(profile, published)
        self._forget_day()

    def learn(self, version: str, profile: Profile) -> None:
        """Get to know a profile before the event that puts it in force; changes nothing yet."""
        self._profiles[version] = profile
        self._rules[version] = to_rules(profile)

    def knows(self, version: str) -> bool:
        """Whether this profile has been learnt."""
        return version in self._profiles

    def _use(self, profile: Profile, published: str) -> None:
        self.profile = profile
        self.published = published
        self.zone = ZoneInfo(profile.branch.time_zone)

    def _forget_day(self) -> None:
        self.recent_calls: deque[Call] = deque(maxlen=RECENT_CALLS)
        self.reasons: dict[str, Reason] = {}
        self.missing: dict[str, tuple[str, ...]] = {}
        self.closed_today = 0
        self.answered_us: list[int] = []
        self.prints = PrintBook()

    def take(self, events: Iterable[Event]) -> list[Entry]:
        """Apply events in their order; gives them back with their numbers in the log."""
        return [self._take(event) for event in events]

    def carry_out(self, events: list[Event], now_us: int) -> list[Entry]:
        """Take what a command decided, then let the counters that stand by settle."""
        entries: list[Entry] = []
        carry_out(self.branch, events, now_us, lambda more: entries.extend(self.take(more)))
        return entries

    def let_time_pass(self, now_us: int) -> list[Entry]:
        """Take what the clock has brought about."""
        return self.carry_out(tick(self.branch, now_us), now_us)

    def _take(self, event: Event) -> Entry:
        reason = self._reason(event) if event.kind == kinds.TICKET_CALLED else None
        apply(self.branch, (event,))
        branch = self.branch
        ticket = branch.tickets.get(event.ticket)
        changed = tuple(branch.tickets[other] for other in others(event))
        number = ticket.number if ticket else ""
        entry = Entry(branch.sequence, event, number, branch.day, ticket, changed)
        self._project(entry, reason)
        return entry

    def _project(self, entry: Entry, reason: Reason | None) -> None:
        kind = entry.event.kind
        if kind == kinds.DAY_OPENED:
            self._forget_day()
        elif kind == kinds.LOG_RESTORED:
            self.log = str(entry.event.data["log"])
        elif kind == kinds.PROFILE_PUBLISHED:
            version = str(entry.event.data["profile"])
            self._use(self._profiles[version], version)
        elif kind in (kinds.TICKET_CALLED, kinds.TICKET_RECALLED):
            self.recent_calls.appendleft(_call(entry))
        elif kind in (kinds.HELP_ANSWERED, kinds.ENQUIRY_ANSWERED):
            self.answered_us.append(whole(entry.event, "waited_us"))
        elif kind == kinds.TICKET_CLOSED:
            self.closed_today += 1
        elif kind == kinds.ADVICE_GIVEN and entry.event.ticket:
            listed = names(entry.event, "missing") if "missing" in entry.event.data else ()
            self.missing[entry.event.ticket] = tuple(listed)
        if reason is not None:
            self.reasons[entry.event.ticket] = reason
        self.prints.note(entry.event)

    def _numbers(self, event: Event, key: str) -> tuple[str, ...]:
        """The numbers of the tickets that the event lists under this key, if it does."""
        listed = names(event, key) if key in event.data else ()
        return tuple(self.branch.tickets[ticket].number for ticket in listed)

    def _reason(self, event: Event) -> Reason:
        """Why this call: from the event, with tickets by the number on their slips."""
        data, tickets = event.data, self.branch.tickets
        return Reason(
            rule=str(data["rule"]),
            waited_s=(event.at_us - tickets[event.ticket].arrived_us) / 1_000_000,
            score_points=whole(event, "score") / POINT,
            passed_over=tuple(tickets[other].number for other in names(event, "passed_over")),
            why_not=tuple(names(event, "why_not")) if "why_not" in data else (),
            candidates=self._numbers(event, "candidates"),
            scores=_points(event),
            waiting=whole(event, "waiting"),
            policy=str(data["policy"]),
            policy_hash=str(data["policy_hash"]),
        )


def _points(event: Event) -> tuple[float, ...]:
    """The scores of the best candidates; logs of the first release have none."""
    scores = event.data.get("scores")
    return tuple(int(s) / POINT for s in scores) if isinstance(scores, list) else ()


def _call(entry: Entry) -> Call:
    return Call(
        sequence=entry.sequence,
        ticket=entry.event.ticket,
        number=entry.number,
        counter=entry.event.counter,
        called_at=to_datetime(entry.event.at_us),
        is_recall=entry.event.kind == kinds.TICKET_RECALLED,
        segment=entry.ticket.segment if entry.ticket else "",
        language=entry.ticket.language if entry.ticket else "",
        needs_visual_call=entry.ticket.is_visual if entry.ticket else False,
    )
