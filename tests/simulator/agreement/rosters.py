"""Random rosters: who sits where and when, with pauses, handovers, moves and cash work."""

import random
from dataclasses import replace

from shared.domain.rules import Rules
from simulator.model.shift import Shift, Stint, in_turn


def random_shifts(draw: random.Random, rules: Rules, unit_us: int) -> tuple[Shift, ...]:
    """Most counters are staffed: all day, with pauses, only for a while, by several people."""
    found: list[Shift] = []
    opens_us = rules.hours.opens_us if rules.hours else 0
    for index, counter in enumerate(rules.counters):
        if index and draw.random() < 0.1:
            continue
        stints = _stints(draw, opens_us + draw.choice((0, 0, 0, 20)) * unit_us, unit_us)
        found += [Shift(counter.id, "", part) for part in _by_person(draw, stints)]
    return _staffed(draw, rules, found)


def _stints(draw: random.Random, at_us: int, unit_us: int) -> list[Stint]:
    stints = []
    for _ in range(draw.choice((0, 0, 1, 2, 3))):
        to_us = at_us + draw.choice((0, 7, 60, 150)) * unit_us
        back_us = to_us + draw.choice((0, 5, 40)) * unit_us
        reason = draw.choice(("break", "lunch", "lunch", ""))
        stints.append(Stint(at_us, to_us, reason, back_us if reason else None))
        at_us = back_us
    ends = draw.random() < 0.3
    last_us = at_us + draw.choice((30, 200, 400)) * unit_us if ends else None
    last = "break" if draw.random() < 0.3 else ""
    stints.append(Stint(at_us, last_us, last))
    if last and (draw.random() < 0.7 or not ends):  # cash work, then the counter closes
        gap_us = draw.choice((0, 3, 20)) * unit_us
        stints.append(Stint(last_us or 0, calls=False, gap_us=gap_us))
    return stints


def _by_person(draw: random.Random, stints: list[Stint]) -> list[tuple[Stint, ...]]:
    """The stints of each person: somebody else may come wherever the counter closes."""
    parts: list[list[Stint]] = [[]]
    for stint in stints:
        parts[-1].append(stint)
        if not stint.pause_reason and stint is not stints[-1] and draw.random() < 0.7:
            parts.append([])
    return [tuple(part) for part in parts]


def _staffed(draw: random.Random, rules: Rules, shifts: list[Shift]) -> tuple[Shift, ...]:
    """Who does which of these: a person who is done at one counter may move to another."""
    free_us: dict[str, int | None] = {}
    done = []
    for shift in in_turn(shifts):
        begins_us = shift.stints[0].from_us
        free = [p for p, at_us in free_us.items() if at_us is not None and at_us <= begins_us]
        moves = bool(free) and draw.random() < 0.6
        person = draw.choice(free) if moves else str(1001 + len(free_us))
        last = shift.stints[-1]
        free_us[person] = None if last.pause_reason or not last.calls else last.to_us
        skills = None
        if draw.random() < 0.3:
            skills = tuple(s.id for s in rules.services if draw.random() < 0.7)
        speed_milli = draw.choice((1000, 1000, 833, 1250))
        done.append(replace(shift, staff=person, skills=skills, speed_milli=speed_milli))
    return tuple(in_turn(_mixed(draw, done)))


def _mixed(draw: random.Random, shifts: list[Shift]) -> list[Shift]:
    """Who begins at the same moment in any order, but one after another at a counter, of a person.

    Otherwise somebody would come to a counter, or go to another, from where a pause goes on.
    """
    places = list(range(len(shifts)))
    draw.shuffle(places)
    latest: dict[str, int] = {}
    for number, shift in enumerate(shifts):
        mine = (f"counter {shift.counter}", f"person {shift.staff}")
        places[number] = max(places[number], *(latest.get(name, 0) for name in mine))
        latest.update(dict.fromkeys(mine, places[number]))
    order = sorted(range(len(shifts)), key=lambda number: places[number])
    return [shifts[number] for number in order]
