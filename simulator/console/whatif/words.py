"""The words of What-if: chips, rows, and the sentence that says what came of it."""

import math
from collections.abc import Iterator, Sequence

from shared.config.presets import preset_words
from shared.config.profile import MachineTable, Profile
from shared.i18n import current_language, translate
from simulator.console.shell.session import Result
from simulator.console.study.differences import Row, Verdict
from simulator.console.study.draft import Draft
from simulator.console.study.openings import changes, open_minutes, spans, staff_minutes
from simulator.model.machine_count import kinds
from simulator.planning.cost.prices import load_prices

Tag = tuple[str, str]


def spoken(text: object) -> str:
    """A bilingual name of the profile in the window's language."""
    found = getattr(text, current_language(), "") or getattr(text, "zh", "")
    return str(found)


def counter_name(profile: Profile, counter: str) -> str:
    """Counter 5, or the name that the profile gives it."""
    own = next((c.name for c in profile.counters if c.id == counter and c.name), None)
    return spoken(own) if own else translate("Console", "counter %1", counter)


def desk_name(profile: Profile, counter: str) -> str:
    """What stands on the plan: a counter's number, or the name that the profile gives it."""
    own = next((c.name for c in profile.counters if c.id == counter and c.name), None)
    return spoken(own) if own else counter


def service_name(profile: Profile, service: str) -> str:
    """What the service is called, short where the profile has it short."""
    found = next((s for s in profile.services if s.id == service), None)
    return spoken(found.name) if found else service


def plain_tags(draft: Draft) -> Iterator[Tag]:
    """A plan in a few words: how many counters, hours, rules, kiosks."""
    lines, hours = draft.staffing, draft.hours
    opened = open_minutes(lines, hours)
    whole = [span for minutes in opened.values() for span in spans(minutes)]
    begins, ends = min(s.begins_min for s in whole), max(s.ends_min for s in whole)
    between = f"{begins // 60}:{begins % 60:02d}–{ends // 60}:{ends % 60:02d}"
    yield translate("Console", "%1 counters, %2", len(opened), between), ""
    staff_h = f"{staff_minutes(lines, hours) / 60:.1f}"
    yield translate("Console", "%1 staff hours", staff_h), ""
    preset = draft.preset or draft.case.profile.policy.preset
    yield preset_words(preset, current_language()).name, ""
    kiosks = draft.scenario.kiosk.count
    if kiosks:
        yield translate("Console", "%n kiosks", n=kiosks), ""


def changed_tags(before: Draft, after: Draft) -> Iterator[Tag]:
    """What is other in the second plan."""
    for each in changes(before.staffing, after.staffing, after.hours):
        name = counter_name(after.case.profile, each.counter)
        sign = "+" if each.is_more else "−"
        yield f"{sign} {name}, {each.span.words}", "warning"
    if after.preset != before.preset:
        preset = after.preset or after.case.profile.policy.preset
        yield preset_words(preset, current_language()).name, "warning"
    if after.overload != before.overload:
        yield translate("Console", "full hall: %1", overload_words(after)), "warning"
    kiosks = after.scenario.kiosk.count
    if kiosks != before.scenario.kiosk.count:
        yield translate("Console", "%n kiosks", n=kiosks), "warning"
    for kind in kinds(after.case.profile):
        count = after.machine_count(kind)
        if count != before.machine_count(kind):
            yield f"{kind_name(kind)}: {count}", "warning"
    if after.scenario.layout != before.scenario.layout:
        yield translate("Console", "another layout"), "warning"
    if _people(after) != _people(before):
        yield translate("Console", "other people or services at counters"), "warning"


def _people(draft: Draft) -> list[tuple[object, ...]]:
    return sorted(
        (line.counter, line.person or "", line.services or (), line.speed)
        for line in draft.staffing
    )


def kind_name(kind: Sequence[MachineTable]) -> str:
    """What machines of a kind are called: the first one's name without its number."""
    return spoken(kind[0].name).rstrip(" 0123456789")


def overload_words(draft: Draft) -> str:
    """The rule for a full hall."""
    return overload_name(draft.overload or str(draft.case.profile.policy.overload.rule))


def overload_name(rule: str) -> str:
    """What an overload rule does, in two or three words."""
    names = {
        "none": translate("Console", "as always"),
        "longest_first": translate("Console", "longest wait first"),
        "by_score": translate("Console", "most points first"),
        "alternate": translate("Console", "longest wait and points in turn"),
    }
    return names[rule]


