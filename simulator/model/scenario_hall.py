"""What people do in the hall, as tables of a scenario: groups, the kiosk, turning round."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from shared.config.profile import ClockTime, Identifier, Table
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
            raise ValueError("sizes: one of the weights must be above 0")
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


class Balking(Table):
    """Who turns round at the sight of the hall, ticket in hand."""

    shares: tuple[Share01, ...] = Field(
        min_length=1,
        max_length=200,
        description="share that leaves at once when nobody waits, one does, two do ...; the last "
        "holds for all beyond",
    )
