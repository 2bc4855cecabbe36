"""One branch day on arrays, moment by moment, in the order of ``simulator/model/instant.py``.

Plain Python over integers; ``shared.rollout.machine`` compiles it. Within one microsecond: the
clock, services that end, stints (both in the order of the counters), patience that runs out, those
who were away, tickets (all in the order of the demand). Whatever one of these sets off comes before
the next.
"""

from typing import Final

from shared.rollout.away import come_back, find_release
from shared.rollout.columns import (
    D_DOES,
    D_TO_US,
    FAR,
    IDLE,
    L_BACK_US,
    L_COMING,
    L_ENDS_US,
    L_HAPPENS_US,
    L_HAS_EMPTIED,
    L_HAS_TIMED,
    L_LOOKED_US,
    L_NEXT,
    L_OVERFLOW_US,
    L_PATIENCE_US,
    L_SERVER,
    L_STINT_US,
    L_TIMES,
    L_WORKER,
    N_FIRST_US,
)
from shared.rollout.day import Day
from shared.rollout.due import end_day, look_at_clock, next_clock_us
from shared.rollout.happenings import happen
from shared.rollout.heeding import begin_waiting
from shared.rollout.machines import end_machine
from shared.rollout.overflow import next_overflow_us
from shared.rollout.serving import end_service, go_on, settle
from shared.rollout.stints import leave_desk, stint_moment
from shared.rollout.stop import enter_room
from shared.rollout.supervising import has_asked
from shared.rollout.taking import lose_patience, take_ticket
from shared.rollout.visiting import MOVED_ON, STAYS, end_step

# What happens, in the order within one microsecond.
CLOCK: Final = 0
HAPPENING: Final = 1
SERVICE_ENDS: Final = 2
STINT: Final = 3
PATIENCE_ENDS: Final = 4
MACHINE: Final = 5
BACK: Final = 6
TICKET: Final = 7


def live(day: Day) -> None:
    """Go on from the state in the arrays until nothing is left that could happen."""
    while live_moment(day):
        pass
    end_day(day)


def live_moment(day: Day) -> bool:
    """The next thing that happens, with what it sets off; False when there is nothing more."""
    what, now_us, counter = next_moment(day)
    if now_us == FAR:
        return False
    line = day.line
    line[L_TIMES] += 1
    goes_on = settles = False
    new = -1
    if what <= STINT:
        goes_on, settles = moment_of_staff(day, what, counter, now_us)
    elif what == TICKET:
        new = take_ticket(day, now_us)
        settles = new >= 0
    elif what == PATIENCE_ENDS:
        lose_patience(day, now_us)
    else:
        settles = machine_or_back(day, what, now_us)
    if goes_on:
        go_on(day, counter, now_us)
    if settles and not settle(day, new, now_us) and new >= 0:
        begin_waiting(day, new, now_us)
    if line[L_HAS_EMPTIED]:
        everybody_left(day, now_us)
    if line[L_HAS_TIMED]:
        line[L_OVERFLOW_US] = next_overflow_us(day, now_us)
    if len(day.visiting.visits) > 0:
        enter_room(day, now_us)
        find_release(day, now_us)
        note_clock(day, what, counter, now_us, goes_on or settles)
    return True


def machine_or_back(day: Day, what: int, now_us: int) -> bool:
    """Somebody is done at a machine, or back; whether idle counters settle."""
    if what == MACHINE:
        end_machine(day, now_us)
        return False
    come_back(day, now_us)
    return True


def moment_of_staff(day: Day, what: int, counter: int, now_us: int) -> tuple[bool, bool]:
    """The clock, the house, or a counter: whether its teller goes on, and idle ones settle."""
    if what == CLOCK:
        look_at_clock(day, now_us)
        return False, True
    if len(day.happenings) > 0 and what == HAPPENING:
        return False, happen(day, now_us)
    if what == STINT:
        return stint_moment(day, counter, now_us), False
    if len(day.visiting.visits) > 0:
        then = end_step(day, counter, now_us)
        return then != STAYS, then == MOVED_ON
    end_service(day, counter, now_us)
    return True, False


def note_clock(day: Day, what: int, counter: int, now_us: int, has_moved: bool) -> None:
    """What the clock itself made due at this moment has to wait for the next one.

    Unless the branch is told something else at the same moment: then the clock is looked at again.
    """
    is_told = what == PATIENCE_ENDS or (what == SERVICE_ENDS and not has_asked(day, counter))
    if what == CLOCK:
        day.line[L_LOOKED_US] = now_us
    elif has_moved or is_told:
        day.line[L_LOOKED_US] = -1


def next_moment(day: Day) -> tuple[int, int, int]:
    """What happens next, when, and at which counter, if at one; FAR for nothing more."""
    line = day.line
    what, now_us, counter = SERVICE_ENDS, line[L_ENDS_US], line[L_SERVER]
    if line[L_STINT_US] < now_us:
        what, now_us, counter = STINT, line[L_STINT_US], line[L_WORKER]
    if len(day.happenings) > 0 and line[L_HAPPENS_US] <= now_us:
        what, now_us = HAPPENING, line[L_HAPPENS_US]
    clock_us = next_clock_us(day)
    if clock_us <= now_us:
        what, now_us = CLOCK, clock_us
    if line[L_PATIENCE_US] < now_us:
        what, now_us = PATIENCE_ENDS, line[L_PATIENCE_US]
    if len(day.machines) > 0 and day.machines[0, N_FIRST_US] < now_us:
        what, now_us = MACHINE, day.machines[0, N_FIRST_US]
    if len(day.visiting.visits) > 0 and line[L_BACK_US] < now_us:
        what, now_us = BACK, line[L_BACK_US]
    if line[L_NEXT] < line[L_COMING] and day.at_us[line[L_NEXT]] < now_us:
        what, now_us = TICKET, day.at_us[line[L_NEXT]]
    return what, now_us, counter


def everybody_left(day: Day, now_us: int) -> None:
    """Idle tellers whose stint is over leave: by the clock, or since nobody is there any more."""
    day.line[L_HAS_EMPTIED] = 0
    for counter in range(len(day.desks)):
        if day.desks[counter, D_DOES] == IDLE and day.desks[counter, D_TO_US] <= now_us:
            leave_desk(day, counter, now_us)
