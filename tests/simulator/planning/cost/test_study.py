"""Cost and return of a branch: simulated figures at their prices, paired, and what they hang on."""

import json
from dataclasses import replace

import pytest

from simulator.model.plan import load_plan
from simulator.model.scenario import Uncertainty
from simulator.planning.cost.bill import Item
from simulator.planning.cost.case import load_case
from simulator.planning.cost.curve import trade_off
from simulator.planning.cost.prices import load_prices
from simulator.planning.cost.study import Lived, change_of, cost_study, steps_to
from simulator.planning.trial import Trial, staffed
from tests.simulator.command_line import lobby

PRICES = load_prices()


def test_one_teller_more_is_priced_against_whom_it_keeps() -> None:
    """Per year: hours at their price, overtime at its own; customers from the paired days."""
    plan = load_plan("neighbourhood")
    fewer = staffed(plan, plan.scenario.staffing[:3])
    found = cost_study(fewer, plan, None, PRICES, 40, 3)
    before, after = (Trial(p, 40, 3).tally() for p in (fewer, plan))
    kept = (before.left_a_day() - after.left_a_day()) * 250 * 0.01
    assert found.change.customers_per_year == pytest.approx(kept)
    assert found.other_bill is not None
    overtime = found.other_bill.beyond(found.bill, (Item.OVERTIME,)).estimate
    assert found.change.per_year == pytest.approx((7.25 * 60 + overtime) * 250)
    flow = kept * 10_000 - found.change.per_year
    assert found.outcome.flows == pytest.approx((0.0, *[flow] * 5))
    names = [swing.name for swing in found.swings]
    assert names[0] in ("lost_of_leavers", "customer_stays")
    assert "kiosk_once" in names  # and does not matter here
    assert next(s for s in found.swings if s.name == "kiosk_once").width == 0


def test_only_what_is_more_has_to_be_bought() -> None:
    plan = load_plan("city")
    kiosk = plan.scenario.kiosk.model_copy(update={"count": 4})
    zones = tuple(z.model_copy(update={"seats": z.seats + 1}) for z in plan.profile.zones)
    more = replace(
        plan,
        scenario=plan.scenario.model_copy(update={"kiosk": kiosk}),
        profile=plan.profile.model_copy(update={"zones": zones}),
    )
    there, back = (
        change_of(steps_to(*pair), Lived(0, 0, 0), None, PRICES.values())
        for pair in ((plan, more), (more, plan))
    )
    assert (there.equipment_once, there.once) == (60_000, 600 * len(zones))
    assert (back.equipment_once, back.once) == (0, 0)
    assert there.per_year == -back.per_year == 6000


def test_the_documents_example_takes_the_lost_customers_of_the_branch() -> None:
    """10 % of those who are lost by the simulated days, not of the assumed hundred."""
    plan = load_plan("city")
    found = cost_study(plan, None, load_case("documents"), PRICES, 30, 1)
    lost = found.left_a_day.estimate * 250 * 0.01
    assert found.change.customers_per_year == pytest.approx(100 + 0.1 * lost)
    assert found.swings[0].name == "customer_per_year"
    new = next(swing for swing in found.swings if swing.name == "new_customers_per_year")
    assert new.breaks_even_at == pytest.approx(27, abs=1)


def test_what_the_scenario_is_unsure_of_stands_among_the_rest() -> None:
    plan = load_plan("city")
    unsure = Uncertainty(arrivals_0_1=0.05, patience_0_1=0.1)
    scenario = plan.scenario.model_copy(update={"uncertainty": unsure})
    case = load_case("documents")
    found = cost_study(replace(plan, scenario=scenario), None, case, PRICES, 30, 1)
    swings = {swing.name: swing for swing in found.swings}
    assert swings["arrivals"].value_at_high > swings["arrivals"].value_at_low
    assert swings["patience"].value_at_high < swings["patience"].value_at_low
    assert "service_times" not in swings


def test_the_curve_goes_from_few_to_many_and_holds_today() -> None:
    plan = load_plan("neighbourhood")
    short = staffed(plan, plan.scenario.staffing[:3])
    curve = trade_off(short, PRICES, 15, 2)
    sizes = [len(point.staffing) for point in curve]
    assert sizes == sorted(sizes)
    assert sizes[-1] == 4
    assert [point.step for point in curve].count("as it is") == 1
    waits = [point.mean_wait_s for point in curve]
    assert waits == sorted(waits, reverse=True)
    staff = [point.bill.a_day((Item.STAFF,)) for point in curve]
    assert staff == sorted(staff)


def test_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["sim", "cost", "neighbourhood", "--days", 10, "--case", "documents"]
    code, out, err = lobby(capsys, *words)
    assert (code, err) == (0, "")
    assert "The documents' plan for better service: 500,000 CNY at once, 180,000 a year" in (
        " ".join(out.split())
    )
    code, out, _ = lobby(capsys, *words, "--against", "payday", "--curve", "--json", "-")
    figures = json.loads(out)
    assert (code, figures["currency"]) == (0, "CNY")
    assert figures["change"]["flows_by_year"][0] == -500_000
    assert len(figures["curve"]) >= 1
    assert lobby(capsys, *words[:3], "--prices", "nowhere.toml")[0] == 1
