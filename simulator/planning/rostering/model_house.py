"""What the house asks of the program: places, breaks at once, presence, needs, spare people."""

from ortools.sat.python import cp_model

from simulator.planning.rostering import prices
from simulator.planning.rostering.model import Program
from simulator.planning.rostering.month import Day
from simulator.planning.rostering.roster import Duty
from simulator.planning.rostering.staff_file import Presence, When

Sum = cp_model.LinearExpr.sum
#: (Day, skill, step) -> people.
Needed = dict[tuple[str, str, int], int]


def ask_of_the_house(program: Program) -> None:
    """Every rule about who is there together, and what is missing of it."""
    needed = program.needed(), program.needed(found_too=False)
    for day in program.open_days:
        _places(program, day)
        _kept_counters(program, day)
        _breaks_at_once(program, day)
        for presence in program.month.file.presence:
            _presence(program, day, presence)
        for skill in program.month.file.skills:
            if program.choices.places(skill.id):
                _needs(program, day, skill.id, needed)


def _places(program: Program, day: Day) -> None:
    """As many with a skill as it has counters and seats; who is on a break keeps theirs."""
    begins = sorted({shift.begins_min for shift in program.choices.shifts})
    for skill in program.month.file.skills:
        room = program.choices.places(skill.id)
        for at in begins:
            there = [
                works
                for (_, _, shift, own), works in program.on_day(day.iso)
                if own == skill.id
                and program.shift[shift].begins_min <= at < program.shift[shift].ends_min
            ]
            if len(there) > room:
                program.model.add(Sum(there) <= room)


def _kept_counters(program: Program, day: Day) -> None:
    """Who is kept keeps the counter: two cannot have one, and who is new needs one of the others.

    The others are those that nobody who is kept uses at all that day.
    """
    kept = [
        (program.present[who_day], variable)
        for who_day, variable in program.of.kept.items()
        if who_day[1] == day.iso
    ]
    for number, (one, first) in enumerate(kept):
        for other, second in kept[number + 1 :]:
            if one.counter and one.counter == other.counter and _overlap(one, other):
                program.model.add_at_most_one([first, second])
    for skill in program.month.file.skills:
        own = [(duty, variable) for duty, variable in kept if duty.skill == skill.id]
        if own:
            _new_ones(program, day, skill.id, own)


def _overlap(one: Duty, other: Duty) -> bool:
    return one.begins_min < other.ends_min and other.begins_min < one.ends_min


def _new_ones(
    program: Program, day: Day, skill: str, kept: list[tuple[Duty, cp_model.IntVar]]
) -> None:
    used: list[cp_model.LinearExprT] = [v for duty, v in kept if not duty.counter]
    for counter in sorted({duty.counter for duty, _ in kept if duty.counter}):
        is_used = program.model.new_bool_var(f"used/{day.iso}/{counter}")
        for duty, variable in kept:
            if duty.counter == counter:
                program.model.add_implication(variable, is_used)
        used.append(is_used)
    works = [v for (_, _, _, own), v in program.on_day(day.iso) if own == skill]
    new = Sum([*works, *(-variable for _, variable in kept)])
    anybody = program.model.new_bool_var(f"new/{day.iso}/{skill}")
    program.model.add(new <= len(works) * anybody)
    room = program.choices.places(skill)
    program.model.add(Sum([new, *used]) <= room).only_enforce_if(anybody)


def _breaks_at_once(program: Program, day: Day) -> None:
    most = program.month.file.lunch_away_most
    if most is None:
        return
    for slot in program.choices.slots(day):
        gone = program.gone(day, slot)
        if gone:
            many = program.model.new_int_var(0, len(program.month.file.people), "")
            program.model.add(Sum(gone) <= most + many)
            program.pay(prices.BREAKS_AT_ONCE, many)


def _presence(program: Program, day: Day, presence: Presence) -> None:
    """So many of those who count; with cash only while a skill with a cash counter is at work.

    Which counter somebody gets is settled afterwards, so whoever might sit at a cash counter is
    taken to.
    """
    for slot in program.choices.slots(day):
        if not _is_asked(program, day, presence.when, slot):
            continue
        missing = program.model.new_int_var(0, presence.people, "")
        there = Sum([*program.at_work(day, slot, presence=presence.id), missing])
        asked = program.model.add(there >= presence.people)
        if presence.when is When.CASH:
            asked.only_enforce_if(_cash_is_open(program, day, slot))
        program.pay(prices.PRESENCE, missing)


def _is_asked(program: Program, day: Day, when: When, slot: int) -> bool:
    step = program.month.file.step_min
    if when is When.OPENING:
        return slot < day.opens_min
    if when is When.CLOSING:
        return slot + step > day.closes_min
    return slot + step > day.opens_min and slot < day.closes_min


def _cash_is_open(program: Program, day: Day, slot: int) -> cp_model.IntVar:
    """1 where somebody is at work with a skill that has a cash counter."""
    cash = set(program.month.file.cash_counters)
    is_open = program.model.new_bool_var("")
    for skill in program.month.file.skills:
        if cash & set(skill.counters):
            most = program.choices.places(skill.id)
            program.model.add(Sum(program.at_work(day, slot, skill.id)) <= most * is_open)
    return is_open


def _needs(program: Program, day: Day, skill: str, needed: tuple[Needed, Needed]) -> None:
    """As many at work as are needed, or what is missing is paid for; one more may be worth it."""
    file = program.month.file
    price = file.prices.missing_half_hour * file.step_min / 30
    found = prices.found_need(day.iso in program.wanted.urgent)
    for slot in program.choices.slots(day):
        people, written = (each.get((day.iso, skill, slot), 0) for each in needed)
        if not people:
            continue
        there = program.at_work(day, slot, skill)
        missing = program.model.new_int_var(0, people, "")
        program.pay(found, missing)
        if written:
            more = program.model.new_int_var(0, written, "")
            program.model.add(Sum([*there, more]) >= written)
            program.pay(prices.NEED - found, more)
        worth = prices.worth_of_spare(people, file.absent, price)
        if round(worth) and people < program.choices.places(skill):
            spare = program.model.new_bool_var("")
            there.append(-spare)
            program.pay(-worth, spare)
        program.model.add(Sum([*there, missing]) >= people)
