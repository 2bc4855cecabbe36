"""The branch profile: a branch as data, the same file for server and simulator.

Units stand in the names. Every table refuses keys it does not know. Rules that span several tables
are checked in ``shared.config.check``; ``shared.config.load`` reads a file.
"""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from shared.config.base_tables import ClockTime as ClockTime
from shared.config.base_tables import Hours as Hours
from shared.config.base_tables import Identifier as Identifier
from shared.config.base_tables import Letter as Letter
from shared.config.base_tables import Table as Table
from shared.config.base_tables import Text as Text
from shared.config.base_tables import WaitLimit as WaitLimit
from shared.config.board_tables import BoardTable, NoticeTable, VoiceTable
from shared.config.calendar_tables import CalendarTable
from shared.config.case_tables import CaseTable
from shared.config.phone_tables import PhoneTable
from shared.config.policy_tables import OverflowTable
from shared.config.policy_tables import Policy as Policy
from shared.config.rating_tables import RatingTable
from shared.config.rush_tables import RushTable
from shared.config.staff_tables import CertificateTable, TrainingTable
from shared.config.survey_tables import USUAL_SURVEYS, SurveyRules, SurveyTable
from shared.config.triage_tables import DocumentTable, TriageTable, WayTable
from shared.config.visit_tables import (
    USUAL_INCIDENTS,
    AppointmentTable,
    IncidentTable,
    VisitTable,
)


class Bank(Table):
    """The bank: its name and its colour."""

    name: Text
    accent: str = Field(
        default="#0A5C9E", pattern=r"^#[0-9A-Fa-f]{6}$", description="accent colour, #RRGGBB"
    )


class BranchTable(Table):
    """The branch: identifier, name, where and in which languages."""

    id: Identifier
    name: Text
    time_zone: str = Field(default="Asia/Shanghai", description="IANA name")
    languages: tuple[Literal["zh_CN", "en"], ...] = Field(default=("zh_CN", "en"), min_length=1)


class SegmentTable(Table):
    """A group of customers with the same entitlement (docs/requirements.md R3)."""

    id: Identifier
    name: Text
    short: Text | None = Field(default=None, description="one or two words for labels")
    hint: Text | None = Field(default=None, description="who belongs to it, on the kiosk")
    series: Letter | None = Field(default=None, description="overrides the service's letter")
    kind: Literal["ordinary", "priority", "key", "vip", "corporate"] = "ordinary"
    is_by_choice: bool = Field(default=False, description="may be chosen at the kiosk")
    rank: int = Field(default=9, ge=0, le=99, description="strict preset: 0 is called first")
    base: float = Field(default=0.0, ge=0, le=10_000, description="points at arrival")
    growth_per_minute: float = Field(default=1.0, ge=0, le=1000, description="points per minute")
    cost_per_minute: float = Field(
        default=1.0, ge=0, le=1000, description="cost_weighted: what a minute of waiting costs"
    )
    cost_growth: float = Field(
        default=0.1, ge=0, le=100, description="cost_weighted: and how much more each minute"
    )
    max_wait_min: float | None = Field(
        default=30.0, gt=0, le=600, description="capped, cost_weighted: nobody waits longer"
    )
    overtakes_max: int | None = Field(
        default=3, ge=0, le=99, description="capped, cost_weighted: nobody is passed more often"
    )


class ServiceTable(Table):
    """Something a customer comes for."""

    id: Identifier
    name: Text
    icon: str = Field(default="help", pattern=r"^[a-z0-9_]+$")
    series: Letter
    base: float = Field(default=0.0, ge=0, le=10_000)
    growth: float = Field(default=1.0, ge=0, le=100, description="factor on the segment's growth")
    cost: float = Field(default=1.0, ge=0, le=100, description="factor on the segment's cost")
    # Screens read both through shared.config.checklist.
    have_ready: tuple[Text, ...] = Field(
        default=(), max_length=6, description="in free words; or give needs_documents"
    )
    needs_documents: tuple[Identifier, ...] = Field(
        default=(), max_length=6, description="documents to have ready, most important first"
    )
    ways: tuple[WayTable, ...] = Field(
        default=(), max_length=8, description="by preference; default: the counter only"
    )
    usual_min: float = Field(default=6.0, gt=0, le=240, description="mean service time, minutes")
    usual_cv: float = Field(default=0.8, ge=0, le=5, description="coefficient of variation")


