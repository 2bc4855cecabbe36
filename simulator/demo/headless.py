"""The demo without a display: a day through the real windows off-screen, every step checked."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from shared.config.rules import clock_us
from shared.protocol.lobby import TicketView
from simulator.demo import act_counter, act_evening, act_kiosk, act_outage
from simulator.demo.branch import DemoBranch
from simulator.demo.check import Checklist
from simulator.demo.crowd import Crowd
from simulator.demo.scene import RUN_RATE, WALK_RATE, Scene
from simulator.demo.stage import Stage
from simulator.model.customer import Customer
from simulator.model.demand import draw_day
from simulator.model.demand_file import write_demand
from simulator.model.plan import Plan, load_plan

DAY = date(2026, 11, 20)
SEED = 20
#: The day begins a little before the doors open; our windows join it when the hall is lively.
EARLY = timedelta(minutes=5)
JOIN = "10:00"
OUR_COUNTER = "1"
#: So often a busy moment of the hall is looked for, four times a second.
MOMENTS = 240

Say = Callable[[str], None]


@dataclass
class HeadlessDay:
    """One day, played and checked; pictures, slips, log and report land in ``out``."""

    out: Path
    say: Say
    scenario: str = "payday"

    def play(self) -> Checklist:
        """Live through the day.

        Raises:
            PartFailed: a program did not start; its sentence names its output.
        """
        plan = load_plan(self.scenario)
        customers = draw_day(plan, SEED, 0)
        pictures = fresh(self.out / "pictures")
        fresh(self.out / "branch")
        write_demand(self.out / "demand.csv", customers)
        branch = DemoBranch(self.out / "branch", plan.profile, plan.scenario.profile, DAY)
        checks = Checklist()
        try:
            self.say("Opening the branch: database, staff, devices, printer, server")
            branch.open(self._opening(branch, plan) - EARLY, 1.0)
            scene = Scene(branch, Stage(branch.server, pictures), checks, OUR_COUNTER)
            self._live(scene, plan, customers)
        finally:
            branch.close()
        return checks

    def _live(self, scene: Scene, plan: Plan, customers: list[Customer]) -> None:
        counters = [c.id for c in plan.profile.counters if c.id != scene.counter]
        crowd = Crowd(scene.branch, plan, customers, counters)
        crowd.start()
        scene.branch.set_rate(RUN_RATE)  # only now: signing everybody in takes seconds
        try:
            self._morning(scene, crowd)
            self._rest_of_day(scene)
        finally:
            crowd.go_home()
            scene.stage.close()
        scene.checks.equal("simulated people had no trouble", crowd.trouble, "")
        self._evening(scene)

    def _morning(self, scene: Scene, crowd: Crowd) -> None:
        """From ten o'clock a person at our kiosk and one at counter 1."""
        stage, checks = scene.stage, scene.checks
        stage.wait(lambda: scene.branch.clock.day_us() >= clock_us(JOIN), "the hall fills up", 60)
        scene.branch.set_rate(WALK_RATE)
        self.say("Opening the windows: kiosk, board, teller, rating pad")
        scene.open_windows()
        self.say("A customer comes to the kiosk, is called, served and asked")
        with checks.step("the start page"):
            act_kiosk.see_start(scene)
        with checks.step("signing in at the counter"):
            act_counter.begin(scene)
        tickets: list[TicketView] = []
        with self._only_we_act(scene, crowd):
            with checks.step("a ticket in Chinese"):
                tickets.append(act_kiosk.take_ticket(scene, "zh", is_priority=True))
            for ticket in tickets:
                with checks.step("the call"):
                    act_counter.call(scene, ticket)
        for ticket in tickets:
            with checks.step("service, rating"):
                act_counter.serve(scene, ticket)
        with checks.step("a ticket in English"):
            act_kiosk.take_ticket(scene, "en")
        with checks.step("a customer who does not come"):
            act_counter.absent(scene)
        with checks.step("another outcome"):
            act_counter.other_outcome(scene)
        with checks.step("a pause"):
            act_counter.pause(scene)
        self.say("The server is killed and comes back")
        with checks.step("kill and recovery"):
            act_outage.outage(scene)

    @contextmanager
    def _only_we_act(self, scene: Scene, crowd: Crowd) -> Iterator[None]:
        """From our customer's touch to our key: on a slow machine that is time enough for others.

        The simulated people and the branch's time stand still, in a moment in which no other
        counter stands by: that one would be given our customer at once.

        Raises:
            TimeoutError: there is no such moment.
        """
        for _ in range(MOMENTS):
            with crowd.standing_still():
                others = [c for c in scene.snapshot().counters if c.id != scene.counter]
                if not any(counter.is_standby for counter in others):
                    scene.branch.set_rate(0)
                    try:
                        yield
                    finally:
                        scene.branch.set_rate(WALK_RATE)
                    return
            scene.stage.settle()
        raise TimeoutError("some other counter stands by all the time")

    def _rest_of_day(self, scene: Scene) -> None:
        self.say("The rest of the day in a hurry")
        with scene.checks.step("the rest of the day"):
            act_evening.run_to_closing(scene)

    def _evening(self, scene: Scene) -> None:
        self.say("Reading the day: log, report, the same customers simulated")
        log = scene.log()
        with scene.checks.step("the log"):
            act_evening.check_log(scene, log)
        with scene.checks.step("the report"):
            act_evening.write_files(scene, log, self.out)
        with scene.checks.step("the simulator"):
            act_evening.simulate(scene, self.out / "demand.csv", self.scenario, self.out)
        for number, slip in enumerate(scene.slips, start=1):
            shutil.copy(slip, self.out / f"slip-{number}.png")

    def _opening(self, branch: DemoBranch, plan: Plan) -> datetime:
        return branch.midnight + timedelta(microseconds=plan.opens_us)


def fresh(folder: Path) -> Path:
    """The folder, empty."""
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    return folder