def row_words(row: Row) -> tuple[str, str]:
    """Name and unit of a row."""
    if row.what == "mean":
        return translate("Console", "Mean wait"), translate("Console", "min")
    if row.what == "p90":
        return translate("Console", "90 of 100 wait less than"), translate("Console", "min")
    if row.what == "over":
        return translate("Console", "Over %1 min", f"{row.limit_min:g}"), "%"
    if row.what == "left":
        return translate("Console", "Leave unserved"), translate("Console", "people")
    if row.what == "overtaken":
        return translate("Console", "Most overtakes"), translate("Console", "times")
    if row.what == "staff":
        return translate("Console", "Staff time"), translate("Console", "h a day")
    if row.what == "money":
        return translate("Console", "Costs the bank"), _a_day(row.currency)
    if row.what == "whole":
        return translate("Console", "With waiting time"), _a_day(row.currency)
    return translate("Console", "Last customer served"), translate("Console", "clock")


def _a_day(currency: str) -> str:
    return translate("Console", "%1 a day", money_name(currency))


def money_name(currency: str) -> str:
    """What money is called in the window's language."""
    return translate("Console", "CNY") if currency == "CNY" else currency


def figure(row: Row, value: float) -> str:
    """A figure of the row as it is read."""
    if row.what == "last":
        return f"{int(value) // 60}:{round(value) % 60:02d}"
    return f"{value:,.{row.decimals}f}"


def difference(row: Row) -> str:
    """B minus A with its sign; minutes for a clock."""
    value = row.difference.estimate
    shown = f"{abs(value):,.{row.decimals}f}"
    if not shown.strip("0."):
        return "0"
    return f"{'+' if value > 0 else '−'}{shown}"


def verdict(row: Row) -> tuple[str, str]:
    """The word and its colour."""
    found = row.verdict
    if found is Verdict.BETTER:
        return translate("Console", "better"), "positive"
    if found is Verdict.WORSE:
        return translate("Console", "worse"), "danger"
    if found is Verdict.COSTS:
        return translate("Console", "costs"), "warning"
    if found is Verdict.SAVES:
        return translate("Console", "saves"), "positive"
    if found is Verdict.UNKNOWN:
        return translate("Console", "one day"), "text2"
    return translate("Console", "same"), "text2"


def conclusion(result: Result) -> str:
    """One sentence about the standard, one about what it takes."""
    row = next((r for r in result.rows if r.what == "over"
                and r.limit_min == result.figures.limit_min), None)  # fmt: skip
    staff = next((r for r in result.rows if r.what == "staff"), None)
    if row is None or staff is None:
        return ""
    return " ".join(part for part in (_about_share(row), _about_staff(staff)) if part)


def _about_share(row: Row) -> str:
    limit, a, b = f"{row.limit_min:g}", f"{row.a:.1f}", f"{row.b:.1f}"
    found = row.verdict
    if found is Verdict.BETTER:
        return translate("Console", "B cuts the share over %1 min from %2 % to %3 %.", limit, a, b)
    if found is Verdict.WORSE:
        return translate(
            "Console", "B raises the share over %1 min from %2 % to %3 %.", limit, a, b
        )
    if found is Verdict.UNKNOWN:
        return translate(
            "Console", "On this one day over %1 min: %2 % under A, %3 % under B.", limit, a, b
        )
    return translate("Console", "Over %1 min no difference is shown: %2 % and %3 %.", limit, a, b)


def _about_staff(row: Row) -> str:
    hours = f"{abs(row.difference.estimate):.1f}"
    if hours == "0.0":
        return ""
    if row.difference.estimate > 0:
        return translate("Console", "It takes %1 more staff hours a day.", hours)
    return translate("Console", "It saves %1 staff hours a day.", hours)


def a_year(result: Result) -> str:
    """What the change costs or brings the bank in a year of opening days, with its interval."""
    row = next((r for r in result.rows if r.what == "money"), None)
    if row is None or not math.isfinite(row.difference.half_width):
        return ""
    days = load_prices().open_days_per_year.value
    found, half = row.difference.estimate * days, row.difference.half_width * days
    more, sure = f"{_round(abs(found)):,.0f}", f"{_round(half):,.0f}"
    if row.verdict is Verdict.SAME:
        return translate("Console", "In money no difference is shown.")
    if found > 0:
        return translate(
            "Console", "In a year of %1 days B costs the bank %2 ± %3 %4 more.",
            f"{days:.0f}", more, sure, money_name(row.currency),
        )  # fmt: skip
    return translate(
        "Console", "In a year of %1 days B brings the bank %2 ± %3 %4.",
        f"{days:.0f}", more, sure, money_name(row.currency),
    )  # fmt: skip


def _round(amount: float) -> float:
    """To hundreds: a year's money is not known better."""
    return round(amount, -2)


def names_of(draft: Draft, services: Sequence[int]) -> tuple[str, ...]:
    """The names of these services of the profile, by their place."""
    profile = draft.case.profile
    return tuple(service_name(profile, profile.services[place].id) for place in services)
