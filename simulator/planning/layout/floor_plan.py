"""A floor plan: where things stand, in metres, and the distances that follow from it."""

from collections.abc import Mapping
from math import hypot
from pathlib import Path
from typing import Literal

from pydantic import Field

from shared.config.load import checked, read_table
from shared.config.profile import Identifier, Table
from shared.domain.errors import InputInvalid
from simulator.model.plan import Plan
from simulator.model.scenario_hall import Layout, WaitingZone

Point = tuple[float, float]


class FloorPlanInvalid(InputInvalid):
    """A floor plan is wrong, or does not fit the branch."""

    code = "floor_plan_invalid"
    sentence = "Floor plan %1: %2"


class FloorPlan(Table):
    """Points (x, y) in metres. People walk along the walls or straight."""

    schema_version: Literal[1] = 1
    walks: Literal["along", "straight"] = Field(
        default="along", description="along: x and y are added; straight: as the crow flies"
    )
    entrance: Point
    kiosk: Point
    zones: Mapping[Identifier, Point] = Field(
        min_length=1, description="the middle of each waiting zone"
    )
    counters: Mapping[Identifier, Point] = Field(min_length=1)
    free_spots: Mapping[Identifier, Point] = Field(
        default={}, description="where a counter could stand besides"
    )
    kiosks: tuple[Point, ...] = Field(
        default=(), max_length=200, description="one by one, for a picture of the hall"
    )
    machines: Mapping[Identifier, Point] = Field(
        default={}, description="self-service machines, for a picture of the hall"
    )

    def metres(self, one: Point, other: Point) -> float:
        """How far it is from one point to another."""
        dx, dy = abs(one[0] - other[0]), abs(one[1] - other[1])
        return hypot(dx, dy) if self.walks == "straight" else dx + dy

    def spots(self) -> dict[str, Point]:
        """Every place where a counter may stand, by name: a counter's own bears its name."""
        return {**self.counters, **self.free_spots}

    def moved(self, spot_of: Mapping[str, str]) -> "FloorPlan":
        """The plan with counters at these spots; spots they leave are free."""
        spots = self.spots()
        counters = {counter: spots[spot_of.get(counter, counter)] for counter in self.counters}
        taken = {spot_of.get(counter, counter) for counter in self.counters}
        free = {
            f"spot-{name}" if name in self.counters else name: point
            for name, point in spots.items()
            if name not in taken
        }
        return self.model_copy(update={"counters": counters, "free_spots": free})

    def layout(self, before: Layout | None) -> Layout:
        """The distances as a scenario has them; who waits where and how fast stays."""
        kept = Layout(zones=(WaitingZone(zone="hall"),)) if before is None else before
        zones = tuple(
            WaitingZone(
                zone=zone,
                from_kiosk_m=round(self.metres(self.kiosk, middle), 3),
                to_counters_m={
                    counter: round(self.metres(middle, point), 3)
                    for counter, point in self.counters.items()
                },
            )
            for zone, middle in self.zones.items()
        )
        entrance = round(self.metres(self.entrance, self.kiosk), 3)
        return kept.model_copy(update={"entrance_to_kiosk_m": entrance, "zones": zones})


def load_floor_plan(path: Path, plan: Plan) -> FloorPlan:
    """The floor plan of a file, for this branch.

    Raises:
        FileUnreadable: no such file.
        FloorPlanInvalid: the first thing that is wrong.
    """
    found = checked(read_table(path, FloorPlanInvalid), path.name, FloorPlan, FloorPlanInvalid)
    known = {
        "counters": {counter.id for counter in plan.profile.counters},
        "zones": {zone.id for zone in plan.profile.zones},
        "machines": {machine.id for machine in plan.profile.machines},
    }
    for what, names in known.items():
        for name in getattr(found, what):
            if name not in names:
                raise FloorPlanInvalid(path.name, f"{what}: the profile has no “{name}”.")
    missing = sorted(known["counters"] - set(found.counters))
    if missing:
        raise FloorPlanInvalid(path.name, f"counters: “{missing[0]}” is missing. Say where it is.")
    if set(found.free_spots) & known["counters"]:
        raise FloorPlanInvalid(path.name, "free_spots: give them names that no counter has.")
    return found
