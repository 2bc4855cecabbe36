"""Many independent days of one plan, and what they say together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from simulator.experiment.bounds import check_size, days_at_once
from simulator.experiment.day_result import ALL, DayResult, GroupDay, Stops
from simulator.experiment.engine import Choice, Engine, choose
from simulator.experiment.interval import Interval, mean_interval, ratio_interval
from simulator.experiment.kernel_days import kernel_days
from simulator.experiment.model_out import model_day
from simulator.model.arrays import draw_people, to_people
from simulator.model.course import draw_course, draw_courses
from simulator.model.customer import Customer
from simulator.model.demand import draw_day
from simulator.model.plan import Plan
from simulator.model.run import run_customers


@dataclass(frozen=True, slots=True)
class Group:
    """A group of customers over all days, with intervals over days. Waits in seconds."""

    name: str
    arrived_a_day: Interval
    mean_wait_s: Interval
    share_within: tuple[Interval, ...]
    share_left: Interval


@dataclass
class Study:
    """Independent days of one plan, and what lived them."""

    plan: Plan
    days: list[DayResult] = field(default_factory=list)
    engine: Choice | None = None

    @property
    def chosen(self) -> Choice:
        """What lives the days: as it was asked for, else by ``engine.choose``."""
        return self.engine or choose(self.plan)

    @property
    def limits_s(self) -> tuple[float, ...]:
        """The limits of the waiting standard, seconds."""
        return tuple(limit.within_s for limit in self.plan.limits)

    def everybody(self) -> Group:
        """All customers together."""
        return self._group(ALL, [day.segments for day in self.days])

    def by_segment(self) -> list[Group]:
        """Each segment that came, in the profile's order."""
        return self._groups([s.id for s in self.plan.rules.segments], lambda day: day.segments)

    def by_service(self) -> list[Group]:
        """Each service that was asked for, in the profile's order."""
        return self._groups([s.id for s in self.plan.rules.services], lambda day: day.services)

    def utilisation(self) -> dict[str, Interval]:
        """Serving time / open time of each counter."""
        return {
            counter.id: ratio_interval(
                [day.utilisation.get(counter.id, (0.0, 0.0))[0] for day in self.days],
                [day.utilisation.get(counter.id, (0.0, 0.0))[1] for day in self.days],
            )
            for counter in self.plan.rules.counters
        }

    def overtaken_worst(self) -> Interval:
        """The most that one customer of a day was overtaken, mean over days."""
        return mean_interval([float(day.overtaken_worst) for day in self.days])

    def overtaken_mean(self) -> Interval:
        """Overtakes per customer."""
        totals = [float(day.overtaken_total) for day in self.days]
        return ratio_interval(totals, [float(day.segments[ALL].arrived) for day in self.days])

    def stops_per_day(self) -> dict[str, Interval]:
        """Missed calls, returns, holds and transfers of a day, mean over days."""
        return {
            name: mean_interval([float(getattr(day.stops, name)) for day in self.days])
            for name in Stops._fields
        }

    def _groups(
        self, order: Sequence[str], pick: Callable[[DayResult], dict[str, GroupDay]]
    ) -> list[Group]:
        tables = [pick(day) for day in self.days]
        return [self._group(name, tables) for name in order if any(name in t for t in tables)]

    def _group(self, name: str, tables: Sequence[dict[str, GroupDay]]) -> Group:
        nobody = (0,) * len(self.limits_s)
        rows = [t.get(name, GroupDay(0, 0, 0, 0.0, nobody, nobody)) for t in tables]
        arrived = [float(row.arrived) for row in rows]
        return Group(
            name=name,
            arrived_a_day=mean_interval(arrived),
            mean_wait_s=ratio_interval([r.wait_sum_s for r in rows], [r.called for r in rows]),
            share_within=tuple(
                ratio_interval([r.within[i] for r in rows], [r.counted[i] for r in rows])
                for i in range(len(self.limits_s))
            ),
            share_left=ratio_interval([float(r.left) for r in rows], arrived),
        )


def replicate(
    plan: Plan,
    days: int,
    seed: int,
    on_day: Callable[[int], None] = lambda _: None,
    engine: Engine | None = None,
) -> Study:
    """Simulate so many days of a plan; ``on_day(number)`` is told now and then.

    ``engine`` asks for one; None takes the compiled kernel wherever it plays all of the plan.
    """
    study = Study(plan, engine=choose(plan, engine))
    extend(study, days, seed, on_day)
    return study


def extend(
    study: Study, days: int, seed: int, on_day: Callable[[int], None] = lambda _: None
) -> None:
    """Go on with the same seed until the study has so many days.

    Raises:
        StudyTooLarge: that would be more customers than a study may have.
    """
    check_size(study.plan, days)
    at_once = days_at_once(study.plan) if study.chosen.engine is Engine.COMPILED else 1
    while len(study.days) < days:
        numbers = range(len(study.days), min(len(study.days) + at_once, days))
        study.days += lived(study.plan, study.chosen, numbers, seed)
        on_day(len(study.days))


def lived(plan: Plan, choice: Choice, numbers: range, seed: int) -> list[DayResult]:
    """These days of a seed, by this engine."""
    if choice.engine is Engine.COMPILED:
        people = [draw_people(plan, seed, day) for day in numbers]
        return kernel_days(plan, people, draw_courses(plan, seed, numbers))
    return [_by_model(plan, seed, day) for day in numbers]


def _by_model(plan: Plan, seed: int, day: int) -> DayResult:
    course = draw_course(plan, seed, day)
    run = run_customers(plan, draw_day(plan, seed, day), course)
    return model_day(plan, run, draw_people(plan, seed, day), course)


def study_of(plan: Plan, customers: Sequence[Customer], engine: Engine | None = None) -> Study:
    """The one day of given customers."""
    chosen = choose(plan, engine)
    if chosen.engine is Engine.COMPILED:
        people = [to_people(plan.rules, customers)]
        day = kernel_days(plan, people, draw_courses(plan, 0, range(1)))
        return Study(plan, day, chosen)
    course = draw_course(plan, 0, 0)
    run = run_customers(plan, customers, course)
    return Study(plan, [model_day(plan, run, to_people(plan.rules, customers), course)], chosen)
