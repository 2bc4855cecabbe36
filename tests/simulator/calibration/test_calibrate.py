"""Known figures -> recorded days -> calibration -> a scenario that runs.

A sample; `python3 dev.py torture --only statistics` closes the loop 200 times.
"""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from shared.reports.event_log import save_log
from simulator.calibration.calibrate import calibrate
from simulator.calibration.fit import fit
from simulator.calibration.patience import patience
from simulator.calibration.read_log import take_events
from simulator.calibration.record import LEFT, NO_SHOW, SERVED, Records, Row, TooLittle
from simulator.calibration.scenario_file import scenario_text
from simulator.calibration.speed import speeds
from simulator.model.class_time import service_time
from simulator.model.distribution import (
    Distribution,
    Exponential,
    Gamma,
    Lognormal,
    Weibull,
    draw,
)
from simulator.model.plan import load_plan
from simulator.model.scenario_hall import Balking
from tests.simulator.command_line import lobby
from tests.simulator.loop import PATIENCE_MIN, close_the_loop, known_plan
from tests.simulator.recorded import day_log, ordinary_days, recorded

CITY = load_plan("city")


@pytest.mark.slow
def test_stated_intervals_hold_the_truth() -> None:
    """Twelve times; the bounds are those of a fair 95 % with so many (correlated) intervals."""
    coverage = close_the_loop(12, seed=1)
    for kind in coverage.made:
        assert coverage.share(kind) >= 0.83, kind


def test_scenario_of_a_calibration_runs(tmp_path: Path) -> None:
    """With the segments told apart, the day type, and how uncertain it is."""
    plan = known_plan()
    found = calibrate(recorded(plan, 8, seed=4), plan.profile)
    text = scenario_text(found, plan.profile, "neighbourhood", tmp_path / "calibrated.toml")
    (tmp_path / "calibrated.toml").write_text(text, encoding="utf-8")
    again = load_plan(tmp_path / "calibrated.toml")
    lines = {(t.service, t.segment) for t in again.scenario.service_times}
    assert {("cash", "priority"), ("cash", None)} <= lines
    known = again.scenario.uncertainty
    assert known is not None
    assert known.days_observed == 8
    assert 0 < known.service_times_0_1 < 0.1
    assert [s.counter for s in again.scenario.staffing] == [s.counter for s in plan.shifts]


