"""Days to replay: a live one through the real writer, with everything that can happen in it."""

from dataclasses import replace
from pathlib import Path

from shared.config.fingerprint import profile_hash
from shared.store.day_log import day_log
from shared.store.engine import Database
from simulator.model.plan import Plan, load_plan
from simulator.replaying.recorded_day import RecordedDay, recorded_day
from tests.simulator.recorded import day_log as model_log
from tests.support.lobby import BRANCH, running_writer
from tests.support.recorded_day import BOOKABLE, DAY, NOON, record


def live_day(folder: Path, seed: int) -> RecordedDay:
    """Holds, transfers, calls out of order, an outage, and another policy from noon on."""
    with running_writer(folder / "b.db", profile=BOOKABLE) as running:
        list(record(running, seed=seed))
    database = Database(folder / "b.db")
    events = list(day_log(database, BRANCH, DAY).events)
    database.close()
    library = {profile_hash(profile): profile for profile in (BOOKABLE, NOON)}
    return recorded_day(events, BOOKABLE, library, "live.csv", DAY)


def simulated_day(plan: Plan, seed: int) -> RecordedDay:
    """A day of the model as if a branch had recorded it."""
    return recorded_day(model_log(plan, plan.day, seed, 0), plan.profile, {}, "log.csv")


def fewer(plan: Plan) -> Plan:
    """The plan without its first counter."""
    return replace(plan, shifts=plan.shifts[1:])


CITY = load_plan("city")
