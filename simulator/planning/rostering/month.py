"""The days of a staff file's period: of which kind each is, when it is open, what it brings."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

from shared.config.load import load_toml
from shared.config.profile import Profile
from shared.domain.errors import InputInvalid
from shared.domain.rules import Rules
from simulator.model.changes import SHIPPED_SCENARIOS
from simulator.model.plan import Plan, load_plan
from simulator.model.scenario_day import hours_on
from simulator.planning.clock import minute_of
from simulator.planning.rostering.staff_file import WEEK, Kind, Shift, Skill, StaffFile
from simulator.planning.rostering.staff_people import Contract, Person

#: Staff files that ship with the product, by the name that commands accept.
SHIPPED_STAFF = ("city-staff",)
FOLDER = Path(__file__).parents[2] / "scenarios" / "staff"


class StaffInvalid(InputInvalid):
    """A staff file contradicts itself or its branch."""

    code = "staff_invalid"
    sentence = "Staff file %1: %2"


@dataclass(frozen=True, slots=True)
class Day:
    """A date of the period. ``kind`` is that of the staff file, or the profile's day type.

    Times are minutes from midnight. ``is_holiday``: closed, but open on other such weekdays.
    """

    iso: str
    weekday: str
    week: str
    day_type: str
    kind: str
    is_open: bool
    is_holiday: bool
    opens_min: int
    closes_min: int


@dataclass(frozen=True)
class Month:
    """A staff file with its branch, and every date of its period."""

    file: StaffFile
    profile: Profile
    days: tuple[Day, ...]
    folder: Path

    @cached_property
    def by_day(self) -> dict[str, Day]:
        """Date -> day."""
        return {day.iso: day for day in self.days}

    @cached_property
    def person(self) -> dict[str, Person]:
        """Staff number -> person."""
        return {person.id: person for person in self.file.people}

    @cached_property
    def contract(self) -> dict[str, Contract]:
        """Staff number -> contract."""
        contracts = {contract.id: contract for contract in self.file.contracts}
        return {person.id: contracts[person.contract] for person in self.file.people}

    @cached_property
    def skill(self) -> dict[str, Skill]:
        """Name -> skill."""
        return {skill.id: skill for skill in self.file.skills}

    @cached_property
    def shifts_at(self) -> dict[tuple[int, int], tuple[Shift, ...]]:
        """Begin and end in minutes from midnight -> the shifts that are worked then."""
        found: dict[tuple[int, int], tuple[Shift, ...]] = {}
        for shift in self.file.shifts:
            span = minute_of(shift.begins), minute_of(shift.ends)
            found[span] = (*found.get(span, ()), shift)
        return found

    def kind_of(self, day: Day) -> Kind:
        """What the staff file says of this day; where it says nothing, a usual day."""
        found = (kind for kind in self.file.kinds if kind.id == day.kind)
        return next(found, Kind(id=day.kind))

    def scenario_of(self, kind: Kind) -> str | Path:
        """The scenario of a kind of day: a shipped name, or a path."""
        return located(kind.scenario or self.file.scenario, self.folder)


def staff_path(name_or_path: str | Path) -> Path:
    """Where a staff file lies: the shipped one of that name, or the path as given."""
    if str(name_or_path) in SHIPPED_STAFF:
        return FOLDER / f"{name_or_path}.toml"
    return Path(name_or_path)


def load_month(name_or_path: str | Path) -> Month:
    """The month of a staff file, or of a shipped one by its name ("city-staff").

    Raises:
        FileUnreadable: no such file.
        StaffInvalid, ScenarioInvalid, ProfileInvalid: the first thing that is wrong.
    """
    from simulator.planning.rostering.check_file import file_problems

    path = staff_path(name_or_path)
    file = load_toml(path, StaffFile, StaffInvalid)
    month = month_of(file, load_plan(located(file.scenario, path.parent)), path.parent)
    for problem in file_problems(month):
        raise StaffInvalid(path.name, problem)
    return month


def located(scenario: str, folder: Path) -> str | Path:
    """A shipped scenario's name as it is, anything else as a path from the staff file's folder."""
    return scenario if scenario in SHIPPED_SCENARIOS else folder / scenario


def month_of(file: StaffFile, plan: Plan, folder: Path) -> Month:
    """The month of a staff file for the branch of this plan; nothing of it checked."""
    dates = [file.first_day + timedelta(days=number) for number in range(file.days)]
    kinds = [_kind(file, plan.rules, day) for day in dates]
    is_open = [
        not kind.is_closed and plan.rules.calendar.is_open(day.isoformat())
        for day, kind in zip(dates, kinds, strict=True)
    ]
    usually = {day.weekday() for day, opens in zip(dates, is_open, strict=True) if opens}
    days = tuple(
        _day(plan, day, kind, opens, usually)
        for day, kind, opens in zip(dates, kinds, is_open, strict=True)
    )
    return Month(file, plan.profile, days, folder)


def _day(plan: Plan, day: date, kind: Kind, is_open: bool, usually: set[int]) -> Day:
    hours = hours_on(plan.profile, plan.rules, day.isoformat())
    return Day(
        iso=day.isoformat(),
        weekday=WEEK[day.weekday()],
        week=(day - timedelta(days=day.weekday())).isoformat(),
        day_type=plan.rules.calendar.day_type(day.isoformat()),
        kind=kind.id,
        is_open=is_open,
        is_holiday=not is_open and day.weekday() in usually,
        opens_min=minute_of(hours.opens),
        closes_min=minute_of(hours.closes),
    )


def _kind(file: StaffFile, rules: Rules, day: date) -> Kind:
    day_type = rules.calendar.day_type(day.isoformat())
    for kind in file.kinds:
        fits_week = kind.weekdays is None or WEEK[day.weekday()] in kind.weekdays
        if fits_week and (kind.day_types is None or day_type in kind.day_types):
            return kind
    return Kind(id=day_type)
