"""A scenario: what a simulated branch is like. The TOML file as typed tables.

Units stand in the names; unknown keys are refused. ``simulator.model.plan`` turns a scenario and
its profile into what the model runs; ``lobby schema scenario`` prints the JSON Schema.
"""

from typing import Annotated

from pydantic import Field, model_validator

from shared.config.calendar_tables import IsoDate
from shared.config.profile import Identifier, Table, Text
from shared.domain.phrase import phrase
from simulator.model.distribution import Distribution, Exponential, Lognormal
from simulator.model.scenario_hall import (
    Announcement,
    Balking,
    Groups,
    KioskTime,
    Layout,
    MachineCount,
    RateStep,
    SelfService,
)
from simulator.model.scenario_house import (
    Absence,
    CashWork,
    CounterFault,
    Incident,
    KioskFault,
    LobbyLead,
    RoomPool,
    SwitchedOff,
)
from simulator.model.scenario_staff import Present, Staffing, Walk
from simulator.model.scenario_visits import Visiting

PerHour = Annotated[float, Field(ge=0, le=2000)]


class Share(Table):
    """A class of customers: its share of all arrivals (shares are weights, any sum above 0)."""

    service: Identifier
    segment: Identifier
    share: float = Field(gt=0, le=1_000_000)


class Demand(Table):
    """Who comes and when. Exactly one of the four ways to say when."""

    half_hours_per_hour: tuple[PerHour, ...] | None = Field(
        default=None,
        min_length=1,
        max_length=48,
        description="arrivals per hour in each half-hour from opening (Poisson)",
    )
    per_hour: PerHour | None = Field(
        default=None, description="the same rate from opening to the last ticket (Poisson)"
    )
    steps: tuple[RateStep, ...] | None = Field(
        default=None,
        min_length=1,
        max_length=200,
        description="rates that change at given clock times (Poisson); the first is the opening",
    )
    times_min: tuple[Annotated[float, Field(ge=0, le=60_000)], ...] | None = Field(
        default=None, max_length=100_000, description="fixed arrivals, minutes from opening"
    )
    day_factor_cv: float = Field(
        default=0.0, ge=0, le=1, description="busy and quiet days: factor on all rates, lognormal"
    )
    groups: Groups | None = Field(default=None, description="default: everybody comes alone")
    mix: tuple[Share, ...] = Field(min_length=1, max_length=3844)

    @model_validator(mode="after")
    def _one_way(self) -> "Demand":
        ways = (self.half_hours_per_hour, self.per_hour, self.steps, self.times_min)
        if sum(bool(way) for way in ways) != 1:
            raise ValueError(
                phrase("Give one of half_hours_per_hour, per_hour, steps and times_min.")
            )
        return self


class Kiosks(Table):
    """Kiosks in the hall, one line for all, first come first served."""

    count: int = Field(default=1, ge=0, le=200, description="0: a ticket costs no time")
    time: Annotated[Distribution, Field(discriminator="distribution")] = Lognormal(
        mean_min=0.5, cv=0.5
    )
    times: tuple[KioskTime, ...] = Field(
        default=(), max_length=400, description="for some classes; the first line that fits counts"
    )
    faults: tuple[KioskFault, ...] = Field(
        default=(), max_length=40, description="default: none is ever out of order"
    )


class ServiceTime(Table):
    """Service time of a service, or of one segment within it. The first line that fits counts."""

    service: Identifier | None = Field(default=None, description="default: every service")
    segment: Identifier | None = Field(default=None, description="default: every segment")
    time: Annotated[Distribution, Field(discriminator="distribution")]


class Patience(Table):
    """How long people wait before they leave. The first line that fits counts."""

    service: Identifier | None = Field(default=None, description="default: every service")
    segment: Identifier | None = Field(default=None, description="default: every segment")
    time: Annotated[Distribution, Field(discriminator="distribution")] = Exponential(
        distribution="exponential", mean_min=45.0
    )


class Booked(Table):
    """Appointments of a class: booked before the day, on the slots that the profile offers."""

    service: Identifier
    segment: Identifier
    filled: float = Field(default=0.8, ge=0, le=1, description="share of the places that is taken")
    lateness_mean_min: float = Field(
        default=-4.0, ge=-120, le=120, description="arrival after the booked time; negative: early"
    )
    lateness_sd_min: float = Field(default=6.0, ge=0, le=120, description="normal distribution")
    no_show_share: float = Field(default=0.1, ge=0, le=1, description="never come")


