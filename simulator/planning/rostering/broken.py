"""What a roster breaks, as data and as a sentence."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from shared.i18n import translate
from shared.i18n.translating import fill
from simulator.planning.clock import clock


class Rule(StrEnum):
    """The rules that a roster has to keep."""

    PERSON = "person"
    CLOSED = "closed"
    LEAVE = "leave"
    TWICE = "twice"
    SHIFT = "shift"
    BREAKS = "breaks"
    STRETCH = "stretch"
    SKILL = "skill"
    COUNTER = "counter"
    SEATS = "seats"
    HOURS_MOST = "hours_most"
    HOURS_LEAST = "hours_least"
    DAYS_MOST = "days_most"
    IN_A_ROW = "in_a_row"
    REST = "rest"
    PRESENCE = "presence"
    NEED = "need"
    BREAKS_AT_ONCE = "breaks_at_once"
    FAIR = "fair"


#: Somebody is missing: what the roster is short of, as opposed to what may not be.
SHORTAGES = frozenset({Rule.PRESENCE, Rule.NEED})


@dataclass(frozen=True, slots=True, order=True)
class Broken:
    """One rule that is broken: on which day, by whom, from when to when (minutes from midnight).

    ``what`` names the shift, counter, skill or presence it is about; ``found`` and ``wanted`` are
    what there is and what the rule asks for, in the rule's unit (people, hours, days, times).
    A rule about a week names its Monday as ``day``, one about the period none.
    """

    rule: Rule
    day: str = ""
    person: str = ""
    begins_min: int = -1
    ends_min: int = -1
    what: str = ""
    found: float = 0.0
    wanted: float = 0.0

    @property
    def missing(self) -> int:
        """How many people are missing; 0 where the rule is about something else."""
        return int(self.wanted - self.found) if self.rule in SHORTAGES else 0


def sentence(broken: Broken, language: str = "en") -> str:
    """One sentence for people: who, when, what is wrong, and by how much."""
    at = f"{clock(max(broken.begins_min, 0))}-{clock(max(broken.ends_min, 0))}"
    who, day, what = broken.person, broken.day, broken.what or "-"
    found, wanted = f"{broken.found:g}", f"{broken.wanted:g}"
    return fill(_sentences(language)[broken.rule], (day, at, who, what, found, wanted))


@cache
def _sentences(language: str) -> dict[Rule, str]:
    """%1 day, %2 from when to when, %3 who, %4 what, %5 what there is, %6 what is asked for."""
    return {**_of_people(language), **_of_the_house(language)}


def _of_people(language: str) -> dict[Rule, str]:
    return {
        Rule.PERSON: translate("Roster", "%1: nobody has staff number %3", language=language),
        Rule.LEAVE: translate("Roster", "%1: %3 is on leave", language=language),
        Rule.TWICE: translate("Roster", "%1: %3 is on the roster twice", language=language),
        Rule.SHIFT: translate("Roster", "%1: %3 may not work %4", language=language),
        Rule.BREAKS: translate(
            "Roster", "%1: %3, breaks (%4) are not those of the shift", language=language
        ),
        Rule.STRETCH: translate(
            "Roster", "%1: %3 works %5 hours without a break, %6 at most", language=language
        ),
        Rule.SKILL: translate("Roster", "%1: %3 may not work as %4", language=language),
        Rule.HOURS_MOST: translate(
            "Roster", "Week of %1: %3 works %5 hours, %6 at most", language=language
        ),
        Rule.HOURS_LEAST: translate(
            "Roster", "Week of %1: %3 works %5 hours, %6 at least", language=language
        ),
        Rule.DAYS_MOST: translate(
            "Roster", "Week of %1: %3 works %5 days, %6 at most", language=language
        ),
        Rule.IN_A_ROW: translate(
            "Roster", "%1: %3 works %5 days in a row, %6 at most", language=language
        ),
        Rule.REST: translate(
            "Roster", "%1: %3 has had %5 hours of rest, %6 at least", language=language
        ),
        Rule.FAIR: translate("Roster", "%4: %3 has %5, the fair part is %6", language=language),
    }


def _of_the_house(language: str) -> dict[Rule, str]:
    return {
        Rule.CLOSED: translate("Roster", "%1: closed, but %3 works", language=language),
        Rule.COUNTER: translate("Roster", "%1 %2: %5 people at counter %4", language=language),
        Rule.SEATS: translate(
            "Roster", "%1 %2: %5 people as %4 without a counter, room for %6", language=language
        ),
        Rule.BREAKS_AT_ONCE: translate(
            "Roster", "%1 %2: %5 people on a break at once, %6 at most", language=language
        ),
        Rule.PRESENCE: translate("Roster", "%1 %2: %4: %5 there, %6 needed", language=language),
        Rule.NEED: translate("Roster", "%1 %2: %5 at work as %4, %6 needed", language=language),
    }
