"""A roster as JSON and as tables for the terminal."""

from typing import TYPE_CHECKING

from simulator.experiment.table import empty_table
from simulator.planning.clock import clock
from simulator.planning.rostering.broken import Broken, sentence
from simulator.planning.rostering.check import shortages
from simulator.planning.rostering.report import DayResult, PersonResult, Report
from simulator.planning.rostering.roster import Change, Duty

if TYPE_CHECKING:
    from rich.console import Console


def roster_json(report: Report, seed: int) -> dict[str, object]:
    """Everything of a report; units stand in the names, shares are 0 to 1."""
    answer, planned = report.planned.answer, report.planned
    return {
        "staff_file": report.month.file.name.model_dump(),
        "seed": seed,
        "is_kept": report.is_kept,
        "is_cut_short": planned.is_cut_short,
        "rounds": planned.rounds,
        "cost": answer.cost,
        "cost_bound": answer.bound,
        "gap_0_1": answer.gap_0_1,
        "paid_h": sum(person.paid_h for person in report.people),
        "broken": [broken_json(each) for each in report.broken],
        "shortages": [broken_json(each) for each in shortages(report.broken)],
        "changes": None if report.changes is None else [_change(c) for c in report.changes],
        "absences": {
            "share_0_1": report.absent,
            "missing_person_half_hours": report.missing_half_hours,
            "cost": report.missing_cost,
        },
        "fresh_days": report.fresh_days,
        "days": [_day(day) for day in report.days],
        "people": [_person(person) for person in report.people],
        "needs": [
            {
                "day": need.day,
                "skill": need.skill,
                "begins": clock(need.begins_min),
                "ends": clock(need.ends_min),
                "people": need.people,
            }
            for need in planned.needs
        ],
        "roster": [duty_json(duty) for duty in planned.roster.duties],
    }


def broken_json(broken: Broken) -> dict[str, object]:
    """One rule that is broken, with its sentence in both languages."""
    has_time = broken.begins_min >= 0
    return {
        "rule": broken.rule,
        "day": broken.day,
        "person": broken.person,
        "begins": clock(broken.begins_min) if has_time else "",
        "ends": clock(broken.ends_min) if has_time else "",
        "what": broken.what,
        "found": broken.found,
        "wanted": broken.wanted,
        "missing_people": broken.missing,
        "sentence": {"en": sentence(broken, "en"), "zh": sentence(broken, "zh")},
    }


def duty_json(duty: Duty | None) -> dict[str, object] | None:
    """A duty; None is a day off."""
    if duty is None:
        return None
    return {
        "day": duty.day,
        "person": duty.person,
        "begins": clock(duty.begins_min),
        "ends": clock(duty.ends_min),
        "skill": duty.skill,
        "counter": duty.counter,
        "breaks": [[clock(begins), clock(ends)] for begins, ends in duty.breaks],
    }


def _change(change: Change) -> dict[str, object]:
    return {
        "day": change.day,
        "person": change.person,
        "before": duty_json(change.before),
        "after": duty_json(change.after),
    }


def _day(result: DayResult) -> dict[str, object]:
    return {
        "day": result.day.iso,
        "kind": result.day.kind,
        "people": result.people,
        "paid_h": result.paid_h,
        "is_kept": result.is_kept,
        "mean_wait_s": result.mean_wait_s,
        "mean_wait_with_absences_s": result.mean_wait_absent_s,
        "standard": [
            {
                "within_s": target.within_s,
                "wanted_0_1": target.share,
                "share_0_1": share,
                "share_with_absences_0_1": away,
            }
            for target, share, away in zip(
                result.targets, result.shares, result.shares_absent, strict=True
            )
        ],
    }


def _person(result: PersonResult) -> dict[str, object]:
    return {
        "person": result.person,
        "name": result.name,
        "days": result.days,
        "paid_h": result.paid_h,
        "saturdays": result.saturdays,
        "shifts": result.shifts,
        "wishes": result.wishes,
        "wishes_granted": result.wishes_granted,
    }


def print_roster(console: "Console", report: Report) -> None:
    """Days, people, and what is broken or missing, with the gap."""
    say, planned = console.print, report.planned
    say(f"{report.month.file.name.en}: {len(planned.roster.duties)} days of work.")
    _print_days(console, report)
    _print_people(console, report)
    print_broken(console, report.broken)
    if report.changes is not None:
        say(f"Changes from the present roster: {len(report.changes)} days of people.")
    say(
        f"At {report.absent:.1%} absences {report.missing_half_hours:.1f} person-half-hours are "
        f"missing in the period on average, {report.missing_cost:,.0f} by the file's price.",
        highlight=False,
    )
    gap = planned.answer.gap_0_1
    end = "the search was ended" if planned.is_cut_short else f"{planned.rounds} round(s)"
    say(f"No roster for these needs costs less than {1 - gap:.1%} of this one ({end}).",
        highlight=False)  # fmt: skip


def _print_days(console: "Console", report: Report) -> None:
    table = empty_table()
    for head in ("day", "kind", "people", "in time, %", "absences, %", "kept"):
        is_text = head in ("day", "kind")
        table.add_column(head, no_wrap=True, justify="left" if is_text else "right")
    for each in report.days:
        table.add_row(
            f"{each.day.iso} {each.day.weekday}",
            each.day.kind,
            str(each.people),
            " ".join(f"{share:.1%}".rstrip("%") for share in each.shares),
            " ".join(f"{share:.1%}".rstrip("%") for share in each.shares_absent),
            "yes" if each.is_kept else "no",
        )
    console.print()
    console.print(table)
    told = ", ".join(
        f"{target.share:.1%} within {target.within_s / 60:g} min"
        for target in report.days[0].targets
    )
    console.print(f"Standard of {report.days[0].day.iso}: {told}; each day on "
                  f"{report.fresh_days} fresh ones.", highlight=False)  # fmt: skip


def _print_people(console: "Console", report: Report) -> None:
    table = empty_table()
    shifts = [shift.id for shift in report.month.file.shifts]
    for head in ("person", "name", "days", "paid h", "Saturdays", *shifts, "wishes"):
        is_text = head in ("person", "name")
        table.add_column(head, no_wrap=True, justify="left" if is_text else "right")
    for each in report.people:
        table.add_row(
            each.person,
            each.name,
            str(each.days),
            f"{each.paid_h:.1f}",
            str(each.saturdays),
            *(str(each.shifts[shift]) for shift in shifts),
            f"{each.wishes_granted} of {each.wishes}" if each.wishes else "",
        )
    console.print()
    console.print(table)


def print_broken(console: "Console", broken: tuple[Broken, ...]) -> None:
    """Every rule that is broken, as sentences."""
    if not broken:
        console.print("No rule is broken.")
        return
    console.print(f"{len(broken)} times a rule is broken or somebody is missing:")
    for each in broken:
        console.print(f"  {sentence(each)}", highlight=False)
