"""A day of a plan as it is watched: lived by the model, read as ways through the hall; no Qt."""

from shared.i18n import translate
from simulator.console.floor.ground import Ground
from simulator.console.floor.journeys import WatchedDay, watch
from simulator.console.floor.saved_plan import ground_of
from simulator.console.study.draft import Draft, begin
from simulator.model.run import run_customers, run_day


def live_day(draft: Draft, seed: int, number: int) -> tuple[Ground, WatchedDay]:
    """A day of this plan and its ways; the recorded one as it was while nothing is changed."""
    case = draft.case
    plan = draft.plan()
    ground = ground_of(draft)
    if case.customers is None:
        events = run_day(plan, seed, number).events
    elif draft == begin(case):
        events = list(case.events)
    else:
        events = run_customers(plan, list(case.customers)).events
    return ground, watch(events, ground, case.profile, draft.scenario.layout)


def desk_words(state: str, for_s: float) -> str:
    """What a counter does; serving: for how long."""
    if state == "serving":
        return f"{int(for_s // 60)}:{int(for_s % 60):02d}"
    told = {
        "called": translate("Console", "called"),
        "free": translate("Console", "free"),
        "paused": translate("Console", "pause"),
    }
    return told.get(state, translate("Console", "closed"))


def place_of(ground: Ground, kind: str, name: str) -> int:
    """The number of a thing among those of its kind, from 1."""
    return [thing.id for thing in ground.of(kind)].index(name) + 1
