"""Contradictions in a staff file; each sentence names a way out."""

from collections.abc import Iterator, Sequence

from shared.config.naming import suggestion
from shared.config.profile import Table
from simulator.planning.clock import minute_of
from simulator.planning.rostering.month import Month
from simulator.planning.rostering.staff_file import StaffFile


def file_problems(month: Month) -> Iterator[str]:
    """Everything in the staff file that does not fit together, or its branch."""
    file = month.file
    yield from _twice(file)
    yield from _people(file)
    yield from _skills(month)
    yield from _shifts(month)
    yield from _rules(file)
    for number, need in enumerate(file.needs, start=1):
        yield from _known(f"needs.{number}.kinds", need.kinds or (), _kinds(month))
    if month.profile.hours.lasts_min is not None:
        yield "scenario: its profile has no hours (lasts_min). Name a scenario of a branch."
    if not any(day.is_open for day in month.days):
        yield "first_day: the branch is closed on every day of the period. Choose other days."


def _twice(file: StaffFile) -> Iterator[str]:
    """Names are unique within each table."""
    for table in ("skills", "shifts", "contracts", "people", "kinds", "presence", "fairness"):
        seen = set[str]()
        for number, line in enumerate(getattr(file, table), start=1):
            if line.id in seen:
                yield f"{table}.{number}.id: “{line.id}” stands above already. Use another name."
            seen.add(line.id)


def _people(file: StaffFile) -> Iterator[str]:
    skills, contracts = _ids(file.skills), _ids(file.contracts)
    shifts = _ids(file.shifts)
    for number, contract in enumerate(file.contracts, start=1):
        yield from _known(f"contracts.{number}.shifts", contract.shifts or (), shifts)
    for number, person in enumerate(file.people, start=1):
        place = f"people.{number}"
        yield from _known(f"{place}.contract", [person.contract], contracts)
        yield from _known(f"{place}.skills", person.skills, skills)
        for wish in person.wishes:
            yield from _known(f"{place}.wishes.shifts", wish.shifts or (), shifts)


def _skills(month: Month) -> Iterator[str]:
    counters = [counter.id for counter in month.profile.counters]
    for number, skill in enumerate(month.file.skills, start=1):
        yield from _known(f"skills.{number}.counters", skill.counters, counters)
    yield from _known("cash_counters", month.file.cash_counters, counters)
    taken: dict[str, str] = {}
    for number, skill in enumerate(month.file.skills, start=1):
        for counter in skill.counters:
            first = taken.setdefault(counter, skill.id)
            if first != skill.id:
                yield (
                    f"skills.{number}.counters: “{counter}” belongs to “{first}” already. "
                    "Keep it with one of them."
                )


def _shifts(month: Month) -> Iterator[str]:
    file = month.file
    reasons = [reason.id for reason in month.profile.pause_reasons]
    spans: dict[tuple[str, str], str] = {}
    for number, shift in enumerate(file.shifts, start=1):
        place = f"shifts.{number}"
        clocks = [shift.begins, shift.ends]
        if (first := spans.setdefault((shift.begins, shift.ends), shift.id)) != shift.id:
            yield f"{place}: “{first}” has the same times. Make one shift of the two."
        yield from _known(f"{place}.kinds", shift.kinds or (), _kinds(month))
        for rule in shift.breaks:
            clocks += [rule.begins, rule.ends]
            yield from _known(f"{place}.breaks.reason", [rule.reason], reasons)
            if rule.minutes % file.step_min:
                yield (
                    f"{place}.breaks: {rule.minutes} minutes are no whole number of "
                    f"{file.step_min}. Change one of the two (step_min)."
                )
            if minute_of(rule.begins) + rule.minutes > minute_of(rule.ends):
                yield f"{place}.breaks: {rule.minutes} minutes do not fit into the window."
        for clock in clocks:
            if minute_of(clock) % file.step_min:
                yield f"{place}: {clock} is on no step of {file.step_min} minutes. Move it."
    for name in ("opening_min", "closing_min"):
        if getattr(file, name) % file.step_min:
            yield f"{name}: is no whole number of {file.step_min} minutes. Change one of the two."


def _rules(file: StaffFile) -> Iterator[str]:
    skills, shifts = _ids(file.skills), _ids(file.shifts)
    people = _ids(file.people)
    for number, need in enumerate(file.needs, start=1):
        yield from _known(f"needs.{number}.skill", [need.skill], skills)
        if need.begins >= need.ends:
            yield f"needs.{number}: {need.begins} is not before {need.ends}. Turn them round."
    for number, presence in enumerate(file.presence, start=1):
        if presence.skill is not None:
            yield from _known(f"presence.{number}.skill", [presence.skill], skills)
    for number, fair in enumerate(file.fairness, start=1):
        yield from _known(f"fairness.{number}.shifts", fair.shifts or (), shifts)
        yield from _known(f"fairness.{number}.people", fair.people or (), people)


def _kinds(month: Month) -> list[str]:
    return list(dict.fromkeys([*_ids(month.file.kinds), *(day.kind for day in month.days)]))


def _ids(lines: Sequence[Table]) -> list[str]:
    return [str(getattr(line, "id")) for line in lines]  # noqa: B009  # every table here has one


def _known(place: str, names: Sequence[str], known: Sequence[str]) -> Iterator[str]:
    for name in names:
        if name not in known:
            yield f"{place}: there is no “{name}”. {suggestion(name, list(known))}"
