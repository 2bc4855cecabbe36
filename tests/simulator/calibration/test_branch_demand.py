"""A calibration as the file that the branch's server looks ahead with."""

from pathlib import Path

from shared.config.demand_tables import load_demand, load_demands
from simulator.calibration.branch_demand import branch_demand, branch_text
from simulator.calibration.calibrate import calibrate
from simulator.model.plan import load_plan
from tests.simulator.recorded import recorded


def test_the_file_says_what_was_learned(tmp_path: Path) -> None:
    plan = load_plan("neighbourhood")
    found = calibrate(recorded(plan, 8, seed=4), plan.profile)
    path = tmp_path / "renmin.toml"
    path.write_text(branch_text(found, plan.profile), encoding="utf-8")
    again = load_demand(path)
    written = branch_demand(found, plan.profile)
    assert again.model_dump(exclude={"half_hours_per_hour"}) == written.model_dump(
        exclude={"half_hours_per_hour"}
    )
    assert again.day_type == "ordinary"
    assert (again.branch, again.days_observed) == ("renmin", 8)
    assert [duty.counter for duty in again.staffing] == ["1", "2", "3", "4"]
    # the first counter goes to lunch from 11:30 to 12:10 (scenario neighbourhood)
    [lunch] = again.staffing[0].pauses
    assert "11:25" <= lunch.begins <= "11:40"
    assert "12:05" <= lunch.ends <= "12:20"
    assert {share.service for share in again.mix} == {
        share.service for share in plan.scenario.demand.mix
    }
    assert list(load_demands(tmp_path)) == ["renmin"]
