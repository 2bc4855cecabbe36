"""Appointments: known figures -> recorded days -> calibrated -> the scenario holds them."""

from dataclasses import replace
from pathlib import Path

import pytest

from simulator.calibration.appointments import Appointments, appointments, bookings
from simulator.calibration.calibrate import calibrate
from simulator.calibration.record import Booking
from simulator.calibration.result import calibration_json
from simulator.calibration.scenario_file import scenario_text
from simulator.model.plan import Plan, load_plan
from simulator.model.scenario import Booked, Kiosks
from tests.simulator.recorded import day_log, ordinary_days, recorded

FILLED, MEAN_MIN, SD_MIN, NO_SHOW = 0.7, -3.0, 8.0, 0.15
DAYS = 60


def booked_plan() -> Plan:
    """The city branch with hardly anybody but appointments: two classes share one service.

    Without a kiosk: the record knows the ticket, and the time at a kiosk would be among lateness.
    """
    plan = load_plan("city")
    known = {"lateness_mean_min": MEAN_MIN, "lateness_sd_min": SD_MIN, "no_show_share": NO_SHOW}
    lines = tuple(
        Booked(service=service, segment=segment, filled=FILLED, **known)
        for service, segment in (("loan", "ordinary"), ("wealth", "key"), ("wealth", "ordinary"))
    )
    demand = plan.scenario.demand.model_copy(
        update={"half_hours_per_hour": None, "per_hour": 0.5, "day_factor_cv": 0.0}
    )
    changed = {"appointments": lines, "demand": demand, "kiosk": Kiosks(count=0)}
    return replace(plan, scenario=plan.scenario.model_copy(update=changed))


@pytest.fixture(scope="module")
def found() -> dict[tuple[str, str], Appointments]:
    """The appointments of sixty recorded days."""
    plan = booked_plan()
    records = recorded(plan, DAYS, seed=5)
    return appointments(records.bookings, plan.profile, ordinary_days(plan, DAYS))


def test_the_intervals_hold_the_truth(found: dict[tuple[str, str], Appointments]) -> None:
    """Check-in opens early and appointments lapse: plain means would be wrong by minutes.

    Twelve intervals of 95 % with a seed that is fixed: a failure is a change and not bad luck.
    """
    assert set(found) == {("loan", "ordinary"), ("wealth", "key"), ("wealth", "ordinary")}
    for each in found.values():
        assert each.booked > 50
        assert each.filled.holds(FILLED)
        assert each.lateness_mean_min.holds(MEAN_MIN)
        assert each.lateness_sd_min.holds(SD_MIN)
        assert each.no_show.holds(NO_SHOW)
        assert each.lateness_mean_min.high - each.lateness_mean_min.low < 6


def test_a_changed_and_a_cancelled_appointment() -> None:
    """Only where and when it was in the end counts; cancelled ones left their place to others."""
    plan = booked_plan()
    (day,) = ordinary_days(plan, 1)
    log = day_log(plan, day, 3, 0)
    before = bookings(log)
    first, second = [e for e in log if e.kind == "appointment.booked"][:2]
    moved = {"appointment": first.data["appointment"], "due_us": 40_000_000_000}
    gone = {"appointment": second.data["appointment"]}
    log.insert(log.index(second) + 1, first._replace(kind="appointment.changed", data=moved))
    log.insert(log.index(second) + 2, second._replace(kind="appointment.cancelled", data=gone))
    after = bookings(log)
    assert len(after) == len(before) - 1
    assert after[0] == before[0]._replace(due_s=40_000.0)


def test_the_scenario_says_so(tmp_path: Path) -> None:
    """With the other figures; it loads and draws as many appointments as were recorded."""
    plan = booked_plan()
    busy = load_plan("city").scenario.model_copy(
        update={"appointments": plan.scenario.appointments}
    )
    plan = replace(plan, scenario=busy)
    held = calibrate(recorded(plan, 6, seed=2), plan.profile)
    path = tmp_path / "calibrated.toml"
    path.write_text(scenario_text(held, plan.profile, "city", path), encoding="utf-8")
    lines = load_plan(path).scenario.appointments
    assert [(line.service, line.segment) for line in lines] == list(held.appointments)
    assert [line.filled for line in lines] == pytest.approx(
        [each.filled.value for each in held.appointments.values()], rel=1e-4
    )
    told = calibration_json(held)["appointments"]
    assert isinstance(told, list)
    assert [line["booked"] for line in told] == [e.booked for e in held.appointments.values()]


def test_few_appointments_say_nothing() -> None:
    plan = booked_plan()
    few = [Booking("2026-03-02", "loan", "ordinary", 36_000.0, 36_000.0)] * 19
    assert appointments(few, plan.profile, ["2026-03-02"]) == {}
