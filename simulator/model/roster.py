"""The roster of a scenario as shifts: stints between opening, pauses and closing."""

from shared.config.profile import Hours
from shared.config.rules import clock_us
from shared.domain.rules import Rules
from simulator.model.scenario import Scenario
from simulator.model.scenario_staff import Staffing
from simulator.model.shift import Shift, Stint


def to_shifts(scenario: Scenario, rules: Rules, hours: Hours) -> tuple[Shift, ...]:
    """A shift for each line of the staffing.

    Whoever works nowhere else gets a staff number from the counter's place: 1001, 1002 ..., the
    second at a counter 1101, 1102 ...; a number that somebody in the roster has is left out.
    """
    seen: dict[str, int] = {}
    taken = {staffing.person for staffing in scenario.staffing}
    found = []
    for staffing in scenario.staffing:
        number = seen[staffing.counter] = seen.get(staffing.counter, -1) + 1
        own = 1001 + 100 * number + rules.counter_index[staffing.counter]
        while str(own) in taken:
            own += 10_000
        taken.add(str(own))
        found.append(_shift(staffing, staffing.person or str(own), hours))
    return tuple(found)


def _shift(staffing: Staffing, staff: str, hours: Hours) -> Shift:
    """The stints of one line: between opening, pauses and closing."""
    begins_us = clock_us(staffing.opens or hours.opens)
    closes = staffing.closes or hours.closes
    stints = []
    for pause in staffing.pauses:
        back_us = clock_us(pause.ends)
        stints.append(Stint(begins_us, clock_us(pause.begins), pause.reason, back_us))
        begins_us = back_us
    stays = clock_us(closes) >= clock_us(hours.closes)
    stints.append(Stint(begins_us, None if stays else clock_us(closes)))
    return Shift(
        staffing.counter, staff, tuple(stints), round(1000 * staffing.speed), staffing.services
    )
