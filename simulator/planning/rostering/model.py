"""The roster as an integer program for CP-SAT: always solvable, since what is missing has a price.

Who works which shift with which skill is one variable each. Who of several alike has a break when
is settled afterwards (``placing``): the program only counts how many of them are away, which is
the same for every rule and a tenth of the variables. What may never be (leave, skills, hours, rest)
is a constraint; what is short is paid for (``prices``) and named by the checker.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ortools.sat.python import cp_model

from simulator.planning.rostering.month import Day, Month
from simulator.planning.rostering.need import DayNeed, written_needs
from simulator.planning.rostering.pattern import Breaks, Choices, Worked, counts_for
from simulator.planning.rostering.roster import NOBODY, Duty, Roster
from simulator.planning.rostering.staff_people import Person

#: Who of several is alike: for the same presences, with the same ways to put breaks.
Alike = tuple[frozenset[str], float]
#: Day, shift, skill, who is alike.
Crew = tuple[str, str, str, Alike]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for besides the staff file.

    ``present`` is the roster to stay near to, ``changes_most`` how many days of people may differ
    from it (None: as few as pays). ``fixed`` are duties on other days than those of the program:
    before the period, or in weeks that are not looked at. ``urgent`` are days that did not keep
    their standard when they lacked some of these needs.
    """

    needs: tuple[DayNeed, ...] = ()
    present: Roster | None = None
    changes_most: int | None = None
    fixed: Roster = NOBODY
    urgent: frozenset[str] = frozenset()


@dataclass
class Variables:
    """The variables of the program, by what they stand for."""

    works: dict[tuple[str, str, str, str], cp_model.IntVar] = field(default_factory=dict)
    away: dict[tuple[Crew, Breaks], cp_model.IntVar] = field(default_factory=dict)
    kept: dict[tuple[str, str], cp_model.IntVar] = field(default_factory=dict)


