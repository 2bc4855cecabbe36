"""Staff against waiting and lost customers: one line of the staffing less or more at a time."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from simulator.model.plan import Plan
from simulator.model.scenario_staff import Staffing
from simulator.planning.cost.bill import Bill, bill
from simulator.planning.cost.prices import Prices
from simulator.planning.journal import Journal, name_of
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
    journal: Journal | None = None,
) -> tuple[Point, ...]:
    """From few people to many, the plan's own staffing among them.

    Downwards the line goes whose going costs least (everything in the bill together), as long as
    somebody still serves each class that comes; upwards each closed counter is opened all day where
    that costs least. The same customers under all of them. ``journal`` keeps what each costs.
    """
    looks = _Looks(plan, prices, Trial(plan, days, seed), journal or Journal(None, {}))
    present = plan.scenario.staffing or tuple(
        Staffing(counter=counter.id) for counter in plan.profile.counters
    )

    own = looks.point("as it is", present)
    fewer = list(_walk(own, looks, _without, should_stop))
    more = list(_walk(own, looks, _with, should_stop))
    return (*reversed(fewer), own, *more)


Lines = tuple[Staffing, ...]
Next = Callable[[Plan, Lines], Iterator[tuple[str, Lines]]]


class _Looks:
    """Staffings that have been looked at."""

    def __init__(self, plan: Plan, prices: Prices, trial: Trial, journal: Journal) -> None:
        self.plan, self._prices, self._trial, self._journal = plan, prices, trial, journal
        self._lived: dict[Lines, Point] = {}

    def cost(self, lines: Lines) -> float:
        """What a mean day costs, from the journal where it is there."""
        return self._journal.number(name_of(lines), lambda: self.point("", lines).bill.a_day())

    def point(self, step: str, lines: Lines) -> Point:
        """The staffing's point on the curve."""
        if lines not in self._lived:
            changed = staffed(self.plan, lines)
            found = self._trial.tally(changed)
            costs = bill(changed, found, self._prices)
            wait, left = found.mean_wait_s(), found.left_a_day()
            self._lived[lines] = Point(step, lines, costs, wait, left, _within(found))
        return replace(self._lived[lines], step=step)


def _walk(
    own: Point, looks: _Looks, following: Next, should_stop: Callable[[], bool]
) -> Iterator[Point]:
    """The best of the next ones, again and again."""
    here = own
    while not should_stop():
        found = list(following(looks.plan, here.staffing))
        if not found:
            return
        here = looks.point(*min(found, key=lambda each: looks.cost(each[1])))
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
