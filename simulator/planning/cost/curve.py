"""Staff against waiting and lost customers: one line of the staffing less or more at a time."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from simulator.model.plan import Plan
from simulator.model.scenario_staff import Staffing
from simulator.planning.cost.bill import Bill, bill
from simulator.planning.cost.prices import Prices
from simulator.planning.tally import Tally
from simulator.planning.trial import Trial, staffed


@dataclass(frozen=True)
class Point:
    """A staffing on the curve, with its bill; ``step`` says what differs from the one before."""

    step: str
    staffing: tuple[Staffing, ...]
    bill: Bill
    mean_wait_s: float
    left_a_day: float
    share_within: float


def trade_off(
    plan: Plan,
    prices: Prices,
    days: int,
    seed: int,
    should_stop: Callable[[], bool] = lambda: False,
) -> tuple[Point, ...]:
    """From few people to many, the plan's own staffing among them.

    Downwards the line goes whose going costs least (everything in the bill together), as long as
    somebody still serves each class that comes; upwards each closed counter is opened all day where
    that costs least. The same customers under all of them.
    """
    trial = Trial(plan, days, seed)
    present = plan.scenario.staffing or tuple(
        Staffing(counter=counter.id) for counter in plan.profile.counters
    )

    def point(step: str, lines: Sequence[Staffing]) -> Point:
        changed = staffed(plan, lines)
        found = trial.tally(changed)
        costs = bill(changed, found, prices)
        wait, left = found.mean_wait_s(), found.left_a_day()
        return Point(step, tuple(lines), costs, wait, left, _within(found))

    own = point("as it is", present)
    fewer = list(_walk(own, plan, point, _without, should_stop))
    more = list(_walk(own, plan, point, _with, should_stop))
    return (*reversed(fewer), own, *more)


Lines = tuple[Staffing, ...]
Next = Callable[[Plan, Lines], Iterator[tuple[str, Lines]]]


def _walk(
    own: Point,
    plan: Plan,
    point: Callable[[str, Sequence[Staffing]], Point],
    following: Next,
    should_stop: Callable[[], bool],
) -> Iterator[Point]:
    """The best of the next ones, again and again."""
    here = own
    while not should_stop():
        found = [point(step, lines) for step, lines in following(plan, here.staffing)]
        if not found:
            return
        here = min(found, key=lambda p: p.bill.a_day())
        yield here


def _without(plan: Plan, lines: Lines) -> Iterator[tuple[str, Lines]]:
    for place, line in enumerate(lines):
        left = (*lines[:place], *lines[place + 1 :])
        if left and _all_served(plan, left):
            yield f"without {line.counter}", left


def _with(plan: Plan, lines: Lines) -> Iterator[tuple[str, Lines]]:
    staffed_now = {line.counter for line in lines}
    for counter in plan.profile.counters:
        if counter.id not in staffed_now:
            yield f"with {counter.id}", (*lines, Staffing(counter=counter.id))


def _all_served(plan: Plan, lines: Lines) -> bool:
    """Whether each class that comes has a counter that may serve it at some time."""
    rules = plan.rules
    names = {line.counter for line in lines}
    counters = [counter for counter in rules.counters if counter.id in names]
    scenario = plan.scenario
    classes = {(s.service, s.segment) for s in scenario.demand.mix}
    classes |= {(b.service, b.segment) for b in scenario.appointments}
    return all(
        any(
            counter.may_serve(rules.service_index[service], rules.segment_index[segment])
            for counter in counters
        )
        for service, segment in classes
    )


def _within(found: Tally) -> float:
    """Share of everybody within the first limit; NaN without a limit."""
    if not found.limits_s:
        return float("nan")
    return float(found.within[..., 0].sum() / max(found.counted[..., 0].sum(), 1))