class Tile(Table):
    """A tile of the kiosk: one service, or a group that opens a second page."""

    service: Identifier | None = None
    name: Text | None = Field(default=None, description="of a group")
    icon: str = Field(default="more_horiz", pattern=r"^[a-z0-9_]+$")
    services: tuple[Identifier, ...] = Field(default=(), max_length=6)
    rush_service: Identifier | None = Field(
        default=None,
        description="of a group: its ticket at one touch in rush mode; default: the first service",
    )


class CounterTable(Table):
    """A counter: what is served there for whom."""

    id: Identifier
    name: Text | None = Field(default=None, description="when it is not just a number")
    services: tuple[Identifier, ...] = Field(min_length=1)
    segments: tuple[Identifier, ...] | None = Field(default=None, description="default: all")
    preference: int | None = Field(
        default=None, ge=0, le=999, description="lower is filled first; default: the order here"
    )
    overflow: OverflowTable | None = Field(
        default=None, description="whom it takes when none of its own wait"
    )
    speed: Mapping[Identifier, float] = Field(
        default={}, description="by service: 1 is the usual speed, 0.25 to 4"
    )
    walk_s: float = Field(default=15.0, ge=0, le=600, description="usual walk to it, seconds")
    zone: Identifier | None = None
    way: Text | None = Field(default=None, description="the way there, said on the phone page")


class MachineTable(Table):
    """A self-service machine and what it can do."""

    id: Identifier
    name: Text
    services: tuple[Identifier, ...] = ()
    zone: Identifier | None = None


class ZoneTable(Table):
    """A part of the hall."""

    id: Identifier
    name: Text
    seats: int = Field(default=0, ge=0, le=1000)


class Outcome(Table):
    """How a visit may end. The first of the list is the usual one."""

    id: Identifier
    name: Text


class PauseReason(Table):
    """Why a counter may pause."""

    id: Identifier
    name: Text


class Calling(Table):
    """How counters call."""

    has_standby: bool = Field(
        default=True, description="after next with nobody waiting, the next arrival is called"
    )
    recalls_before_no_show: int = Field(default=1, ge=0, le=10)
    come_within_s: int = Field(default=120, ge=10, le=1800, description="said on the board")
    tellers_may_pick: bool = Field(
        default=False, description="tellers may call out of order too, with a reason"
    )
    return_credit_min: float = Field(
        default=0.0, ge=0, le=600, description="waiting time credited after a missed call"
    )


class Standards(Table):
    """Waiting standards; defaults are ours, see docs/requirements.md."""

    waits: tuple[WaitLimit, ...] = (
        WaitLimit(within_min=10, share=0.80),
        WaitLimit(within_min=20, share=0.95),
        WaitLimit(within_min=30, share=1.0),
    )
    satisfied_share: float = Field(default=0.85, gt=0, le=1)
    enquiry_min: float = Field(
        default=5, gt=0, le=120, description="a question in the hall is answered within (R6)"
    )


