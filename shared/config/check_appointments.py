"""Contradictions in the appointments of a profile; each sentence names the place and a way out.

Walk-in protection: whoever comes without an appointment keeps ``walk_in_share`` of the time of the
counters. What appointments take is worked out from mean service times (``usual_min``), so it is
true on average; a long customer may still delay the next one.
"""

from collections.abc import Iterable, Iterator
from math import ceil, floor
from string import ascii_uppercase

from shared.config.base_tables import Hours
from shared.config.naming import doubles, unknown
from shared.config.profile import Profile
from shared.config.rules import default_segment
from shared.config.visit_tables import AppointmentTable

SLOT_MIN_LONGEST = 240
DAY_MIN = 24 * 60
#: For sums of shares, so that a share that fits exactly is not refused for its last binary digit.
TINY = 1e-9


def appointment_problems(profile: Profile) -> Iterator[str]:
    """Every contradiction in ``appointments`` as one sentence; nothing when they are sound."""
    services = [s.id for s in profile.services]
    yield from doubles("appointments", [a.service for a in profile.appointments])
    for table in profile.appointments:
        place = f"appointments “{table.service}”"
        if table.service not in services:
            yield from unknown(place, "service", (table.service,), services)
            continue
        yield from _times(profile, table, place)
        yield from _check_in(table, place)
        yield from _booking(table, place)
        yield from _capacity(profile, table, place)
    yield from _together(profile)
    yield from _series(profile)


def _times(profile: Profile, table: AppointmentTable, place: str) -> Iterator[str]:
    """Slots that begin before they end, while the branch is open on some kind of day."""
    begins, ends = minutes(table.begins), minutes(table.ends)
    if begins >= ends:
        yield f"{place}: ends {table.ends} is not after begins {table.begins}. Exchange the two."
        return
    if begins + table.slot_min > ends:
        yield (
            f"{place}: no slot of {table.slot_min} min fits between {table.begins} and "
            f"{table.ends}. Write slot_min = {max(5, ends - begins)}, or a later end."
        )
        return
    hours = open_hours(profile)
    if not hours:
        return
    opens = min((h.opens for h in hours), key=minutes)
    closes = max((h.closes for h in hours), key=minutes)
    if begins < minutes(opens):
        yield (f"{place}: begins {table.begins} lies before the branch ever opens. Write {opens}.")
    if ends > minutes(closes):
        yield f"{place}: ends {table.ends} lies after the branch has closed. Write {closes}."
    if not any(_fits(table, h) for h in hours):
        yield (
            f"{place}: no slot lies within the opening hours of any day. "
            f"The branch is open from {opens} to {closes}."
        )


def _fits(table: AppointmentTable, hours: Hours) -> bool:
    """Whether a slot lies within these hours; slots begin at begins, and every slot_min after."""
    begins, opens = minutes(table.begins), minutes(hours.opens)
    steps = max(0, ceil((opens - begins) / table.slot_min))
    first_end = begins + (steps + 1) * table.slot_min
    return first_end <= min(minutes(table.ends), minutes(hours.closes))


def _check_in(table: AppointmentTable, place: str) -> Iterator[str]:
    if table.late_min > table.no_show_min:
        yield (
            f"{place}: late_min {table.late_min:g} is more than no_show_min "
            f"{table.no_show_min:g}, so nobody could come late. "
            f"Write late_min = {table.no_show_min:g} or less."
        )


def _booking(table: AppointmentTable, place: str) -> Iterator[str]:
    """A lead that reaches beyond the last day that may be booked."""
    longest_min = table.ahead_days * DAY_MIN or minutes(table.ends) - minutes(table.begins)
    if table.lead_min > longest_min > 0:
        yield (
            f"{place}: lead_min {table.lead_min:g} is longer than the {table.ahead_days} days "
            f"(ahead_days) that may be booked. Write lead_min = {longest_min:g} or less."
        )


def _capacity(profile: Profile, table: AppointmentTable, place: str) -> Iterator[str]:
    """One service by itself: its customers may not take what is kept for walk-ins."""
    counters = len(_counters(profile, table.service))
    if not counters or _load(profile, table) <= _bookable(table) * counters + TINY:
        return
    takes = 100 * _load(profile, table) / counters
    yield (
        f"{place}: capacity {table.capacity} takes {takes:.0f} % of the time of "
        f"{_counted(counters)}, and {100 * table.walk_in_share:g} % is kept for customers without "
        f"an appointment. {_smaller(profile, table, counters)}"
    )


