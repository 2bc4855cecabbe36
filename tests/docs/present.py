"""The roster "as it always was" of the worked example: everybody's usual shift, week after week.

`python -m tests.docs.present` writes it. Nobody looked at the days or at the waiting: that is what
the example is about. Whoever is on leave is left out, and the two who jump in take their counters.
"""

from datetime import date, timedelta
from pathlib import Path

from simulator.planning.rostering.files import write_roster
from simulator.planning.rostering.month import load_month
from simulator.planning.rostering.roster import Duty, roster_of

FILE = Path(__file__).parents[2] / "simulator" / "samples" / "zhongshan-2026-09.csv"
FIRST, DAYS = date(2026, 9, 7), 28
HOLIDAY = (date(2026, 10, 1), date(2026, 10, 7))
#: Person -> skill, counter, shift.
USUAL = {
    "1001": ("hall", "1", "early"),
    "1002": ("hall", "2", "late"),
    "1003": ("hall", "3", "middle"),
    "1004": ("hall", "4", "middle"),
    "1005": ("business", "5", "early"),
    "1006": ("business", "6", "late"),
    "1008": ("adviser", "advice-1", "early"),
    "1009": ("adviser", "vip", "late"),
    "1010": ("adviser", "advice-2", "middle"),
}
#: Who jumps in, and for which skills.
JUMPS_IN = {"1007": ("business", "hall"), "1011": ("adviser", "hall")}
#: Everybody's day off, Monday is 0: never two who open, or two who close, with keys.
OFF = {
    **{"1001": 0, "1002": 1, "1003": 2, "1004": 5, "1005": 2, "1006": 3},
    **{"1007": 5, "1008": 4, "1009": 5, "1010": 0, "1011": 3},
}
HOURS = {"early": (510, 1020), "middle": (540, 1050), "late": (570, 1080), "short": (540, 840)}
LUNCH = {"early": (660, 720), "middle": (720, 780), "late": (780, 840)}
LEAVE = {
    "1003": (date(2026, 9, 21), date(2026, 9, 23)),
    "1007": (date(2026, 9, 28), date(2026, 9, 30)),
}
#: Shifts end half an hour after closing at the latest: 17:00 on the day before the holiday.
SHORT_DAY = date(2026, 9, 30)


def present() -> list[Duty]:
    """Every duty of the four weeks."""
    days = [FIRST + timedelta(days=n) for n in range(DAYS)]
    is_open = [d for d in days if d.weekday() != 6 and not HOLIDAY[0] <= d <= HOLIDAY[1]]
    return [duty for day in is_open for duty in _day(day)]


def _day(day: date) -> list[Duty]:
    there = [person for person in USUAL if not _is_away(person, day)]
    free = [usual for person, usual in USUAL.items() if person not in there]
    found = [_duty(day, person, *USUAL[person]) for person in there]
    for person, skills in JUMPS_IN.items():
        fits = [usual for usual in free if usual[0] in skills]
        if fits and not _is_away(person, day):
            free.remove(fits[0])
            found.append(_duty(day, person, *fits[0]))
    hall = [usual for usual in free if usual[0] == "hall"]
    if hall:
        found.append(_duty(day, "1012", "hall", hall[0][1], "short"))
    return found


def _is_away(person: str, day: date) -> bool:
    first, last = LEAVE.get(person, (day, day - timedelta(days=1)))
    return first <= day <= last or OFF.get(person) == day.weekday()


def _duty(day: date, person: str, skill: str, counter: str, shift: str) -> Duty:
    lunch = (LUNCH[shift],) if shift in LUNCH else ()
    shift = "early" if day == SHORT_DAY and shift != "short" else shift
    return Duty(day.isoformat(), person, *HOURS[shift], skill, counter, lunch)


def main() -> None:
    """Write the file."""
    write_roster(FILE, roster_of(present()), load_month("city-staff"))


if __name__ == "__main__":
    main()
