"""What contracts and wishes ask of the program: hours, days, rest, fair parts, changes."""

from collections.abc import Sequence
from datetime import date, timedelta

from ortools.sat.python import cp_model

from simulator.planning.rostering import prices
from simulator.planning.rostering.model import Program
from simulator.planning.rostering.month import Day
from simulator.planning.rostering.pattern import Choices, Worked
from simulator.planning.rostering.roster import Duty
from simulator.planning.rostering.staff_file import Fair
from simulator.planning.rostering.staff_people import Person

Sum = cp_model.LinearExpr.sum
DAY_MIN = 1440


def ask_of_people(program: Program, shares: bool = True) -> None:
    """Every rule about one person, and what their hours and wishes cost.

    ``shares`` False leaves the fair parts out: what is left has nothing to do with other weeks.
    """
    for person in program.month.file.people:
        _weeks(program, person)
        _rests(program, person)
        _rows(program, person)
        _pay(program, person)
    for fair in program.month.file.fairness if shares else ():
        _share(program, fair)
    _near_to_present(program)


def _minutes(program: Program, person: Person, days: Sequence[Day]) -> list[cp_model.LinearExprT]:
    """Paid minutes of a person on these days, as terms."""
    return [
        shift.paid_min * works
        for day in days
        for shift in program.choices.shifts_on(person, day)
        for works in program.works(person.id, day.iso, shift.id)
    ]


def _weeks(program: Program, person: Person) -> None:
    contract = program.month.contract[person.id]
    weeks: dict[str, list[Day]] = {}
    for day in program.month.days:
        weeks.setdefault(day.week, []).append(day)
    for week, days in weeks.items():
        minutes = _minutes(program, person, days)
        program.model.add(Sum(minutes) <= round(60 * contract.hours_week_most))
        worked = [works for day in days for works in program.works(person.id, day.iso)]
        program.model.add(Sum(worked) <= contract.days_week_most)
        least = program.choices.least_min(person, days)
        if least:
            missing = program.model.new_int_var(0, least, f"least/{person.id}/{week}")
            program.model.add(Sum([*minutes, missing]) >= least)
            program.pay(prices.LEAST_MINUTE, missing)


def _rests(program: Program, person: Person) -> None:
    """After a shift, no shift of the next days that begins too soon."""
    rest_min = round(60 * program.month.contract[person.id].rest_h)
    for day in program.open_days:
        for nights in range(1, 2 + rest_min // DAY_MIN):
            later = program.month.by_day.get(_days_after(day.iso, nights))
            if later is None or not later.is_open:
                continue
            _rest_between(program, person, (day, later, nights), rest_min)
    for duty in program.fixed.get(person.id, []):
        for day in program.open_days:
            for shift in program.choices.shifts_on(person, day):
                if _too_near(duty, day, shift, rest_min):
                    for works in program.works(person.id, day.iso, shift.id):
                        program.model.add(works == 0)


def _rest_between(
    program: Program, person: Person, days: tuple[Day, Day, int], rest_min: int
) -> None:
    """Of the shifts of one day that end too late, and one of a day so many nights later."""
    day, later, nights = days
    for after in program.choices.shifts_on(person, later):
        begins = nights * DAY_MIN + after.begins_min
        too_late = [
            works
            for shift in program.choices.shifts_on(person, day)
            if begins - shift.ends_min < rest_min
            for works in program.works(person.id, day.iso, shift.id)
        ]
        if too_late:
            own = program.works(person.id, later.iso, after.id)
            program.model.add(Sum([*too_late, *own]) <= 1)


def _too_near(duty: Duty, day: Day, shift: Worked, rest_min: int) -> bool:
    """Whether there is too little rest between a fixed duty and a shift before or after it."""
    nights = (date.fromisoformat(day.iso) - date.fromisoformat(duty.day)).days
    if nights > 0:
        return nights * DAY_MIN + shift.begins_min - duty.ends_min < rest_min
    return -nights * DAY_MIN + duty.begins_min - shift.ends_min < rest_min


def _rows(program: Program, person: Person) -> None:
    """Of so many days in a row and one more, one is off; fixed days count."""
    most = program.month.contract[person.id].days_in_a_row_most
    fixed = {duty.day for duty in program.fixed.get(person.id, [])}
    windows = {
        _days_after(day.iso, -before) for day in program.open_days for before in range(most + 1)
    }
    for begins in sorted(windows):
        window = [_days_after(begins, number) for number in range(most + 1)]
        works = [works for day in window for works in program.works(person.id, day)]
        if works:
            program.model.add(Sum(works) <= max(0, most - sum(day in fixed for day in window)))


def _days_after(day: str, number: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=number)).isoformat()


