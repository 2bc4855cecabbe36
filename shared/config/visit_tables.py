"""Tables of the visit: needs on one ticket, held tickets, transfers, appointments, incidents."""

from typing import Literal

from pydantic import Field

from shared.config.base_tables import ClockTime, Identifier, Table, Text


class HoldPoolTable(Table):
    """A reason to put a visit aside, and who may take it on again."""

    id: Identifier
    name: Text
    reach: Literal["person", "counter", "branch"] = "person"
    limit_min: float | None = Field(
        default=None, gt=0, le=600, description="after this the ticket waits again by itself"
    )


class NamedReason(Table):
    """A reason that staff choose from a list."""

    id: Identifier
    name: Text


class VisitTable(Table):
    """What may happen to one customer's visit."""

    needs_max: int = Field(default=5, ge=1, le=8, description="matters on one ticket")
    items_max: int = Field(default=99, ge=1, le=999, description="transactions on one ticket")
    items_per_turn: int = Field(
        default=0, ge=0, le=999, description="then others have their turn; 0: all at once"
    )
    second_ticket: Literal["noticed", "refused"] = "noticed"
    transfer_credit_min: float | None = Field(
        default=None, ge=0, le=600, description="waiting credited after a transfer; default: all"
    )
    returns_max: int = Field(default=1, ge=0, le=5)
    defers_max: int = Field(default=2, ge=0, le=9)
    defer_max_min: int = Field(default=60, ge=1, le=480)
    release_after_min: float = Field(
        default=15.0, ge=0, le=600, description="waiting for somebody who is not here, then anybody"
    )
    pools: tuple[HoldPoolTable, ...] = Field(
        default=(
            HoldPoolTable(
                id="documents", name=Text(zh="取材料", en="Fetching documents"), limit_min=60
            ),
            HoldPoolTable(
                id="form",
                name=Text(zh="填写单据", en="Filling in a form"),
                reach="counter",
                limit_min=20,
            ),
            HoldPoolTable(
                id="approval", name=Text(zh="等待授权", en="Waiting for approval"), reach="branch"
            ),
        ),
        min_length=1,
        max_length=8,
    )
    call_reasons: tuple[NamedReason, ...] = Field(
        default=(
            NamedReason(id="help", name=Text(zh="需要照顾", en="Needs looking after")),
            NamedReason(id="back", name=Text(zh="刚刚离开", en="Stepped away a moment ago")),
            NamedReason(id="quick", name=Text(zh="只差一步", en="One step left")),
            NamedReason(id="lead", name=Text(zh="大堂安排", en="Lobby lead's decision")),
        ),
        min_length=1,
        max_length=8,
    )


class AppointmentTable(Table):
    """Appointments of one service."""

    service: Identifier
    slot_min: int = Field(default=30, ge=5, le=240, description="a slot begins every so often")
    capacity: int = Field(default=1, ge=1, le=50, description="customers per slot")
    begins: ClockTime = "09:00"
    ends: ClockTime = "16:30"
    early_min: float = Field(default=15, ge=0, le=240, description="check-in before the time")
    late_min: float = Field(default=5, ge=0, le=120, description="still on time")
    no_show_min: float = Field(default=15, ge=0, le=240, description="then it lapses")
    late_credit_min: float = Field(
        default=10, ge=0, le=240, description="waiting credited to who is late, among walk-ins"
    )
    ahead_days: int = Field(default=14, ge=0, le=180, description="how far ahead")
    lead_min: float = Field(default=30, ge=0, le=2880, description="how short before")
    walk_in_share: float = Field(
        default=0.3, ge=0, lt=1, description="of the counters' time, kept for walk-ins"
    )


class IncidentTable(Table):
    """A reason to suspend services, and the written rule for the standards' clocks."""

    id: Identifier
    name: Text
    clock: Literal["stops", "runs"] = Field(
        default="stops", description="do the minutes of the outage count against the standard"
    )
    gives_tickets: bool = Field(default=False, description="people may queue up meanwhile")
    news_min: int = Field(
        default=15, ge=1, le=240, description="the board promises news every so many minutes"
    )
    to_do: Text | None = Field(
        default=None, description="what customers shall do, large on the board and before all else"
    )


#: Of a profile that names none.
USUAL_INCIDENTS = (
    IncidentTable(id="system", name=Text(zh="核心系统故障", en="Banking system down")),
    IncidentTable(id="power", name=Text(zh="停电", en="Power cut")),
    IncidentTable(
        id="evacuation",
        name=Text(zh="紧急疏散", en="Evacuation"),
        to_do=Text(
            zh="请立即离开，听从工作人员指引",
            en="Please leave now. Our staff show the way",
        ),
    ),
    IncidentTable(
        id="cash", name=Text(zh="现金不足", en="Out of cash"), clock="runs", gives_tickets=True
    ),
)
