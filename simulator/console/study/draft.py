"""A plan that is being changed: the case with other staffing, kiosks, rules and distances."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from shared.config.profile import Hours, MachineTable, Profile
from shared.domain.errors import ScenarioInvalid
from simulator.console.study.case import Case
from simulator.model.check_scenario import problems
from simulator.model.machine_count import counts_of, with_machines
from simulator.model.other_policy import other_policy
from simulator.model.plan import Plan, to_plan
from simulator.model.scenario import PolicyChange, Scenario
from simulator.model.scenario_day import hours_on, played_on
from simulator.model.scenario_hall import Layout
from simulator.model.scenario_staff import Staffing
from simulator.planning.layout.floor_plan import FloorPlan


@dataclass(frozen=True)
class Draft:
    """One plan of a case. Every change gives another draft; the case stays as it was opened.

    ``preset`` and ``overload`` are None where the case's own rules hold. ``floor`` is where things
    stand, for a picture: what it means for customers is in the scenario's layout, so that two
    drafts are the same plan wherever their machines are drawn.
    """

    case: Case
    scenario: Scenario
    preset: str | None = None
    overload: str | None = None
    floor: FloorPlan | None = field(default=None, compare=False)

    @property
    def profile(self) -> Profile:
        """The branch under the rules of this draft.

        Raises:
            VariantInvalid: the profile does not fit together with them.
        """
        return other_policy(self.case.profile, self.preset, self.overload)

    @cached_property
    def hall(self) -> Profile:
        """The branch with the machines of this draft."""
        return with_machines(self.case.profile, self.scenario.machines)

    @property
    def staffing(self) -> tuple[Staffing, ...]:
        """Who works where and when; where a scenario says nothing, every counter all day."""
        if self.scenario.staffing:
            return self.scenario.staffing
        return tuple(Staffing(counter=counter.id) for counter in self.case.profile.counters)

    @property
    def hours(self) -> Hours:
        """The hours of the branch on its day."""
        rules = self.case.rules
        return hours_on(self.case.profile, rules, played_on(self.scenario, rules))

    def plan(self) -> Plan:
        """What the simulator runs.

        Raises:
            ScenarioInvalid: the first thing that does not fit; VariantInvalid.
        """
        profile = self.profile
        for problem in problems(self.scenario, profile):
            raise ScenarioInvalid(self.scenario.name.en, problem)
        return to_plan(self.scenario, profile)

    def problem(self) -> str:
        """The first thing that does not fit, empty when all does."""
        return next(iter(problems(self.scenario, self.profile)), "")

    def staffed(self, lines: Sequence[Staffing]) -> "Draft":
        """With other people at the counters."""
        return self._with(staffing=tuple(lines))

    def with_kiosks(self, count: int) -> "Draft":
        """With so many kiosks."""
        return self._with(kiosk=self.scenario.kiosk.model_copy(update={"count": count}))

    def with_machines(self, kind: Sequence[MachineTable], count: int) -> "Draft":
        """With so many machines of a kind."""
        mine = {machine.id for machine in kind}
        kept = [line for line in self.scenario.machines if line.machine not in mine]
        return self._with(machines=(*kept, *counts_of(kind, count)))

    def machine_count(self, kind: Sequence[MachineTable]) -> int:
        """How many machines of a kind there are."""
        named = {line.machine: line.count for line in self.scenario.machines}
        return sum(named.get(machine.id, 1) for machine in kind)

    def with_layout(self, layout: Layout | None) -> "Draft":
        """With other distances."""
        return self._with(layout=layout)

    def with_floor(self, floor: FloorPlan | None) -> "Draft":
        """With things standing elsewhere."""
        return replace(self, floor=floor)

    def with_preset(self, preset: str | None) -> "Draft":
        """Under another preset; the case's own is none."""
        own = self.case.profile.policy.preset
        return replace(self, preset=None if preset == own else preset)

    def with_overload(self, overload: str | None) -> "Draft":
        """Under another overload rule."""
        own = self.case.profile.policy.overload.rule
        return replace(self, overload=None if overload == own else overload)

    def with_customers(self, percent: int) -> "Draft":
        """With so many of the case's customers: 100 are as many as it has."""
        own = self.case.scenario.demand
        factor = percent / 100
        changes: dict[str, object] = {}
        if own.half_hours_per_hour:
            changes["half_hours_per_hour"] = tuple(r * factor for r in own.half_hours_per_hour)
        elif own.per_hour:
            changes["per_hour"] = own.per_hour * factor
        elif own.steps:
            changes["steps"] = tuple(
                step.model_copy(update={"per_hour": step.per_hour * factor}) for step in own.steps
            )
        return self._with(demand=own.model_copy(update=changes))

    @property
    def policy(self) -> PolicyChange | None:
        """The rules as a scenario file says them; None where they are the case's."""
        if self.preset is None and self.overload is None:
            return None
        return PolicyChange(preset=self.preset, overload=self.overload)

    def _with(self, **changes: object) -> "Draft":
        return replace(self, scenario=self.scenario.model_copy(update=changes))


def begin(case: Case) -> Draft:
    """The case as it is."""
    return Draft(case, case.scenario)
