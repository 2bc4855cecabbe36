"""What the lobby looks like: tickets, counters and the snapshot."""

from datetime import datetime

from pydantic import Field

from shared.protocol.appointment import ExpectedAppointment
from shared.protocol.base import Message, ServerKind
from shared.protocol.card import CustomerCard
from shared.protocol.forecast import Window
from shared.protocol.incident import IncidentView
from shared.protocol.staff import CertificateNotice
from shared.protocol.trouble import DeviceTrouble, PrintView


class TicketName(Message):
    """Another ticket, by identifier and number."""

    id: str
    number: str


class TicketView(Message):
    """A ticket as staff programs, kiosk and board see it."""

    id: str
    number: str
    state: str
    service: str
    segment: str
    language: str = "zh_CN"
    arrived_at: datetime
    issued_at: datetime
    called_at: datetime | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    counter: str | None = None
    recalls: int = 0
    overtaken: int = Field(default=0, description="times somebody junior was called past it")
    outcome: str | None = None
    rating: int | None = None
    needs: tuple[str, ...] = Field(default=(), description="services left, the present one first")
    items: int = Field(default=1, description="transactions left")
    pool: str | None = Field(default=None, description="of a held ticket; none: called later")
    until: datetime | None = Field(default=None, description="a held ticket waits again then")
    bound_counter: str | None = Field(default=None, description="only this counter calls it")
    bound_person: str | None = Field(default=None, description="only this person calls it")
    joined_to: TicketName | None = Field(default=None, description="goes along on that ticket")
    companions: tuple[TicketName, ...] = Field(default=(), description="tickets that go along")
    due_at: datetime | None = Field(default=None, description="booked time of an appointment")
    appointment: str | None = None
    needs_visual_call: bool = Field(
        default=False, description="does not hear well: call visibly, look before a no-show"
    )
    is_found: bool = Field(
        default=False, description="somebody in the hall went to the customer since the call"
    )
    also: tuple[str, ...] = Field(
        default=(),
        description="numbers of the same customer's other tickets; on issue, and for staff devices",
    )


class TicketIssued(TicketView):
    """Answer to POST tickets (201)."""

    people_ahead: int
    window: Window | None = Field(
        default=None, description="when the call is expected; none: too uncertain to be said"
    )
    phone_url: str


class SplitResult(Message):
    """Answer to POST tickets/{id}/split: what is left, and the ticket that goes its own way."""

    ticket: TicketView
    other: TicketView
    phone_url: str | None = Field(default=None, description="of a new ticket")


class Reason(Message):
    """Why this ticket was called: the rule that decided and who was passed over."""

    rule: str = Field(description="a name of shared.dispatch.reason.NAMES")
    waited_s: float
    score_points: float
    passed_over: tuple[str, ...] = Field(default=(), description="ticket numbers")
    why_not: tuple[str, ...] = Field(
        default=(), description="for each of them the level that put this one first"
    )
    candidates: tuple[str, ...] = Field(
        default=(), description="numbers of the best by score, this one among them or not"
    )
    scores: tuple[float, ...] = Field(default=(), description="their scores in points")
    waiting: int = Field(description="how many this counter could have called")
    policy: str
    policy_hash: str


class NextResult(Message):
    """Answer to POST counters/{counter}/next (200); 204 when nobody waits."""

    ticket: TicketView
    reason: Reason


class QueueEntry(Message):
    """A waiting ticket in the order in which one counter would call."""

    ticket: TicketView
    is_eligible: bool


class PausePlanView(Message):
    """What happens at a counter after its present customer, or at a time."""

    reason: str | None = Field(default=None, description="none: it closes")
    until: datetime | None = None
    at: datetime | None = Field(default=None, description="not before; none: after the customer")


class CounterView(Message):
    """A counter now."""

    id: str
    state: str
    staff: str | None = None
    staff_name: str | None = None
    ticket: TicketView | None = None
    is_standby: bool = False
    pause_reason: str | None = None
    pause_until: datetime | None = None
    since: datetime | None = None
    services: tuple[str, ...] = ()
    reason: Reason | None = Field(default=None, description="why the present ticket was called")
    mentor: str | None = Field(default=None, description="staff number, beside a trainee")
    is_trainee: bool = False
    plan: PausePlanView | None = None
    switched_off: tuple[str, ...] = Field(
        default=(), description="services that could be served there and are switched off"
    )
    wanted_since: datetime | None = Field(
        default=None, description="the lead has asked for somebody at this counter"
    )
    wanted_by: str | None = Field(default=None, description="name of who asked")


class Call(Message):
    """A call on the board, newest first in lists."""

    sequence: int
    ticket: str
    number: str
    counter: str
    called_at: datetime
    is_recall: bool = False
    segment: str = Field(default="", description="empty: an older server does not say")
    language: str = Field(default="", description="of the slip; empty likewise")
    needs_visual_call: bool = Field(default=False, description="the customer does not hear well")


