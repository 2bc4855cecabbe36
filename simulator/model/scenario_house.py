"""What befalls the house, as tables of a scenario: incidents, faults, absences, cash work."""

from typing import Annotated

from pydantic import Field, model_validator

from shared.config.profile import ClockTime, Identifier, Table
from shared.domain.phrase import phrase
from simulator.model.distribution import Distribution

Time = Annotated[Distribution, Field(discriminator="distribution")]
Names = Annotated[tuple[Identifier, ...], Field(min_length=1, max_length=99)]


class When(Table):
    """At given clock times, or drawn: so many a day on average, each for so long."""

    begins: ClockTime | None = Field(default=None, description="every day at this time")
    ends: ClockTime | None = Field(default=None, description="default: it lasts all day")
    per_day: float | None = Field(
        default=None, gt=0, le=100, description="drawn instead: so many a day on average (Poisson)"
    )
    duration: Time | None = Field(default=None, description="of each that is drawn")

    @model_validator(mode="after")
    def _one_way(self) -> "When":
        given = self.begins is not None, self.per_day is not None
        if sum(given) != 1 or given[1] != (self.duration is not None) or (given[1] and self.ends):
            raise ValueError(phrase("Give begins (and ends), or per_day and duration."))
        if self.begins is not None and self.ends is not None and self.begins >= self.ends:
            raise ValueError(phrase("%1 is not before %2.", self.begins, self.ends))
        return self


class Incident(When):
    """Services are suspended in one action, and resumed: a system failure, a power cut."""

    services: Names | None = Field(default=None, description="default: all")
    reason: Identifier = Field(
        default="system",
        description="an incident of the profile, which says whether people may queue up meanwhile",
    )


class KioskFault(When):
    """Kiosks are out of order. Whoever uses one ends there in peace."""

    count: int = Field(default=1, ge=1, le=200, description="how many together")


class LobbyLead(Table):
    """Somebody of the staff who helps in the lobby; reclassifies nothing."""

    begins: ClockTime
    ends: ClockTime
    speed: float = Field(
        default=1.0,
        ge=1.0,
        le=10.0,
        description="of whoever begins at a kiosk meanwhile: 2 needs half the time",
    )
    issues_tickets: bool = Field(
        default=False, description="gives tickets like one more kiosk, in the kiosks' time"
    )

    @model_validator(mode="after")
    def _order(self) -> "LobbyLead":
        if self.begins >= self.ends:
            raise ValueError(phrase("%1 is not before %2.", self.begins, self.ends))
        return self


class RoomPool(Table):
    """Rooms that services need besides the adviser, first come first served."""

    count: int = Field(ge=1, le=99)
    services: Names


class CounterFault(When):
    """A counter is out of order. Whoever is being served is served first."""

    counter: Identifier | None = Field(
        default=None, description="default: each counter by itself, with the same rate"
    )
    reason: Identifier | None = Field(
        default=None, description="of the pauses of the profile; default: the counter closes"
    )


class SwitchedOff(When):
    """A teller does not serve some of the services for a while: no cash, no foreign exchange."""

    counter: Identifier
    services: Names


class Absence(Table):
    """How reliably people come. The first table that names the counter of a shift counts."""

    counters: Names | None = Field(default=None, description="default: every counter")
    absent: float = Field(default=0.0, ge=0, le=1, description="share of shifts that nobody does")
    late: float = Field(default=0.0, ge=0, le=1, description="share of the others that begin late")
    lateness: Time | None = Field(default=None, description="how late; needed with late")
    pauses_per_shift: float = Field(
        default=0.0, ge=0, le=20, description="pauses that nobody planned, on average (Poisson)"
    )
    pause: Time | None = Field(default=None, description="how long; needed with pauses_per_shift")
    reason: Identifier = Field(default="break", description="of these pauses, by the profile")

    @model_validator(mode="after")
    def _lengths(self) -> "Absence":
        if bool(self.late) != (self.lateness is not None):
            raise ValueError(phrase("Late and lateness go together."))
        if bool(self.pauses_per_shift) != (self.pause is not None):
            raise ValueError(phrase("Pauses_per_shift and pause go together."))
        return self


class CashWork(Table):
    """Cash is counted before the first call of a shift and after the last one."""

    counters: Names | None = Field(default=None, description="default: every counter")
    opening_min: float = Field(default=0.0, ge=0, le=240, description="before the first call")
    closing_min: float = Field(
        default=0.0,
        ge=0,
        le=240,
        description="after the last call, so that it is done when the shift is over; after closing "
        "time from when the last customer is served",
    )
    reason: Identifier = Field(default="cash", description="of the pauses of the profile")
