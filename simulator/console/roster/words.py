"""What is broken in words: a whole sentence for the list, a few words for the row."""

from dataclasses import replace

from shared.i18n import current_language, translate
from simulator.console.whatif.words import counter_name, spoken
from simulator.planning.clock import clock
from simulator.planning.rostering.broken import Broken, Rule, sentence
from simulator.planning.rostering.month import Day, Month
from simulator.planning.rostering.roster import Duty


def told(broken: Broken, month: Month) -> str:
    """The sentence, with names instead of staff numbers and of the file's own words."""
    if broken.rule is Rule.COUNTER:
        at = f"{clock(broken.begins_min)}–{clock(broken.ends_min)}"
        name = counter_name(month.profile, broken.what)
        people = f"{broken.found:g}"
        return translate("Console", "%1 %2: %3 people at %4", broken.day, at, people, name)
    what = _what(broken, month)
    return sentence(
        replace(broken, person=person_name(month, broken.person), what=what), current_language()
    )


def _what(broken: Broken, month: Month) -> str:
    file = month.file
    named = {
        Rule.NEED: {each.id: each.name for each in file.skills},
        Rule.SEATS: {each.id: each.name for each in file.skills},
        Rule.PRESENCE: {each.id: each.name for each in file.presence},
        Rule.FAIR: {each.id: each.name for each in file.fairness},
    }
    found = named.get(broken.rule, {}).get(broken.what)
    return spoken(found) if found else broken.what


def person_name(month: Month, person: str) -> str:
    """A name, or the staff number where nobody has it."""
    known = month.person.get(person)
    return known.name if known else person


def place_name(month: Month, duty: Duty) -> str:
    """The counter, or what somebody does without one."""
    if duty.counter:
        return counter_name(month.profile, duty.counter)
    skill = month.skill.get(duty.skill)
    return spoken(skill.name) if skill else duty.skill


def weekday(day: Day) -> str:
    """Mon, Tue; 一, 二."""
    return {
        "mon": translate("Console", "Mon"),
        "tue": translate("Console", "Tue"),
        "wed": translate("Console", "Wed"),
        "thu": translate("Console", "Thu"),
        "fri": translate("Console", "Fri"),
        "sat": translate("Console", "Sat"),
        "sun": translate("Console", "Sun"),
    }[str(day.weekday)]


def short(broken: Broken) -> str:
    """For the row: two or three words."""
    return {**_of_a_day(), **_of_several_days()}.get(broken.rule, "")


def _of_a_day() -> dict[Rule, str]:
    return {
        Rule.PERSON: translate("Console", "unknown number"),
        Rule.CLOSED: translate("Console", "closed that day"),
        Rule.LEAVE: translate("Console", "on leave"),
        Rule.TWICE: translate("Console", "on the roster twice"),
        Rule.SHIFT: translate("Console", "no shift of theirs"),
        Rule.BREAKS: translate("Console", "not the shift's breaks"),
        Rule.STRETCH: translate("Console", "too long without a break"),
        Rule.SKILL: translate("Console", "may not work here"),
        Rule.COUNTER: translate("Console", "counter taken"),
        Rule.REST: translate("Console", "too little rest"),
    }


def _of_several_days() -> dict[Rule, str]:
    return {
        Rule.HOURS_MOST: translate("Console", "too many hours this week"),
        Rule.HOURS_LEAST: translate("Console", "too few hours this week"),
        Rule.DAYS_MOST: translate("Console", "too many days this week"),
        Rule.IN_A_ROW: translate("Console", "too many days in a row"),
    }
