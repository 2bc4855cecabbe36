"""Solves the program of a month within a limit that does not depend on the machine."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import inf
from typing import Final

from ortools.sat.python import cp_model

from shared.domain.errors import InputInvalid
from simulator.planning.rostering.model import Program, Wanted
from simulator.planning.rostering.model_house import ask_of_the_house
from simulator.planning.rostering.model_people import ask_of_people, changed_days
from simulator.planning.rostering.month import Month
from simulator.planning.rostering.pattern import Choices
from simulator.planning.rostering.placing import placed
from simulator.planning.rostering.roster import Duty, Roster, roster_of

#: CP-SAT's deterministic seconds: about one of an idle core, and the same everywhere.
EFFORT: Final = 6.0


class TooFewChanges(InputInvalid):
    """So few changes leave no roster: the present one breaks what may never be broken."""

    code = "roster_too_few_changes"
    sentence = (
        "With at most %1 changes there is no roster: the present one has people on leave, twice, "
        "or without rest. At least %2 are needed; allow as many with --change-at-most."
    )


@dataclass(frozen=True, slots=True)
class Answer:
    """A roster and what the search knows of it. ``cost`` and ``bound`` as in ``prices``.

    ``is_best``: no roster costs less.
    """

    roster: Roster
    cost: float
    bound: float
    is_best: bool

    @property
    def gap_0_1(self) -> float:
        """How far the best roster may be from this one, as a part of its cost."""
        if self.cost == inf:
            return 1.0
        return max(0.0, self.cost - self.bound) / max(abs(self.cost), 1.0)


def answer_of(kept: object) -> Answer:
    """An answer as it was written into a journal: its fields in their order."""
    assert isinstance(kept, list)
    (duties,), *figures = kept
    return Answer(Roster(tuple(_duty_of(*duty) for duty in duties)), *figures)


def _duty_of(
    day: str, person: str, begins: int, ends: int, skill: str, counter: str, breaks: list[list[int]]
) -> Duty:
    pairs = tuple((from_min, to_min) for from_min, to_min in breaks)
    return Duty(day, person, begins, ends, skill, counter, pairs)


def program_of(month: Month, wanted: Wanted, whole: Month | None = None) -> Program:
    """The program of some weeks of a month; without ``whole`` the fair parts are left out."""
    program = Program(Choices(month), wanted, whole or month)
    ask_of_people(program, shares=whole is not None)
    ask_of_the_house(program)
    program.minimise()
    return program


def solve(
    program: Program,
    effort: float = EFFORT,
    seed: int = 1,
    hint: Roster | None = None,
    should_stop: Callable[[], bool] = lambda: False,
) -> Answer:
    """The best roster that the effort finds; the same arguments give the same roster.

    Raises:
        TooFewChanges: the present roster cannot be mended with so few.
    """
    solver, status = _searched(program, effort, seed, hint, should_stop)
    most = program.wanted.changes_most
    if status == cp_model.INFEASIBLE and most is not None:
        raise TooFewChanges(most, least_changes(program.whole, program.wanted, effort, seed))
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Answer(_as_it_was(program), inf, solver.best_objective_bound, False)
    values = tuple(solver.response_proto.solution)
    return Answer(
        roster=placed(program, lambda variable: values[variable.index]),
        cost=solver.objective_value,
        bound=solver.best_objective_bound,
        is_best=status == cp_model.OPTIMAL,
    )


def least_changes(month: Month, wanted: Wanted, effort: float = EFFORT, seed: int = 1) -> int:
    """The fewest days of people that have to differ from the present roster."""
    free = replace(wanted, changes_most=None)
    program = Program(Choices(month), free, month)
    ask_of_people(program)
    ask_of_the_house(program)
    program.model.minimize(cp_model.LinearExpr.sum(changed_days(program)))
    solver, _ = _searched(program, effort, seed, None, lambda: False)
    return round(solver.objective_value)


def _searched(
    program: Program,
    effort: float,
    seed: int,
    hint: Roster | None,
    should_stop: Callable[[], bool],
) -> tuple[cp_model.CpSolver, cp_model.CpSolverStatus]:
    """One search on one worker, ended by a count of its work: the same on every machine."""
    if hint is not None:
        _begin_at(program, hint)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.random_seed = seed
    solver.parameters.max_deterministic_time = effort

    def stops(_: float) -> None:
        if should_stop():
            solver.stop_search()

    solver.best_bound_callback = stops
    return solver, solver.solve(program.model, _Watch(should_stop))


def _begin_at(program: Program, hint: Roster) -> None:
    """Let the search begin with these duties."""
    spans = {(s.begins_min, s.ends_min): s.id for s in program.choices.shifts}
    there = {
        (duty.person, duty.day, spans.get((duty.begins_min, duty.ends_min), ""), duty.skill)
        for duty in hint.duties
    }
    for key, works in program.of.works.items():
        program.model.add_hint(works, key in there)


class _Watch(cp_model.CpSolverSolutionCallback):
    """Ends the search when somebody wants it ended."""

    def __init__(self, should_stop: Callable[[], bool]) -> None:
        super().__init__()
        self._should_stop = should_stop

    def on_solution_callback(self) -> None:
        """Called by the solver with each better roster."""
        if self._should_stop():
            self.stop_search()


def _as_it_was(program: Program) -> Roster:
    """What may stay of the present roster, where the effort was too little for any other."""
    present = program.present.values()
    return roster_of(duty for duty in present if (duty.person, duty.day) in program.of.kept)
