"""Plans as drafts, their differences, days lived under both, and files that open again."""

from pathlib import Path

import pytest

from shared.config.profile import Text
from shared.domain.errors import FileUnreadable
from shared.reports.event_log import save_log
from simulator.console.study.case import open_log, open_scenario
from simulator.console.study.differences import Verdict, differences
from simulator.console.study.draft import begin
from simulator.console.study.figures import figures
from simulator.console.study.lives import live
from simulator.console.study.money import bills
from simulator.console.study.openings import Change, Span, changes
from simulator.console.study.saving import NoScenario, open_file, save
from simulator.model.machine_count import kinds
from simulator.model.plan import load_plan
from simulator.model.run import run_day
from simulator.model.scenario_staff import Staffing
from simulator.planning.cost.bill import MONEY, bill
from simulator.planning.cost.prices import load_prices
from simulator.planning.trial import Trial

CITY = begin(open_scenario("neighbourhood"))


def without(counter: str, begins: str) -> tuple[Staffing, ...]:
    """The staffing with one counter closed from a time on."""
    return tuple(
        line.model_copy(update={"closes": begins, "pauses": ()})
        if line.counter == counter
        else line
        for line in CITY.staffing
    )


def test_what_two_plans_differ_in_is_said_by_counter_and_time() -> None:
    found = list(changes(CITY.staffing, without("2", "14:00"), CITY.hours))
    assert found == [
        Change("2", Span(12 * 60 + 10, 12 * 60 + 50), True),
        Change("2", Span(14 * 60, 17 * 60), False),
    ]
    assert found[1].span.words == "14:00–17:00"


def test_a_plan_that_does_not_fit_says_so() -> None:
    wrong = CITY.staffed([Staffing(counter="1", opens="12:00", closes="11:00")])
    assert wrong.problem().startswith("staffing.1")


def test_fewer_counters_are_worse_and_save_staff_time() -> None:
    lives = live((CITY, CITY.staffed(without("2", "11:00"))), 60, 1)
    rows = {(row.what, row.limit_min): row for row in differences(lives)}
    assert rows["mean", 0.0].verdict is Verdict.WORSE
    assert rows["p90", 0.0].verdict is Verdict.WORSE
    assert rows["staff", 0.0].verdict is Verdict.SAVES
    found = figures(lives)
    assert found.plans[1].bands[1].sum() > found.plans[0].bands[1].sum()


def test_the_same_plan_twice_has_no_difference() -> None:
    rows = differences(live((CITY, CITY), 40, 1))
    assert {row.verdict for row in rows} == {Verdict.SAME}
    assert {row.difference.estimate for row in rows} == {0.0}


def test_told_to_stop_it_gives_the_days_that_were_lived() -> None:
    steps: list[tuple[int, int]] = []

    def note(done: int, of: int) -> None:
        steps.append((done, of))

    lives = live((CITY, CITY), 100, 1, note, lambda: len(steps) > 1)
    assert (steps, lives.comparison.days, lives.is_whole) == ([(0, 100), (20, 100)], 20, False)


def test_a_saved_plan_opens_beside_the_scenario_it_is_based_on(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    draft = CITY.staffed(without("2", "14:00")).with_preset("strict").with_kiosks(2)
    save(draft, path, Text(zh="方案", en="Plan"))
    case, other = open_file(str(path))
    assert other is not None
    assert (case.named, other.staffing, other.preset) == (
        "neighbourhood", draft.staffing, "strict")  # fmt: skip
    assert other.scenario.kiosk.count == 2
    assert load_plan(path).policy_hash == draft.plan().policy_hash


def test_machines_of_a_plan_are_saved_and_opened(tmp_path: Path) -> None:
    full = begin(open_scenario("city-full"))
    cash, service, printer = kinds(full.profile)
    draft = full.with_machines(cash, 3).with_machines(printer, 0)
    assert [draft.machine_count(kind) for kind in (cash, service, printer)] == [3, 1, 0]
    save(draft, tmp_path / "plan.toml", Text(zh="方案", en="Plan"))
    _, other = open_file(str(tmp_path / "plan.toml"))
    assert other is not None
    assert other.scenario.machines == draft.scenario.machines
    assert len(load_plan(tmp_path / "plan.toml").profile.machines) == 4
    assert draft.with_machines(cash, 2).with_machines(printer, 1) == full


def test_a_plan_costs_what_lobby_sim_cost_says() -> None:
    full = begin(open_scenario("city-full"))
    lives = live((full, full.with_kiosks(4)), 20, 1)
    a, b = bills(lives)
    other = bill(full.plan(), Trial(full.plan(), 20, 1).tally(), load_prices())
    assert a.by_day == pytest.approx(other.by_day)
    rows = {row.what: row for row in differences(lives)}
    assert rows["money"].difference.estimate == pytest.approx(b.beyond(a, MONEY).estimate)
    assert rows["money"].verdict is Verdict.COSTS
    assert rows["whole"].a > rows["money"].a


def test_a_recorded_day_is_lived_again_with_its_own_customers(tmp_path: Path) -> None:
    path = tmp_path / "day.csv"
    events = run_day(CITY.plan(), 1, 0).events
    save_log(path, events)
    day = begin(open_log(path, "neighbourhood"))
    assert day.problem() == ""
    issued = sum(event.kind == "ticket.issued" for event in events)
    assert len(day.case.customers or ()) == issued
    lives = live((day, day.with_preset("first_come")), 300, 1)
    assert lives.comparison.days == 1
    assert {row.verdict for row in differences(lives)} == {Verdict.UNKNOWN}
    with pytest.raises(NoScenario):
        save(day, tmp_path / "x.toml", Text(zh="x", en="x"))


def test_more_customers_wait_longer() -> None:
    rows = differences(live((CITY, CITY.with_customers(150)), 40, 1))
    assert rows[0].verdict is Verdict.WORSE


def test_a_file_that_is_not_there_is_refused() -> None:
    with pytest.raises(FileUnreadable):
        open_file("nowhere.toml")