class SuspendedService(Message):
    """A service that is not offered now, and the reason that began first."""

    service: str
    reason: str
    since: datetime


class NoticeView(Message):
    """A notice of the profile that somebody put up on the board, until then."""

    notice: str
    until: datetime


class NoticesResult(Message):
    """Answer to POST notices: what is shown now, the newest last."""

    notices: tuple[NoticeView, ...]


class RushView(Message):
    """Many people at the door: one touch gives a ticket at the kiosks, until then."""

    until: datetime
    cause: str = Field(description="lead or rate")


class RushResult(Message):
    """Answer to POST rush."""

    rush: RushView | None = Field(default=None, description="none: it is over")


class HelpCallView(Message):
    """Somebody at a kiosk asks for a person, and nobody has gone yet."""

    id: int
    device: str
    screen: str = ""
    at: datetime


class LobbyView(Message):
    """GET lobby: the whole state as of ``sequence``; the stream goes on from there."""

    sequence: int
    branch: str
    log: str = Field(
        default="", description="name of the log; another name: another log, begin anew"
    )
    server: ServerKind = "branch"
    day: str
    now: datetime
    clock_rate: float = Field(default=1.0, description="branch seconds per real second")
    is_open: bool = Field(description="tickets are being given")
    waiting: tuple[TicketView, ...] = Field(description="in call order, regardless of counters")
    counters: tuple[CounterView, ...]
    recent_calls: tuple[Call, ...]
    closed_today: int = 0
    held: tuple[TicketView, ...] = Field(
        default=(), description="put aside or to be called later, longest first"
    )
    incidents: tuple[IncidentView, ...] = Field(default=(), description="going on, oldest first")
    suspended: tuple[SuspendedService, ...] = ()
    notices: tuple[NoticeView, ...] = Field(
        default=(), description="put up by hand, the newest last; others come from the profile"
    )
    rush: RushView | None = Field(default=None, description="none: the usual way")
    missed: tuple[TicketView, ...] = Field(
        default=(), description="no-shows that may come back, newest first"
    )
    appointments: tuple[ExpectedAppointment, ...] | None = Field(
        default=None, description="today's by time, to come or checked in; for staff devices"
    )
    queue: tuple[QueueEntry, ...] | None = Field(
        default=None, description="with ?counter=: the order for that counter, others last"
    )
    card: CustomerCard | None = Field(
        default=None, description="with ?counter=, of who is there; for staff devices"
    )
    prints: tuple[PrintView, ...] = Field(
        default=(),
        description="for staff devices: waiting customers without a slip, as far as anybody knows; "
        "for a kiosk: copies that it was asked to print",
    )
    devices: tuple[DeviceTrouble, ...] = Field(
        default=(), description="devices that lack something; for staff devices"
    )
    help_calls: tuple[HelpCallView, ...] = Field(
        default=(), description="who asks for a person, longest first; for staff devices"
    )
    certificates: tuple[CertificateNotice, ...] = Field(
        default=(), description="what counters do not serve for want of one; for staff devices"
    )


class HelpAsked(Message):
    """Answer to POST help-requests (202)."""

    sequence: int


class Session(Message):
    """Answer to POST sessions (201): send ``token`` as header X-Staff-Session."""

    token: str = Field(repr=False)
    staff: str
    name: str
    role: str
    skills: tuple[str, ...] | None = None
    expires_at: datetime


class DeviceConfig(Message):
    """GET config: the published profile (shared.config.profile.Profile as JSON)."""

    profile: dict[str, object]
    profile_hash: str = Field(
        default="", max_length=64, pattern=r"^[0-9a-f]*$", description="its fingerprint in the log"
    )
    server_version: str
    policy_hash: str
    stand_in: str = Field(
        default="", description="address of the server that stands in; to be remembered"
    )
    is_practice: bool = Field(default=False, description="nothing here counts: say so everywhere")


class PhoneView(Message):
    """What the public phone page may see of one ticket."""

    number: str
    state: str
    counter: str | None
    people_ahead: int | None
    service: str
    called_at: datetime | None
    recalls: int = 0
    now: datetime
    sequence: int
    needs_left: tuple[str, ...] = Field(default=(), description="services after the present one")
    until: datetime | None = Field(default=None, description="called later: not before")
    is_deferred: bool = Field(default=False, description="held on the customer's own wish")
    suspended: str | None = Field(default=None, description="reason; the place is kept")
    joined_to: str | None = Field(default=None, description="number that is called for both")
    due_at: datetime | None = Field(default=None, description="booked time of an appointment")
    window: Window | None = Field(
        default=None, description="when the call is expected; none: too uncertain to be said"
    )
    language: str = Field(default="zh_CN", description="that the customer chose")
    can: tuple[str, ...] = Field(
        default=(),
        description="what the page may ask for now: defer, resume, return, cancel, rate, survey",
    )
    later_min: tuple[int, ...] = Field(default=(), description="minutes that defer offers")
    rating: int | None = None