def _smaller(profile: Profile, table: AppointmentTable, counters: int) -> str:
    """The nearest right capacity, or the nearest right length of a slot."""
    mean_min = _mean_min(profile, table.service)
    most = floor(_bookable(table) * counters * table.slot_min / mean_min + TINY)
    if most:
        return f"Write capacity = {most}."
    slot_min = ceil(mean_min / (_bookable(table) * counters) - TINY)
    if slot_min <= SLOT_MIN_LONGEST:
        return f"Write slot_min = {slot_min}."
    return "Lower walk_in_share, or add a counter."


def _together(profile: Profile) -> Iterator[str]:
    """Services that share counters at the same time of day."""
    known = {s.id for s in profile.services}
    tables = [a for a in profile.appointments if a.service in known]
    seen: set[frozenset[str]] = set()
    for start in sorted({minutes(a.begins) for a in tables}):
        at_once = [a for a in tables if minutes(a.begins) <= start < minutes(a.ends)]
        for group in _sharing(profile, at_once):
            names = frozenset(a.service for a in group)
            if len(names) > 1 and names not in seen:
                seen.add(names)
                yield from _too_much(profile, group)


def _too_much(profile: Profile, group: list[AppointmentTable]) -> Iterator[str]:
    """Each fits alone, together they do not."""
    counters = len({c for a in group for c in _counters(profile, a.service)})
    room = counters * min(_bookable(a) for a in group)
    alone = all(
        _load(profile, a) <= _bookable(a) * len(_counters(profile, a.service)) + TINY for a in group
    )
    load = sum(_load(profile, a) for a in group)
    if not alone or load <= room + TINY:
        return
    names = ", ".join(f"“{a.service}”" for a in group)
    yield (
        f"appointments {names}: together they take {100 * load / counters:.0f} % of the time of "
        f"{_counted(counters)}, and {100 * (1 - room / counters):g} % is kept for customers "
        f"without an appointment. {_longer(profile, group, load - room)}"
    )


def _longer(profile: Profile, group: list[AppointmentTable], excess: float) -> str:
    """How long the slots of the heaviest service would have to be for all to fit."""
    heaviest = max(group, key=lambda a: _load(profile, a))
    left = _load(profile, heaviest) - excess
    if left > TINY:
        mean_min = _mean_min(profile, heaviest.service)
        slot_min = ceil(heaviest.capacity * mean_min / left - TINY)
        if slot_min <= SLOT_MIN_LONGEST:
            return f"Write slot_min = {slot_min} for “{heaviest.service}”."
    return "Remove the appointments of one of them, or add a counter."


def _series(profile: Profile) -> Iterator[str]:
    letter = profile.appointment_series
    if letter is None:
        return
    used = {s.series for s in profile.services} | {s.series for s in profile.segments if s.series}
    if letter not in used:
        return
    free = next((c for c in reversed(ascii_uppercase) if c not in used and c not in "IOQZ"), None)
    way = f"Write “{free}”, which is free." if free else "Remove it: services have their letter."
    yield (
        f"appointment_series: “{letter}” stands on other tickets too, so nobody could tell "
        f"appointments from walk-ins. {way}"
    )


def _load(profile: Profile, table: AppointmentTable) -> float:
    """How many counters the appointments of a service keep busy on average."""
    return table.capacity * _mean_min(profile, table.service) / table.slot_min


def _bookable(table: AppointmentTable) -> float:
    return 1 - table.walk_in_share


def _mean_min(profile: Profile, service: str) -> float:
    return next(s.usual_min for s in profile.services if s.id == service)


def _counters(profile: Profile, service: str) -> list[str]:
    """The counters that serve it for everybody; for some only, where no other does."""
    serving = [c for c in profile.counters if service in c.services]
    usual = default_segment(profile)
    everybody = [c.id for c in serving if c.segments is None or usual in c.segments]
    return everybody or [c.id for c in serving]


def _sharing(
    profile: Profile, tables: Iterable[AppointmentTable]
) -> Iterator[list[AppointmentTable]]:
    """Groups of services, each of which shares a counter with another of its group."""
    left = list(tables)
    while left:
        group, counters = [left.pop(0)], set[str]()
        for table in group:  # it grows while it is read
            counters |= set(_counters(profile, table.service))
            joined = [a for a in left if counters & set(_counters(profile, a.service))]
            group += joined
            left = [a for a in left if a not in joined]
        yield group


def open_hours(profile: Profile) -> list[Hours]:
    """The hours of every kind of day on which the branch is open; none for a run without doors."""
    hours = [profile.hours]
    hours += [t.hours for t in profile.calendar.types if t.hours and not t.is_closed]
    return [h for h in hours if h.lasts_min is None]


def minutes(clock: str) -> int:
    """Minutes from midnight of a clock time such as 09:30."""
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def _counted(counters: int) -> str:
    return "its one counter" if counters == 1 else f"{counters} counters"
