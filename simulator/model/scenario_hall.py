"""What people do in the hall, as tables of a scenario: groups, the kiosk, turning round."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, model_validator

from shared.config.profile import ClockTime, Identifier, Table
from shared.domain.phrase import phrase
from simulator.model.distribution import Distribution

Share01 = Annotated[float, Field(ge=0, le=1)]


class RateStep(Table):
    """Arrivals from a clock time on, until the next step or the last ticket."""

    begins: ClockTime
    per_hour: float = Field(ge=0, le=2000)


class Groups(Table):
    """People who come together. The rates of the demand count arrivals: a group is one of them."""

    share: float = Field(gt=0, le=1, description="of the arrivals are groups")
    sizes: tuple[Annotated[float, Field(ge=0, le=1_000_000)], ...] = Field(
        default=(1.0,), min_length=1, max_length=20, description="weights of 2 people, 3 people ..."
    )
    tickets: Literal["one", "each"] = Field(
        default="one",
        description="one: a ticket for all, who fill so many seats; each: everybody with an own "
        "need takes a ticket, one after the other at the kiosks",
    )

    @model_validator(mode="after")
    def _any_size(self) -> "Groups":
        if not sum(self.sizes):
            raise ValueError(phrase("Sizes: one of the weights must be above 0."))
        return self


class KioskTime(Table):
    """Time at the kiosk of a service, or of one segment within it."""

    service: Identifier | None = Field(default=None, description="default: every service")
    segment: Identifier | None = Field(default=None, description="default: every segment")
    time: Annotated[Distribution, Field(discriminator="distribution")]


class Announcement(Table):
    """The wait that customers are told at the ticket, and what they make of it.

    Told is a plain estimate: usual service times of those ahead and the own, divided by the open
    counters that serve the customer (``shared.dispatch.announce``).
    """

    balks_over: float = Field(
        default=1.0,
        ge=0,
        le=1000,
        description="leaves at once when told more than so many times the own patience",
    )
    stays_at_least: float = Field(
        default=0.0,
        ge=0,
        le=100,
        description="whoever stays is patient for at least so many times what was told",
    )


class MachineCount(Table):
    """How many there are of one of the profile's self-service machines."""

    machine: Identifier
    count: int = Field(
        ge=0, le=20, description="1 as in the profile; 0: it is gone; more are alike"
    )


class SelfService(Table):
    """Customers whom a machine could serve. Machines, ways and their savings are the profile's.

    Offered in the moment of the ticket to those who are not called at once, when the expected
    saving reaches what the profile asks for (``saves_min``): the announced wait and the usual
    service time there, against the wait and the usual time at a machine.
    """

    service: Identifier | None = Field(default=None, description="default: every service")
    segment: Identifier | None = Field(default=None, description="default: every segment")
    able: Share01 = Field(default=0.6, description="share for whom a machine would do")
    accepts: Share01 = Field(default=0.5, description="share of those offered one who take it")
    fails: Share01 = Field(
        default=0.05, description="share of those at a machine who take a ticket after all"
    )
    time: Annotated[Distribution, Field(discriminator="distribution")] = Field(
        description="time at the machine"
    )


class Speed(Table):
    """How quickly people of a class walk: lognormal, never below 0.2 or above 3 m/s."""

    service: Identifier | None = Field(default=None, description="default: every service")
    segment: Identifier | None = Field(default=None, description="default: every segment")
    mean_m_s: float = Field(default=1.2, ge=0.2, le=3, description="metres a second")
    cv: float = Field(default=0.2, ge=0, le=2, description="coefficient of variation")


class WaitingZone(Table):
    """A zone of the profile in which people wait; its seats stand there."""

    zone: Identifier
    from_kiosk_m: float = Field(default=0.0, ge=0, le=1000)
    to_counters_m: Mapping[Identifier, Annotated[float, Field(ge=0, le=1000)]] = Field(
        default={}, description="by counter; others: to_others_m"
    )
    to_others_m: float | None = Field(
        default=None, ge=0, le=1000, description="default: the usual walk of those counters"
    )


class WaitsIn(Table):
    """Where a class waits."""

    service: Identifier | None = Field(default=None, description="default: every service")
    segment: Identifier | None = Field(default=None, description="default: every segment")
    zone: Identifier


class Layout(Table):
    """Distances in the hall. Nobody is called sooner for them, but it takes time to get there."""

    entrance_to_kiosk_m: float = Field(default=0.0, ge=0, le=1000)
    zones: tuple[WaitingZone, ...] = Field(min_length=1, max_length=20)
    waits: tuple[WaitsIn, ...] = Field(
        default=(),
        max_length=400,
        description="the first line that fits; default: the first of the zones",
    )
    speeds: tuple[Speed, ...] = Field(
        default=(), max_length=400, description="the first line that fits; default: 1.2 m/s, cv 0.2"
    )


class Balking(Table):
    """Who turns round at the sight of the hall, ticket in hand."""

    shares: tuple[Share01, ...] = Field(
        min_length=1,
        max_length=200,
        description="share that leaves at once when nobody waits, one does, two do ...; the last "
        "holds for all beyond",
    )