def test_command_reads_logs_and_tells(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Five logs of the city branch, one of them damaged and with a line twice."""
    words: list[object] = ["sim", "calibrate", "--profile", "city"]
    for number, day in enumerate(ordinary_days(CITY, 5)):
        path = tmp_path / f"{day}.csv"
        save_log(path, day_log(CITY, day, 3, number))
        words += ["--log", path]
    lines = path.read_bytes().split(b"\r\n")
    path.write_bytes(b"\r\n".join([*lines[:9], b"rubbish", lines[8], *lines[9:]]))
    words += ["--out", tmp_path / "city.toml", "--html", tmp_path / "city.html", "--json", "-"]
    code, out, err = lobby(capsys, *words)
    assert (code, err) == (0, "")
    figures = json.loads(out)
    dropped = {each["reason"]: each["rows"] for each in figures["dropped"]}
    assert dropped == {"event that cannot be read": 1, "doubled event": 1}
    assert len(figures["days"]) == 5
    page = (tmp_path / "city.html").read_text(encoding="utf-8")
    assert page.count("<svg") == 6
    assert "重复的事件" in page
    assert load_plan(tmp_path / "city.toml").scenario.demand.mix


def test_too_few_days_are_refused() -> None:
    """One sentence, with what is needed."""
    with pytest.raises(TooLittle) as refusal:
        calibrate(recorded(CITY, 3, seed=1), CITY.profile)
    assert str(refusal.value) == (
        "log holds 3 days of type “ordinary”; calibration needs at least 5 days of one type. "
        "Record more days and try again."
    )


def test_nothing_usable_is_refused() -> None:
    """An empty record."""
    with pytest.raises(TooLittle, match="no usable customer"):
        calibrate(Records("empty.csv"), CITY.profile)


def test_too_few_services_are_refused() -> None:
    """Six days on which everybody left."""
    rows = [
        Row(day, "cash", "ordinary", 36_000.0, left_s=36_300.0, fate=LEFT)
        for day in ordinary_days(CITY, 6)
    ]
    with pytest.raises(TooLittle, match="0 service times"):
        calibrate(Records("left.csv", rows), CITY.profile)


def test_the_family_is_found() -> None:
    """A gamma sample of 2,000 is not taken for lognormal."""
    times = np.random.default_rng(1).gamma(2.5, 2.0, 2000)
    found = fit(times)
    assert isinstance(found.distribution, Gamma)
    assert found.mean_min.holds(5.0)
    assert not found.is_poor


def test_a_mixture_fits_poorly() -> None:
    """Two kinds of service under one name: said so."""
    source = np.random.default_rng(2)
    times = np.concatenate([source.normal(3, 0.2, 500), source.normal(20, 0.5, 500)])
    assert fit(times).is_poor


def test_patience_takes_silent_leaving_into_account() -> None:
    """Who leaves is only noticed at the call; the mean is found all the same."""
    source = np.random.default_rng(3)
    waits, limits = source.exponential(900, 4000), source.exponential(1200, 4000)
    rows = [
        Row("2026-03-02", "cash", "ordinary", 0.0, w, fate=NO_SHOW if limit < w else SERVED)
        for w, limit in zip(waits.tolist(), limits.tolist(), strict=True)
    ]
    found = patience(rows)
    assert found is not None
    assert found.mean_min.holds(20.0)
    assert found.mean_min.high / found.mean_min.low < 1.2


@pytest.mark.parametrize(
    "truth",
    [
        Exponential(distribution="exponential", mean_min=25.0),
        Weibull(distribution="weibull", mean_min=25.0, shape=2.0),
        Lognormal(mean_min=25.0, cv=1.0),
    ],
    ids=lambda truth: truth.distribution,
)
def test_the_family_of_patience_is_found_behind_the_calls(truth: Distribution) -> None:
    """Most are called before they would have left."""
    source = np.random.default_rng(5)
    stays, waits = draw(truth, 3000, source) / 6e7, source.exponential(8.0, 3000)
    rows = [
        Row("2026-03-02", "cash", "ordinary", 0.0, left_s=60 * stay, fate=LEFT)
        if stay < wait
        else Row("2026-03-02", "cash", "ordinary", 0.0, 60 * wait, fate=SERVED)
        for stay, wait in zip(stays.tolist(), waits.tolist(), strict=True)
    ]
    found = patience(rows)
    assert found is not None
    assert set(found.aics) >= {"exponential", "weibull"}
    assert found.distribution.distribution == truth.distribution
    assert found.mean_min.holds(25.0)
    assert found.mean_min.high / found.mean_min.low < 1.4


def test_speed_allows_for_the_case_mix() -> None:
    """One does the long services and is a quarter faster; plain means would say slower."""
    source = np.random.default_rng(4)
    service = ["long" if i % 4 else "short" for i in range(800)] + [
        "short" if i % 4 else "long" for i in range(800)
    ]
    staff = ["anna"] * 800 + ["bert"] * 800
    base = np.array([20.0 if name == "long" else 4.0 for name in service])
    pace = np.array([1.25 if name == "anna" else 1.0 for name in staff])
    minutes = base / pace * np.exp(source.normal(0, 0.4, 1600))
    anna, bert = speeds(list(zip(service, staff, minutes.tolist(), strict=True)))
    assert anna.speed.value / bert.speed.value == pytest.approx(1.25, rel=0.08)
    assert anna.raw < bert.raw


def test_who_shares_no_service_is_not_set_against_the_others() -> None:
    """Two at the cash desk, two advisers, and one who alone does the loans."""
    source = np.random.default_rng(6)
    paces = {"anna": 1.25, "bert": 0.8, "carl": 2.0, "dora": 0.5}
    done: list[tuple[str, str, float]] = [("loans", "emil", 9.0 + i % 3) for i in range(40)]
    for service, names, mean in (("cash", "anna bert", 4.0), ("advice", "carl dora", 40.0)):
        for name in names.split():
            times = mean / paces[name] * np.exp(source.normal(0, 0.3, 400))
            done += [(service, name, minutes) for minutes in times.tolist()]
    found = {each.staff: each.speed for each in speeds(done)}
    assert list(found) == list(paces)
    assert all(found[name].holds(pace) for name, pace in paces.items())


def test_known_speeds_come_back_in_the_scenario(tmp_path: Path) -> None:
    """The time of each kind of service at each counter: that of usual speed / the teller's."""
    plan = known_plan()
    truth = {"1": 1600, "2": 1000, "3": 700, "4": 1250}
    shifts = tuple(replace(s, speed_milli=truth[s.counter]) for s in plan.shifts)
    found = calibrate(recorded(replace(plan, shifts=shifts), 8, seed=5), plan.profile)
    path = tmp_path / "calibrated.toml"
    path.write_text(scenario_text(found, plan.profile, "neighbourhood", path), encoding="utf-8")
    again = load_plan(path)
    for shift in again.shifts:
        service = "wealth" if shift.counter == "4" else "cash"
        known_min = service_time(plan, service, "ordinary").mean_min / truth[shift.counter]
        found_min = service_time(again, service, "ordinary").mean_min / shift.speed_milli
        assert found_min == pytest.approx(known_min, rel=0.12), shift.counter


def test_who_turns_round_at_the_ticket_says_nothing_of_patience() -> None:
    """Kept as arrivals, and counted in the report of what was not used."""
    plan = known_plan()
    changed = {"balking": Balking(shares=(0, 0, 0.2, 0.4))}
    plan = replace(plan, scenario=plan.scenario.model_copy(update=changed))
    records = Records("log")
    turned = 0
    for number, day in enumerate(ordinary_days(plan, 8)):
        events = day_log(plan, day, 6, number)
        turned += sum(event.data.get("reason") == "balked" for event in events)
        take_events(records, events)
    assert turned > 50
    assert records.dropped == {"kept: turned round at the ticket, in no patience": (turned, 0)}
    found = calibrate(records, plan.profile)
    (group,) = found.patience.values()
    assert group.left_min.min() > 0
    assert group.mean_min.holds(PATIENCE_MIN)


def test_known_walks_come_back_in_the_scenario(tmp_path: Path) -> None:
    """Where a key told the start; the others keep the profile's."""
    plan = known_plan()
    records, truth = recorded(plan, 5, seed=7), {"1": 22.0, "2": 6.0}
    source = np.random.default_rng(7)
    records.rows = [
        row._replace(
            is_walk_known=True,
            started_s=row.called_s + truth[row.counter] * float(np.exp(source.normal(0, 0.3))),
        )
        if row.counter in truth and row.ended_s - row.called_s > 60
        else row
        for row in records.rows
    ]
    found = calibrate(records, plan.profile)
    path = tmp_path / "calibrated.toml"
    path.write_text(scenario_text(found, plan.profile, "neighbourhood", path), encoding="utf-8")
    again = load_plan(path)
    written = {line.counter: line.walk_s for line in again.scenario.walks}
    assert written == pytest.approx(truth, rel=0.1)
    walks_s = [counter.walk_us / 1e6 for counter in again.rules.counters]
    assert walks_s == pytest.approx([written["1"], written["2"], 15.0, 20.0])
