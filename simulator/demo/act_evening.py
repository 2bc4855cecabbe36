"""The rest of the day in a hurry, and what is left of it: log, report, the same day simulated."""

import json
from pathlib import Path

from shared.config.rules import clock_us
from shared.domain.event import TICKET_CALLED, TICKET_ISSUED, TICKET_RETURNED
from shared.protocol.event import EventView
from shared.reports.event_log import save_log
from simulator.demo.act_counter import NEXT
from simulator.demo.crowd import GO_HOME
from simulator.demo.process import run_lobby
from simulator.demo.scene import RUN_RATE, Scene

#: Our teller presses next about every so many minutes of the branch's time.
PACE_MIN = 6


def run_to_closing(scene: Scene) -> None:
    """Our teller goes on at a steady pace until the doors are closed."""
    stage, branch = scene.stage, scene.branch
    branch.set_rate(RUN_RATE)
    home_us = clock_us(GO_HOME)
    pace_ms = round(PACE_MIN * 60_000 / RUN_RATE)
    while branch.clock.day_us() < home_us:
        stage.key("teller", NEXT)
        stage.settle(max(pace_ms, 50))
    branch.set_rate(1.0)
    stage.settle(1500)
    stage.picture("board", "board-evening")
    stage.picture("teller", "teller-evening-zh")


def check_log(scene: Scene, log: list[EventView]) -> None:
    """Nothing doubled, nothing missing, and the hash chain holds."""
    checks = scene.checks
    is_gap_free = [e.sequence for e in log] == list(range(1, len(log) + 1))
    checks.true("sequence without gaps", is_gap_free, f"{len(log)} events")
    numbers = [e.number for e in log if e.kind == TICKET_ISSUED]
    checks.true("no number twice", len(numbers) == len(set(numbers)), f"{len(numbers)} tickets")
    calls = [e.ticket for e in log if e.kind == TICKET_CALLED]
    returns = [e.ticket for e in log if e.kind == TICKET_RETURNED]
    is_once = len(calls) == len(set(calls)) + len(returns)
    checks.true("no ticket called twice", is_once, f"{len(calls)} calls")
    words = ["db", "verify", "--database", str(scene.branch.database)]
    said = run_lobby(words, scene.branch.folder / "verify.log").strip().splitlines()
    checks.true("lobby db verify", bool(said), said[-1] if said else "")


def write_files(scene: Scene, log: list[EventView], out: Path) -> None:
    """The event log as CSV and the day's report as a page."""
    events = out / "events.csv"
    save_log(events, [view.to_event() for view in log])
    report = out / "report.html"
    figures = out / "report.json"
    profile = scene.branch.profile_name
    words = ["report", "day", "--log", str(events), "--profile", profile]
    run_lobby([*words, "--out", str(report), "--json", str(figures)], out / "report.log")
    scene.checks.true("event log", events.stat().st_size > 0, events.name)
    scene.checks.true("day's report", "<html" in report.read_text("utf-8"), report.name)
    json.loads(figures.read_text("utf-8"))


def simulate(scene: Scene, demand: Path, scenario: str, out: Path) -> None:
    """The same customers in the simulator."""
    figures = out / "simulated.json"
    words = ["sim", "run", "--scenario", scenario, "--demand", str(demand), "--json", str(figures)]
    said = run_lobby(words, out / "simulated.log")
    (out / "simulated.txt").write_text(said, encoding="utf-8")
    scene.checks.true("the same day simulated", bool(json.loads(figures.read_text("utf-8"))))