class Program:
    """The program of some weeks of a month. ``objective`` holds (price, variable).

    ``choices`` are those of the weeks, ``whole`` is the month to which they belong.
    """

    def __init__(self, choices: Choices, wanted: Wanted, whole: Month) -> None:
        self.choices, self.month, self.wanted = choices, choices.month, wanted
        self.whole = whole
        self.model = cp_model.CpModel()
        self.of = Variables()
        self.objective: list[tuple[int, cp_model.LinearExprT]] = []
        self.open_days = [day for day in self.month.days if day.is_open]
        self._by_person_day: dict[tuple[str, str], list[cp_model.IntVar]] = {}
        self._variables()

    @cached_property
    def present(self) -> dict[tuple[str, str], Duty]:
        """The duties of the present roster in the period, by person and day."""
        if self.wanted.present is None:
            return {}
        isos = self.month.by_day
        return {(d.person, d.day): d for d in self.wanted.present.duties if d.day in isos}

    @cached_property
    def fixed(self) -> dict[str, list[Duty]]:
        """What people work on other days, by person."""
        found: dict[str, list[Duty]] = {}
        for duty in self.wanted.fixed.duties:
            if duty.day not in self.month.by_day:
                found.setdefault(duty.person, []).append(duty)
        return found

    def needed(self, found_too: bool = True) -> dict[tuple[str, str, int], int]:
        """(Day, skill, step) -> how many are needed: the most of all that is asked for.

        ``found_too`` False: of the staff file only, without what the simulation found.
        """
        found: dict[tuple[str, str, int], int] = {}
        for need in (*written_needs(self.month), *(self.wanted.needs if found_too else ())):
            if need.day not in self.month.by_day:
                continue
            for slot in self.choices.slots(self.month.by_day[need.day]):
                if need.begins_min <= slot < need.ends_min:
                    key = need.day, need.skill, slot
                    found[key] = max(found.get(key, 0), need.people)
        return found

    def alike(self, person: Person) -> Alike:
        """Among whom this person's breaks may be swapped."""
        presences = self.month.file.presence
        ids = frozenset(p.id for p in presences if counts_for(person, p))
        return ids, self.month.contract[person.id].stretch_h_most

    def works(self, person: str, day: str, shift: str | None = None) -> list[cp_model.IntVar]:
        """The variables of a person on a day: of them at most one is 1."""
        if shift is None:
            return self._by_person_day.get((person, day), [])
        return [
            v for (p, d, s, _), v in self._of_day(person, day) if (p, d, s) == (person, day, shift)
        ]

    def _of_day(
        self, person: str, day: str
    ) -> Iterable[tuple[tuple[str, str, str, str], cp_model.IntVar]]:
        shifts = [shift.id for shift in self.choices.shifts]
        skills = self.month.person[person].skills
        keys = [(person, day, shift, skill) for shift in shifts for skill in skills]
        return [(key, self.of.works[key]) for key in keys if key in self.of.works]

    def pay(self, price: float, what: cp_model.LinearExprT) -> None:
        """So much for each unit of this."""
        if round(price):
            self.objective.append((round(price), what))

    def minimise(self) -> None:
        """Give the program its objective."""
        self.model.minimize(
            cp_model.LinearExpr.sum([price * what for price, what in self.objective])
        )

    def _variables(self) -> None:
        for day in self.open_days:
            crews: dict[Crew, list[tuple[Person, cp_model.IntVar]]] = {}
            for person in self.month.file.people:
                for shift in self.choices.shifts_on(person, day):
                    for skill in self.choices.working_skills(person):
                        key = (person.id, day.iso, shift.id, skill)
                        works = self.of.works[key] = self.model.new_bool_var("/".join(key))
                        crew = (day.iso, shift.id, skill, self.alike(person))
                        crews.setdefault(crew, []).append((person, works))
                        self._by_person_day.setdefault((person.id, day.iso), []).append(works)
            self._keeps(day)
            for crew, members in crews.items():
                self._breaks(crew, members)
        for variables in self._by_person_day.values():
            self.model.add_at_most_one(variables)

    def _keeps(self, day: Day) -> None:
        """Whether somebody's day stays exactly as it was."""
        for person in self.month.file.people:
            duty = self.present.get((person.id, day.iso))
            if duty is None or not self.choices.is_possible(duty):
                continue
            kept = self.model.new_bool_var(f"kept/{person.id}/{day.iso}")
            shift = self.choices.shift_of(duty)
            assert shift is not None
            self.model.add_implication(
                kept, self.of.works[person.id, day.iso, shift.id, duty.skill]
            )
            self.of.kept[person.id, day.iso] = kept

    def _breaks(self, crew: Crew, members: Sequence[tuple[Person, cp_model.IntVar]]) -> None:
        """How many of a crew have their breaks in which way; who is kept has them as before."""
        day, shift_id, skill, _ = crew
        shift = next(s for s in self.choices.shifts if s.id == shift_id)
        ways = self.choices.ways(members[0][0], shift)
        if ways == ((),):
            return
        counts = []
        for number, way in enumerate(ways):
            name = f"away/{day}/{shift_id}/{skill}/{number}"
            counts.append(self.model.new_int_var(0, len(members), name))
            self.of.away[crew, way] = counts[-1]
        moving: list[cp_model.LinearExprT] = [works for _, works in members]
        moving += [-kept for kept, duty in self.kept_of(crew, members)]
        self.model.add(cp_model.LinearExpr.sum(counts) == cp_model.LinearExpr.sum(moving))

    def kept_of(
        self, crew: Crew, members: Sequence[tuple[Person, cp_model.IntVar]]
    ) -> list[tuple[cp_model.IntVar, Duty]]:
        """Who of a crew may be kept, with the duty that they then do."""
        day, shift_id, skill, _ = crew
        found = []
        for person, _ in members:
            kept, duty = self.of.kept.get((person.id, day)), self.present.get((person.id, day))
            if kept is None or duty is None or duty.skill != skill:
                continue
            shift = self.choices.shift_of(duty)
            if shift is not None and shift.id == shift_id:
                found.append((kept, duty))
        return found

    def at_work(
        self, day: Day, slot: int, skill: str | None = None, presence: str | None = None
    ) -> list[cp_model.LinearExprT]:
        """Terms of how many are at work in a step: with a skill, or counted for a presence."""
        there: list[cp_model.LinearExprT] = []
        for key, works in self.on_day(day.iso):
            person, _, shift_id, own = key
            if skill is not None and own != skill:
                continue
            if presence is not None and presence not in self.alike_of[person][0]:
                continue
            shift = self.shift[shift_id]
            if shift.begins_min <= slot < shift.ends_min:
                there.append(works)
        there += [-gone for gone in self.gone(day, slot, skill, presence)]
        return there

    def gone(
        self, day: Day, slot: int, skill: str | None = None, presence: str | None = None
    ) -> list[cp_model.IntVar]:
        """Variables whose sum is how many are on a break in a step."""
        found = []
        for (crew, way), count in self.ways_on(day.iso):
            fits = skill is None or crew[2] == skill
            fits = fits and (presence is None or presence in crew[3][0])
            if fits and _is_away(way, slot):
                found.append(count)
        for (person, iso), kept in self.of.kept.items():
            duty = self.present[person, iso]
            fits = iso == day.iso and (skill is None or duty.skill == skill)
            fits = fits and (presence is None or presence in self.alike_of[person][0])
            if fits and _is_away(duty.breaks, slot):
                found.append(kept)
        return found

    @cached_property
    def shift(self) -> Mapping[str, Worked]:
        """The shifts by name."""
        return {shift.id: shift for shift in self.choices.shifts}

    @cached_property
    def alike_of(self) -> Mapping[str, Alike]:
        """Of each person."""
        return {person.id: self.alike(person) for person in self.month.file.people}

    @cached_property
    def _days(self) -> dict[str, list[tuple[tuple[str, str, str, str], cp_model.IntVar]]]:
        found: dict[str, list[tuple[tuple[str, str, str, str], cp_model.IntVar]]] = {}
        for key, works in self.of.works.items():
            found.setdefault(key[1], []).append((key, works))
        return found

    @cached_property
    def _ways(self) -> dict[str, list[tuple[tuple[Crew, Breaks], cp_model.IntVar]]]:
        found: dict[str, list[tuple[tuple[Crew, Breaks], cp_model.IntVar]]] = {}
        for key, count in self.of.away.items():
            found.setdefault(key[0][0], []).append((key, count))
        return found

    def on_day(self, day: str) -> list[tuple[tuple[str, str, str, str], cp_model.IntVar]]:
        """Who may work on a day, as what."""
        return self._days.get(day, [])

    def ways_on(self, day: str) -> list[tuple[tuple[Crew, Breaks], cp_model.IntVar]]:
        """The counts of breaks of a day."""
        return self._ways.get(day, [])


def _is_away(breaks: Breaks, slot: int) -> bool:
    return any(begins <= slot < ends for begins, ends in breaks)
