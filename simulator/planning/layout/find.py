"""The search for a layout: what it costs altogether, as long as the standard is kept as today."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from simulator.experiment.interval import Interval, difference_interval, ratio_interval
from simulator.model.plan import Plan
from simulator.planning.cost.bill import Bill, bill
from simulator.planning.cost.prices import Prices
from simulator.planning.cost.returns import Change, Return, return_of
from simulator.planning.cost.study import Lived, change_of, steps_to
from simulator.planning.journal import Journal
from simulator.planning.layout.arrange import Arranged, arrange, flows
from simulator.planning.layout.choices import USUAL_PARTS, laid_out, layout_space, present_layout
from simulator.planning.layout.floor_plan import FloorPlan
from simulator.planning.layout.seats import seats_needed
from simulator.planning.search import Choice, Found, OnStep, Score, search
from simulator.planning.tally import Tally
from simulator.planning.trial import Trial, fresh_seed

#: Choices that are told besides the best.
RANKED = 5


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for, and how long.

    ``tolerance`` is how far the share within the standard's first limit may fall below the lower
    of today's and the standard's; seats are enough on ``seats_share`` of days.
    """

    days: int = 200
    fresh_days: int = 400
    seed: int = 1
    most: int = 200
    tolerance: float = 0.005
    seats_share: float = 0.95
    parts: tuple[str, ...] = USUAL_PARTS


@dataclass(frozen=True)
class LayoutFound:
    """The best layout beside today's; bills, waits and shares are of fresh days, paired.

    ``ranked`` are the best choices on the days of the search with their cost a day.
    """

    plan: Plan
    changed: Plan
    wanted: Wanted
    present: Choice
    found: Found
    ranked: tuple[tuple[Choice, Score], ...]
    today: Bill
    then: Bill
    wait_today_s: Interval
    wait_then_s: Interval
    wait_difference_s: Interval
    within_today: Interval
    within_then: Interval
    seats: Mapping[str, int]
    change: Change
    outcome: Return
    arranged: Arranged | None
    floor: FloorPlan | None

    @property
    def is_better(self) -> bool:
        """Whether fresh days show lower cost, by their interval."""
        return self.then.beyond(self.today).high < 0


def find_layout(
    plan: Plan,
    wanted: Wanted,
    prices: Prices,
    floor: FloorPlan | None = None,
    journal: Journal | None = None,
    on_step: OnStep | None = None,
    should_stop: Callable[[], bool] = lambda: False,
) -> LayoutFound:
    """The choice that costs least altogether (money and waiting), and where counters stand.

    With a floor plan its distances are the scenario's, and counters are put where people walk
    least once the rest is chosen.
    """
    plan = plan if floor is None else with_floor(plan, floor)
    space = layout_space(plan, wanted.parts)
    present = present_layout(plan, space)
    trial = Trial(plan, wanted.days, wanted.seed)
    bound = _bound(plan, trial.tally()) - wanted.tolerance
    looked: dict[str, tuple[Choice, Score]] = {}

    def evaluate(choice: Choice) -> Score | None:
        other = laid_out(plan, choice)
        if other is None:
            return None
        tally = trial.tally(other)
        found = Score(max(0.0, bound - _share(tally)), bill(other, tally, prices).a_day())
        looked[str(sorted(choice.items()))] = (choice, found)
        return found

    found = search(
        space,
        present,
        evaluate,
        most=wanted.most,
        seed=wanted.seed,
        journal=journal,
        on_step=on_step,
        should_stop=should_stop,
    )
    changed = laid_out(plan, found.choice)
    assert changed is not None
    arranged = None
    if floor is not None:
        arranged = arrange(floor, changed, flows(trial, changed, list(floor.zones)))
        floor = floor.moved(arranged.spot_of)
        changed = with_floor(changed, floor)
    ranked = tuple(sorted(looked.values(), key=lambda pair: pair[1].order)[:RANKED])
    return _beside(plan, changed, wanted, prices, present, found, ranked, arranged, floor)


def with_floor(plan: Plan, floor: FloorPlan) -> Plan:
    """The plan with the distances of a floor plan."""
    layout = floor.layout(plan.scenario.layout)
    return replace(plan, scenario=plan.scenario.model_copy(update={"layout": layout}))


def _beside(
    plan: Plan,
    changed: Plan,
    wanted: Wanted,
    prices: Prices,
    present: Choice,
    found: Found,
    ranked: tuple[tuple[Choice, Score], ...],
    arranged: Arranged | None,
    floor: FloorPlan | None,
) -> LayoutFound:
    """Both layouts on days that the search has not seen, and the return of going over."""
    fresh = Trial(plan, wanted.fresh_days, fresh_seed(wanted.seed))
    before, after = fresh.tally(plan), fresh.tally(changed)
    today, then = bill(plan, before, prices), bill(changed, after, prices)
    overtime = prices.staff_per_hour.value * prices.overtime_factor.value
    more_h = (then.by_day[:, 1].mean() - today.by_day[:, 1].mean()) / overtime if overtime else 0.0
    lived = Lived(float(more_h), before.left_a_day(), after.left_a_day())
    change = change_of(steps_to(plan, changed), lived, None, prices.values())
    return LayoutFound(
        plan=plan,
        changed=changed,
        wanted=wanted,
        present=present,
        found=found,
        ranked=ranked,
        today=today,
        then=then,
        wait_today_s=ratio_interval(*_waits(before)),
        wait_then_s=ratio_interval(*_waits(after)),
        wait_difference_s=difference_interval(_waits(after), _waits(before)),
        within_today=_within(before),
        within_then=_within(after),
        seats=seats_needed(fresh, changed, wanted.seats_share),
        change=change,
        outcome=return_of(change, prices.values()),
        arranged=arranged,
        floor=floor,
    )


def _waits(tally: Tally) -> tuple[list[float], list[float]]:
    called = tally.called.sum(axis=(1, 2)).astype(float).tolist()
    return tally.wait_s.sum(axis=(1, 2)).tolist(), called


def _within(tally: Tally) -> Interval:
    sums, counts = (v[..., 0].sum(axis=(1, 2)) for v in (tally.within, tally.counted))
    return ratio_interval(sums.tolist(), counts.tolist())


def _share(tally: Tally) -> float:
    """Share of everybody within the first limit; 1 where there is no limit."""
    if not tally.limits_s:
        return 1.0
    return float(tally.within[..., 0].sum() / max(int(tally.counted[..., 0].sum()), 1))


def _bound(plan: Plan, today: Tally) -> float:
    return min(plan.limits[0].share if plan.limits else 0.0, _share(today))
