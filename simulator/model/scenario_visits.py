"""Visits that are more than one stop, as tables of a scenario. The first line that fits counts."""

from typing import Annotated, Final

from pydantic import Field, model_validator

from shared.config.profile import Identifier, Table
from shared.domain.phrase import phrase
from simulator.model.distribution import Distribution, Exponential
from simulator.model.scenario_hall import Share01

#: How often one visit may be sent on.
SENDS_MOST: Final = 2

Time = Annotated[Distribution, Field(discriminator="distribution")]


class ForClass(Table):
    """For whom a line is."""

    service: Identifier | None = Field(default=None, description="default: every service")
    segment: Identifier | None = Field(default=None, description="default: every segment")


class Part(ForClass):
    """A service that is broken off: drawn uniformly between two shares of its time."""

    done_least_0_1: Share01 = Field(default=0.0, description="at least so much is done before")
    done_most_0_1: Share01 = Field(default=1.0, description="at most so much is")

    @model_validator(mode="after")
    def _in_order(self) -> "Part":
        if self.done_least_0_1 > self.done_most_0_1:
            raise ValueError(phrase("Done_least_0_1 is more than done_most_0_1."))
        return self


class MissedCalls(ForClass):
    """Calls that nobody answers. The teller calls again as often as the profile wants it."""

    share: Share01 = Field(description="of the calls to these customers, up to three in a row")
    returns: Share01 = Field(default=0.5, description="of those marked absent come back")
    away: Time = Exponential(distribution="exponential", mean_min=10.0)


class Route(Table):
    """Where people go: shares are weights, any sum above 0."""

    service: Identifier
    share: float = Field(default=1.0, gt=0, le=1_000_000)


Routes = Annotated[tuple[Route, ...], Field(min_length=1, max_length=62)]


class SentOn(Part):
    """Sent on to another service, where the time is drawn anew; twice at most."""

    share: Share01 = Field(description="of the services of these customers")
    to: Routes


class PutAside(Part):
    """Put aside while the customer fetches something; the rest of the service comes afterwards."""

    share: Share01
    pool: Identifier = Field(description="of the profile's visit.pools; its limit ends the wait")
    away: Time = Exponential(distribution="exponential", mean_min=8.0)


class FurtherNeeds(ForClass):
    """Further needs on the same ticket, each with a time of its own; not with appointments."""

    share: Share01 = Field(description="have another need; as many of them have a third one")
    services: Routes


class Transactions(ForClass):
    """How many transactions a ticket is for; not with appointments.

    The service time is that of all together. It matters where the profile gives turns
    (``visit.items_per_turn``).
    """

    mean: float = Field(ge=1, le=20, description="geometric, from 1 up")


class WrapUp(ForClass):
    """The teller's work after the customer has gone, before the next call."""

    time: Time


class Authorisation(ForClass):
    """Some visits need a supervisor's authorisation at the end of their last stop.

    The counter is blocked until a supervisor is free, first come first served, and done.
    """

    share: Share01
    time: Time


class Visiting(Table):
    """What may happen to a visit besides one stop at one counter."""

    recall_after_s: float = Field(
        default=30.0,
        ge=0,
        le=600,
        description="a teller waits so long before calling again, and before giving up",
    )
    missed_calls: tuple[MissedCalls, ...] = Field(default=(), max_length=400)
    transfers: tuple[SentOn, ...] = Field(default=(), max_length=400)
    holds: tuple[PutAside, ...] = Field(default=(), max_length=400)
    further_needs: tuple[FurtherNeeds, ...] = Field(default=(), max_length=400)
    transactions: tuple[Transactions, ...] = Field(default=(), max_length=400)
    authorisations: tuple[Authorisation, ...] = Field(default=(), max_length=400)
    supervisors: int = Field(
        default=1, ge=1, le=20, description="who may authorise, besides the tellers"
    )
    wrap_up: tuple[WrapUp, ...] = Field(default=(), max_length=400)
