"""Cost and return as JSON and as tables for the terminal. Amounts are in the prices' currency."""

from collections.abc import Sequence
from dataclasses import asdict

from rich.console import Console

from simulator.experiment.json_interval import Json, finite, interval_json, intervals_json
from simulator.experiment.table import empty_table, figure
from simulator.planning.cost.bill import ITEMS, MONEY, Bill
from simulator.planning.cost.curve import Point
from simulator.planning.cost.study import ITEM_WORDS, CostStudy

#: Rows of the table of sensitivities.
WIDEST = 8


def cost_json(found: CostStudy, curve: Sequence[Point] = ()) -> Json:
    """Figures with their units in the names; a day, unless the name says a year."""
    told: Json = {
        "scenario": found.plan.scenario.name.en,
        "currency": found.prices.currency,
        "days": found.days,
        "seed": found.seed,
        "prices": {name: price.model_dump() for name, price in found.prices.named().items()},
        "a_day": _bill_json(found.bill),
        "left_a_day": interval_json(found.left_a_day),
    }
    if found.other is not None and found.other_bill is not None and found.other_left_a_day:
        told["other"] = {
            "scenario": found.other.scenario.name.en,
            "a_day": _bill_json(found.other_bill),
            "left_a_day": interval_json(found.other_left_a_day),
            "difference_a_day": intervals_json(
                {item: found.other_bill.beyond(found.bill, (item,)) for item in ITEMS}
            ),
        }
    if found.has_change:
        told["change"] = {
            "case": None if found.case is None else found.case.name.en,
            **asdict(found.change),
            "flows_by_year": list(found.outcome.flows),
            "net_present_value": found.outcome.net_present_value,
            "payback_years": found.outcome.payback_years,
            "spread": None if found.spread is None else asdict(found.spread),
            "sensitivity": [asdict(swing) for swing in found.swings],
        }
    if curve:
        told["curve"] = [_point_json(point) for point in curve]
    return told


def _bill_json(bill: Bill) -> Json:
    return {
        **intervals_json({item: bill.interval((item,)) for item in ITEMS}),
        "money": interval_json(bill.interval(MONEY)),
    }


def _point_json(point: Point) -> Json:
    return {
        "step": point.step,
        "staffing": [
            line.model_dump(mode="json", exclude_defaults=True) for line in point.staffing
        ],
        **{f"{item}_a_day": point.bill.a_day((item,)) for item in ITEMS},
        "mean_wait_s": finite(point.mean_wait_s),
        "left_a_day": point.left_a_day,
        "share_within_first_limit_0_1": finite(point.share_within),
    }


def print_cost(console: Console, found: CostStudy, curve: Sequence[Point] = ()) -> None:
    """The bill, the return, what it hangs on, and the curve."""
    console.print(f"{found.plan.scenario.name.en}: what a day costs", highlight=False)
    _print_bill(console, found)
    if found.has_change:
        _print_return(console, found)
    if curve:
        _print_curve(console, curve, found.prices.currency)
    console.print(
        f"± half-width of the 95 % confidence interval over {found.days} days; prices and where "
        "they come from: --json, and --prices to put in your own.",
        highlight=False,
    )


def _print_bill(console: Console, found: CostStudy) -> None:
    table = empty_table()
    table.add_column(f"{found.prices.currency} a day")
    other = found.other_bill
    heads = ["now"] if other is None else ["now", "then", "difference"]
    for head in heads:
        table.add_column(head, justify="right")
    rows = [(ITEM_WORDS[item], (item,)) for item in ITEMS]
    for words, items in (*rows[:-1], ("money", MONEY), rows[-1]):
        cells = [figure(found.bill.interval(items), 1, 0)]
        if other is not None:
            cells += [figure(other.interval(items), 1, 0)]
            cells += [figure(other.beyond(found.bill, items), 1, 0)]
        table.add_row(words, *cells)
    left = [figure(found.left_a_day, 1, 1)]
    if found.other_left_a_day is not None:
        left += [figure(found.other_left_a_day, 1, 1), ""]
    table.add_row("who leave unserved", *left)
    console.print(table)


def _print_return(console: Console, found: CostStudy) -> None:
    outcome, currency = found.outcome, found.prices.currency
    title = "the change" if found.case is None else found.case.name.en
    years = len(outcome.flows) - 1
    pays = "does not pay back within them"
    if outcome.payback_years is not None:
        pays = f"pays back after {outcome.payback_years:.1f} years"
    console.print(
        f"{title}: {found.change.once + found.change.equipment_once:,.0f} {currency} at once, "
        f"{found.change.per_year:,.0f} a year, {found.change.customers_per_year:.1f} customers won "
        f"a year. Net present value over {years} years {outcome.net_present_value:,.0f}; {pays}.",
        highlight=False,
    )
    if found.spread is not None:
        console.print(
            f"With all that is uncertain: {found.spread.p10:,.0f} to {found.spread.p90:,.0f} in "
            f"eight cases of ten, above 0 in {found.spread.share_positive_0_1:.0%}.",
            highlight=False,
        )
    table = empty_table()
    for head in ("it hangs on", "from", "to", "value from", "value to", "even at"):
        table.add_column(head, justify="left" if head == "it hangs on" else "right")
    for swing in found.swings[:WIDEST]:
        ends = (f"{end:,.4g}" for end in (swing.low, swing.high))
        values = (f"{value:,.0f}" for value in (swing.value_at_low, swing.value_at_high))
        even = "" if swing.breaks_even_at is None else f"{swing.breaks_even_at:,.4g}"
        table.add_row(swing.name, *ends, *values, even)
    console.print(table)


def _print_curve(console: Console, curve: Sequence[Point], currency: str) -> None:
    table = empty_table()
    heads = ("staffing", f"staff\n{currency}", "lost", "waiting", "wait\nmin", "left", "within\n%")
    for head in heads:
        table.add_column(head, justify="left" if head == "staffing" else "right")
    least = min(point.bill.a_day() for point in curve)
    for point in curve:
        staff, lost, waiting = (
            f"{point.bill.a_day(items):,.0f}" for items in (MONEY[:2], MONEY[3:], ITEMS[-1:])
        )
        mark = " *" if point.bill.a_day() == least else ""
        table.add_row(
            point.step + mark,
            staff,
            lost,
            waiting,
            f"{point.mean_wait_s / 60:.1f}",
            f"{point.left_a_day:.1f}",
            f"{point.share_within * 100:.1f}",
        )
    console.print(table)
    console.print("* costs least, all items together. Each row is one line from its neighbour.")
