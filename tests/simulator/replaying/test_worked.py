"""A certificate that ends at noon is another shift of the same person, with other skills."""

from shared.config.rules import to_rules
from shared.domain.event import Event, Value
from simulator.replaying.recorded_day import RecordedDay
from simulator.replaying.worked import worked
from tests.support.profiles import NEIGHBOURHOOD

HOUR = 3_600_000_000


def test_who_may_no_longer_serve_something_works_on_with_other_skills() -> None:
    rules = to_rules(NEIGHBOURHOOD)
    every = [s.id for s in rules.services if rules.counters[0].services_mask >> s.index & 1]
    less = [name for name in every if name != "cash"]
    data: dict[str, Value] = {"services": less, "skills": less, "cause": "certificate"}
    events = [
        Event("counter.opened", 9 * HOUR, 9 * HOUR, "", "1", "t1", {"services": every}),
        Event("counter.services_changed", 12 * HOUR, 12 * HOUR, "", "1", "t1", data),
        Event("counter.closed", 17 * HOUR, 17 * HOUR, "", "1", "t1"),
    ]
    day = RecordedDay("log", "2026-11-20", 0, [], events, NEIGHBOURHOOD, {})
    first, second = worked(day, rules)
    assert (first.staff, first.skills, first.stints[-1].to_us) == ("t1", None, 12 * HOUR)
    assert (second.staff, second.skills) == ("t1", tuple(less))
    assert (second.stints[0].from_us, second.stints[0].to_us) == (12 * HOUR, 17 * HOUR)