class PolicyChange(Table):
    """Another policy than the profile's."""

    preset: Identifier | None = Field(default=None, description="one of the shipped presets")
    overload: Identifier | None = Field(
        default=None, description="what counts when nearly everybody has waited too long"
    )


class Uncertainty(Table):
    """How well the scenario's figures are known: standard errors as shares of the estimates.

    Written by ``lobby sim calibrate``. A study of such a scenario says how much of its uncertainty
    comes from here, which more simulated days do not lessen.
    """

    arrivals_0_1: float = Field(default=0.0, ge=0, le=1, description="level of all arrivals")
    service_times_0_1: float = Field(default=0.0, ge=0, le=1, description="mean of service times")
    patience_0_1: float = Field(default=0.0, ge=0, le=1, description="mean patience")
    days_observed: int = Field(default=0, ge=0, le=100_000, description="days that were recorded")


class Scenario(Table):
    """A whole scenario."""

    schema_version: int = Field(default=1, ge=1, le=1)
    name: Text
    profile: str = Field(
        min_length=1,
        max_length=400,
        description="a shipped profile's name, or a path relative to this file",
    )
    date: IsoDate | None = Field(
        default=None,
        description="the profile's calendar gives its type, hours and limits; "
        "default: an ordinary day",
    )
    policy: PolicyChange | None = Field(default=None, description="default: the profile's")
    days: int = Field(default=30, ge=1, le=100_000, description="independent days to simulate")
    warm_up_min: float = Field(
        default=0.0, ge=0, le=60_000, description="arrivals before this are left out of figures"
    )
    demand: Demand
    appointments: tuple[Booked, ...] = Field(
        default=(), max_length=400, description="besides the demand; default: nobody has one"
    )
    kiosk: Kiosks = Kiosks()
    service_times: tuple[ServiceTime, ...] = Field(
        default=(),
        max_length=400,
        description="default: lognormal with the profile's usual_min and usual_cv",
    )
    patience: tuple[Patience, ...] = Field(
        default=(), max_length=400, description="default: nobody leaves"
    )
    announcement: Announcement | None = Field(
        default=None, description="default: nobody is told anything"
    )
    self_service: tuple[SelfService, ...] = Field(
        default=(),
        max_length=400,
        description="the first line that fits; default: nobody uses a machine",
    )
    machines: tuple[MachineCount, ...] = Field(
        default=(), max_length=40, description="default: those of the profile, one of each"
    )
    layout: Layout | None = Field(
        default=None, description="default: no walks but the profile's from seat to counter"
    )
    balking: Balking | None = Field(default=None, description="default: nobody turns round")
    walks: tuple[Walk, ...] = Field(
        default=(), max_length=99, description="default: the profile's walk to each counter"
    )
    staffing: tuple[Staffing, ...] = Field(
        default=(), max_length=99, description="default: every counter all day"
    )
    present: tuple[Present, ...] = Field(
        default=(),
        max_length=100,
        description="who is there is drawn each day, and the staffing of other counters falls "
        "away; default: all the staffing, every day",
    )
    incidents: tuple[Incident, ...] = Field(
        default=(), max_length=40, description="default: no service is ever suspended"
    )
    counter_faults: tuple[CounterFault, ...] = Field(
        default=(), max_length=99, description="default: no counter is ever out of order"
    )
    switched_off: tuple[SwitchedOff, ...] = Field(
        default=(), max_length=99, description="default: tellers serve all that they may"
    )
    absences: tuple[Absence, ...] = Field(
        default=(), max_length=99, description="default: everybody comes, and on time"
    )
    lobby_lead: tuple[LobbyLead, ...] = Field(
        default=(), max_length=20, description="default: nobody helps at the kiosks"
    )
    rooms: tuple[RoomPool, ...] = Field(
        default=(), max_length=20, description="default: every counter has what it needs"
    )
    cash_work: tuple[CashWork, ...] = Field(
        default=(), max_length=99, description="default: tellers call from the first minute on"
    )
    visiting: Visiting | None = Field(
        default=None, description="default: a visit is one stop at one counter"
    )
    uncertainty: Uncertainty | None = Field(
        default=None, description="of calibrated scenarios; default: taken as exactly known"
    )
