"""A random day lived by both engines, and what was compared."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from shared.rollout.floor import Floor
from shared.rollout.run import live_one
from simulator.model.arrays import to_hall, to_people
from simulator.model.branch_day import BranchDay
from simulator.model.happening import Happening
from simulator.model.kiosks import KioskTime
from simulator.model.rooms import RoomPool
from tests.simulator.agreement.branches import DAY, Case, random_case
from tests.simulator.agreement.logs import (
    Entry,
    asked_of_kernel,
    asked_of_model,
    blocked_of_kernel,
    blocked_of_model,
    of_kernel,
    of_model,
    uses_of_kernel,
    uses_of_model,
)


@dataclass
class Compared:
    """What was compared: days, customers, how often each event and each rule came.

    ``halls`` counts days with each part of the hall, and tickets taken after a machine.
    """

    days: int = 0
    customers: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    halls: Counter[str] = field(default_factory=Counter)
    differences: list[str] = field(default_factory=list)

    def take(self, case: Case) -> None:
        """Live the day in both engines and compare event for event."""
        model, kernel = lived_by_model(case), lived_by_kernel(case)
        self.days += 1
        self.customers += len(case.customers)
        self.kinds.update(entry.kind for entry in model)
        self.rules.update(entry.rule for entry in model if entry.rule)
        self.halls.update(_hall(case, model))
        if model != kernel:
            self.differences.append(f"seed {case.seed}: {first_difference(model, kernel)}")


Given = tuple[
    int,
    str,
    Floor,
    int,
    tuple[Happening, ...],
    tuple[KioskTime, ...],
    int,
    tuple[RoomPool, ...],
]


def given(case: Case) -> Given:
    """What both engines are given besides the rules, the shifts and the customers."""
    hall = (case.kiosks, DAY, case.floor, case.recall_us)
    return (*hall, case.happenings, case.kiosk_plan, case.supervisors, case.rooms)


def _hall(case: Case, log: Iterable[Entry]) -> Iterator[str]:
    """What of the hall the day had."""
    floor = case.floor
    parts = {"layout": floor.layout, "machines": floor.machines, "balking": floor.balk_ppm}
    yield from (name for name, part in parts.items() if part)
    yield from ("told" for _ in range(floor.over_milli >= 0))
    demand = len(case.customers)
    tickets = (int(entry.customer) for entry in log if entry.kind == "ticket.issued")
    yield from ("second ticket" for ticket in tickets if ticket > demand)


def lived_by_model(case: Case) -> list[Entry]:
    """The log of the reference model, over the production domain."""
    what = given(case)
    run = BranchDay(case.rules, case.shifts, *what).run(case.customers)
    beside = uses_of_model(run.uses) + asked_of_model(run.authorised) + blocked_of_model(run)
    return of_model(run.events) + beside


def lived_by_kernel(case: Case) -> list[Entry]:
    """The trace of the compiled kernel."""
    what = given(case)
    hall = to_hall(case.rules, case.shifts, *what)
    day = live_one(hall, to_people(case.rules, case.customers))
    beside = uses_of_kernel(day) + asked_of_kernel(day) + blocked_of_kernel(day)
    return of_kernel(case.rules, day) + beside


def first_difference(model: list[Entry], kernel: list[Entry]) -> str:
    """The first event that is not the same, from both engines."""
    for number, (one, other) in enumerate(zip(model, kernel, strict=False)):
        if one != other:
            return f"event {number}: model {one}, kernel {other}"
    return f"{len(model)} events of the model, {len(kernel)} of the kernel"


def compare_cases(seeds: Iterable[int], most: int) -> Compared:
    """The days of these seeds."""
    compared = Compared()
    for seed in seeds:
        compared.take(random_case(seed, most))
    return compared