class KioskTable(Table):
    """The kiosk's panel, where it hangs, and its patience."""

    panel_width_px: int = Field(default=1080, ge=480, le=8000)
    panel_height_px: int = Field(default=1920, ge=480, le=8000)
    panel_width_mm: float = Field(default=268.0, gt=50, le=3000)
    panel_height_mm: float = Field(default=476.4, gt=50, le=3000)
    lower_edge_mm: float = Field(
        default=800.0, ge=300, le=1500, description="lower edge of the picture above the floor"
    )
    viewing_distance_mm: float = Field(
        default=600.0, ge=200, le=3000, description="eyes to panel; letters are measured by it"
    )
    asks_number: bool = Field(
        default=False,
        description="ask for the mobile number before the ways; it can be skipped",
    )
    idle_s: int = Field(default=30, ge=5, le=600, description="without touch, then a warning")
    warning_s: int = Field(
        default=20, ge=5, le=600, description="warning, then everything is wiped"
    )
    ticket_s: int = Field(default=15, ge=5, le=600, description="ticket screen, then start screen")


class Profile(Table):
    """A whole branch. ``version`` is the bank's own name for this state of the file."""

    schema_version: Literal[1] = 1
    version: str = Field(min_length=1, max_length=40)
    bank: Bank
    branch: BranchTable
    hours: Hours = Hours()
    calendar: CalendarTable = CalendarTable()
    segments: tuple[SegmentTable, ...] = Field(min_length=1, max_length=62)
    services: tuple[ServiceTable, ...] = Field(min_length=1, max_length=62)
    tiles: tuple[Tile, ...] = Field(default=(), max_length=6)
    counters: tuple[CounterTable, ...] = Field(min_length=1, max_length=99)
    machines: tuple[MachineTable, ...] = ()
    documents: tuple[DocumentTable, ...] = Field(default=(), max_length=60)
    triage: TriageTable = TriageTable()
    zones: tuple[ZoneTable, ...] = ()
    outcomes: tuple[Outcome, ...] = Field(
        default=(
            Outcome(id="done", name=Text(zh="已办妥", en="Done")),
            Outcome(id="partly", name=Text(zh="部分办理", en="Partly done")),
            Outcome(id="documents", name=Text(zh="缺材料", en="Documents missing")),
            Outcome(id="declined", name=Text(zh="不能办理", en="Not possible")),
            Outcome(id="withdrawn", name=Text(zh="客户放弃", en="Customer changed mind")),
        ),
        min_length=1,
        max_length=6,
    )
    pause_reasons: tuple[PauseReason, ...] = Field(
        default=(
            PauseReason(id="break", name=Text(zh="休息", en="Break")),
            PauseReason(id="lunch", name=Text(zh="午餐", en="Lunch")),
            PauseReason(id="paperwork", name=Text(zh="整理单据", en="Paperwork")),
            PauseReason(id="cash", name=Text(zh="清点现金", en="Cash count")),
            PauseReason(id="meeting", name=Text(zh="会议", en="Meeting")),
            PauseReason(id="help", name=Text(zh="协助客户", en="Helping a customer")),
        ),
        min_length=1,
        max_length=6,
    )
    calling: Calling = Calling()
    policy: Policy = Policy()
    visit: VisitTable = VisitTable()
    appointments: tuple[AppointmentTable, ...] = ()
    appointment_series: Letter | None = Field(
        default=None, description="letter of tickets given at check-in; default: the service's"
    )
    incidents: tuple[IncidentTable, ...] = Field(default=USUAL_INCIDENTS, min_length=1)
    serves_inside_at_closing: bool = Field(
        default=True, description="who waits at closing is served; false: the ticket expires"
    )
    standards: Standards = Standards()
    rush: RushTable = RushTable()
    cases: CaseTable = CaseTable()
    certificates: tuple[CertificateTable, ...] = Field(
        default=(), max_length=40, description="what people must hold to serve some services"
    )
    training: TrainingTable = TrainingTable()
    rating: RatingTable = RatingTable()
    surveys: tuple[SurveyTable, ...] = Field(default=USUAL_SURVEYS, max_length=20)
    survey: SurveyRules = SurveyRules()
    kiosk: KioskTable = KioskTable()
    board: BoardTable = BoardTable()
    voice: VoiceTable = VoiceTable()
    notices: tuple[NoticeTable, ...] = Field(default=(), max_length=20)
    phone: PhoneTable = PhoneTable()
