"""What a branch has learned of its demand, as a file: who comes when, how long services last.

``lobby sim calibrate --for-branch`` writes it from the branch's own log, ``lobby serve --demand``
reads it for the forecast. Tables and figures are those of a scenario.
"""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from shared.config.base_tables import ClockTime, Identifier, Table
from shared.config.load import load_toml
from shared.config.time_tables import Distribution
from shared.domain.errors import InputInvalid

PerHour = Annotated[float, Field(ge=0, le=2000)]
Timed = Annotated[Distribution, Field(discriminator="distribution")]


class DemandInvalid(InputInvalid):
    """The file of the learned demand holds something that makes no sense there."""

    code = "demand_invalid"
    sentence = "Demand file %1: %2 Make it again: lobby sim calibrate --for-branch."


class ClassShare(Table):
    """A class of customers and its share of all arrivals (weights, any sum above 0)."""

    service: Identifier
    segment: Identifier
    share: float = Field(gt=0, le=1_000_000)


class ClassTime(Table):
    """A time of a service, or of one segment within it. The first line that fits counts."""

    service: Identifier | None = None
    segment: Identifier | None = None
    time: Timed


class BookedTable(Table):
    """How people with an appointment come; a line without names is for all."""

    service: Identifier | None = None
    segment: Identifier | None = None
    lateness_mean_min: float = Field(default=-4.0, ge=-120, le=120)
    lateness_sd_min: float = Field(default=6.0, ge=0, le=120)
    no_show_share: float = Field(default=0.1, ge=0, le=1)


class PauseTable(Table):
    """A usual pause of a counter."""

    begins: ClockTime
    ends: ClockTime


class DutyTable(Table):
    """When somebody usually works at a counter; without ``closes`` until everybody has left."""

    counter: Identifier
    opens: ClockTime | None = None
    closes: ClockTime | None = None
    pauses: tuple[PauseTable, ...] = Field(default=(), max_length=12)
    speed: float = Field(default=1.0, ge=0.25, le=4)


class DemandFile(Table):
    """The whole file. Rates are of tickets taken, by half-hour from the opening of the branch."""

    schema_version: Literal[1] = 1
    branch: Identifier
    source: str = Field(default="", max_length=400, description="what it was learned from")
    day_type: Identifier = "ordinary"
    days_observed: int = Field(default=0, ge=0, le=100_000)
    half_hours_per_hour: tuple[PerHour, ...] = Field(min_length=1, max_length=48)
    day_factor_cv: float = Field(default=0.1, ge=0, le=2, description="how days differ")
    mix: tuple[ClassShare, ...] = Field(min_length=1, max_length=3844)
    service_times: tuple[ClassTime, ...] = Field(
        default=(), max_length=400, description="default: the profile's usual times"
    )
    patience: tuple[ClassTime, ...] = Field(
        default=(), max_length=400, description="default: nobody leaves"
    )
    appointments: tuple[BookedTable, ...] = Field(default=(), max_length=400)
    staffing: tuple[DutyTable, ...] = Field(
        default=(), max_length=99, description="default: who is there stays"
    )


def load_demands(path: Path) -> dict[str, DemandFile]:
    """The learned demand by branch: of one file, or of every .toml file in a folder.

    Raises:
        FileUnreadable; DemandInvalid: the first thing that is wrong.
    """
    files = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    return {found.branch: found for found in map(load_demand, files)}


def load_demand(path: Path) -> DemandFile:
    """The file as a table.

    Raises:
        FileUnreadable; DemandInvalid: the first thing that is wrong.
    """
    return load_toml(path, DemandFile, DemandInvalid)
