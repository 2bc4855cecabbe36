"""What befalls the house at given times: services suspended and resumed, others switched off.

The times are data, like the draws. Seldom, so that nothing here needs to be quick.
"""

from shared.rollout.columns import (
    AWAY,
    D_DOES,
    D_OFF,
    FAR,
    H_AT_US,
    H_COUNTER,
    H_KIND,
    H_REFUSES,
    H_SERVICES,
    H_STOPS,
    HAPPEN_RESUMES,
    HAPPEN_SUSPENDS,
    L_HAPPENED,
    L_HAPPENS_US,
    U_REFUSED,
    U_RESUMED_US,
    U_STOPS,
    U_SUSPENDED,
)
from shared.rollout.coming import find_lapses
from shared.rollout.day import Day, Ints
from shared.rollout.morning import set_masks
from shared.rollout.stints import refresh_services, switch_services
from shared.rollout.telling import tell
from shared.rollout.trace import (
    INCIDENT_DECLARED,
    INCIDENT_ENDED,
    SERVICE_RESUMED,
    SERVICE_SUSPENDED,
)


def happen(day: Day, now_us: int) -> bool:
    """The next thing in the plan of the day; True when it has changed something."""
    line = day.line
    what = day.happenings[line[L_HAPPENED]]
    line[L_HAPPENED] += 1
    line[L_HAPPENS_US] = FAR
    if line[L_HAPPENED] < len(day.happenings):
        line[L_HAPPENS_US] = max(now_us, day.happenings[line[L_HAPPENED], H_AT_US])
    if what[H_KIND] == HAPPEN_SUSPENDS:
        suspend(day, what, now_us)
    elif what[H_KIND] == HAPPEN_RESUMES:
        resume(day, what, now_us)
    else:
        day.desks[what[H_COUNTER], D_OFF] = what[H_SERVICES]
        is_open = day.desks[what[H_COUNTER], D_DOES] != AWAY
        return is_open and switch_services(day, what[H_COUNTER], now_us)
    return True


def suspend(day: Day, what: Ints, now_us: int) -> None:
    """An incident: these services are not offered any more."""
    tell(day, INCIDENT_DECLARED, now_us, now_us, -1, -1)
    for service in range(len(day.outages)):
        if what[H_SERVICES] >> service & 1:
            tell(day, SERVICE_SUSPENDED, now_us, now_us, service, -1)
            day.outages[service, U_SUSPENDED] += 1
            day.outages[service, U_REFUSED] += what[H_REFUSES]
    refresh_all(day)
    find_lapses(day, now_us)


def resume(day: Day, what: Ints, now_us: int) -> None:
    """The incident is over: they are offered again, unless another one suspends them."""
    for service in range(len(day.outages)):
        if what[H_SERVICES] >> service & 1:
            tell(day, SERVICE_RESUMED, now_us, now_us, service, -1)
            day.outages[service, U_SUSPENDED] -= 1
            day.outages[service, U_REFUSED] -= what[H_REFUSES]
            day.outages[service, U_RESUMED_US] = now_us
    tell(day, INCIDENT_ENDED, now_us, now_us, -1, -1)
    refresh_all(day)
    find_lapses(day, now_us)


def stood_us(day: Day, service: int, from_us: int, until_us: int) -> int:
    """How long the standard's clock stood for this service in this time.

    The twin of ``shared.metrics.clock``, for a wait of which both ends are known.
    """
    stops = day.outages[service, U_STOPS]
    total_us, since_us = 0, from_us
    for row in range(len(day.happenings)):
        what = day.happenings[row]
        if what[H_AT_US] >= until_us:
            break
        if what[H_STOPS] == 0 or what[H_SERVICES] >> service & 1 == 0:
            continue
        at_us = max(what[H_AT_US], from_us)
        if stops > 0:
            total_us += at_us - since_us
        since_us = at_us
        stops += 1 if what[H_KIND] == HAPPEN_SUSPENDS else -1
    if stops > 0:
        total_us += max(0, until_us - since_us)
    return int(total_us)


def refresh_all(day: Day) -> None:
    """Bring all counters up to what is suspended."""
    set_masks(day)
    for counter in range(len(day.desks)):
        refresh_services(day, counter)