def _pay(program: Program, person: Person) -> None:
    """Paid hours, and the wishes that are not granted."""
    hour = program.month.file.prices.hour
    for day in program.open_days:
        shifts = program.choices.shifts_on(person, day)
        for shift in shifts:
            for works in program.works(person.id, day.iso, shift.id):
                program.pay(hour * shift.paid_min / 60, works)
        for wish in person.wishes:
            if wish.holds(date.fromisoformat(day.iso)):
                _wish(program, person, day, shifts, wish.shifts, wish.weight)


def _wish(
    program: Program,
    person: Person,
    day: Day,
    shifts: Sequence[Worked],
    wanted: tuple[str, ...] | None,
    weight: int,
) -> None:
    """Work on a day that was to be free; or any but the wanted shifts, a day off included."""
    for shift in shifts:
        for works in program.works(person.id, day.iso, shift.id):
            if wanted is None:
                program.pay(prices.WISH * weight, works)
            elif shift.id in wanted:
                program.pay(-prices.WISH * weight, works)


def _share(program: Program, fair: Fair) -> None:
    """Nobody's count is further from their part of all of it than allowed.

    With part = all x weight / weights, everything times the weights: whole numbers.
    """
    month, model, choices = program.whole, program.model, Choices(program.whole)
    people = [(p, choices.weight(p, fair)) for p in month.file.people]
    people = [(person, weight) for person, weight in people if weight]
    together = sum(weight for _, weight in people)
    counts = {person.id: _counted(program, person, fair) for person, _ in people}
    done = {person.id: _done(program, person, fair) for person, _ in people}
    everything = Sum([v for own in counts.values() for v in own]) + sum(done.values())
    for person, weight in people:
        count = Sum(counts[person.id]) + done[person.id]
        above = model.new_int_var(0, len(month.days), f"above/{fair.id}/{person.id}")
        below = model.new_int_var(0, len(month.days), f"below/{fair.id}/{person.id}")
        model.add(
            together * (count - above - fair.apart_most) <= weight * everything + together - 1
        )
        model.add(
            together * (count + below + fair.apart_most) >= weight * everything - together + 1
        )
        program.pay(prices.UNFAIR, above)
        program.pay(prices.UNFAIR, below)


def _counted(program: Program, person: Person, fair: Fair) -> list[cp_model.IntVar]:
    return [
        works
        for day in program.open_days
        if fair.weekdays is None or day.weekday in fair.weekdays
        for shift in program.choices.shifts_on(person, day)
        if fair.shifts is None or shift.id in fair.shifts
        for works in program.works(person.id, day.iso, shift.id)
    ]


def _done(program: Program, person: Person, fair: Fair) -> int:
    """How often on fixed days of the month."""
    days, count = program.whole.by_day, 0
    for duty in program.fixed.get(person.id, []):
        shift = program.choices.shift_of(duty)
        fits = duty.day in days and (
            fair.weekdays is None or days[duty.day].weekday in fair.weekdays
        )
        count += fits and (fair.shifts is None or (shift is not None and shift.id in fair.shifts))
    return count


def _near_to_present(program: Program) -> None:
    """Days of people that differ from the present roster: at most so many, or as few as pays."""
    if program.wanted.present is None:
        return
    changes = changed_days(program)
    if program.wanted.changes_most is None:
        program.pay(prices.CHANGE, Sum(changes))
    else:
        program.model.add(Sum(changes) <= program.wanted.changes_most)


def changed_days(program: Program) -> list[cp_model.LinearExprT]:
    """Terms whose sum is how many days of people differ from the present roster."""
    found: list[cp_model.LinearExprT] = []
    for who_day in program.present:
        kept = program.of.kept.get(who_day)
        found.append(1 if kept is None else 1 - kept)
    for person in program.month.file.people:
        for day in program.open_days:
            if (person.id, day.iso) not in program.present:
                found += program.works(person.id, day.iso)
    return found
