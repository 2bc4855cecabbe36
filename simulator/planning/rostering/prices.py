"""What is weighed against what in a roster: far apart, so that no wish outweighs a rule.

In the currency of the staff file. What is a matter of safety comes before the file's needs, these
before the contracts' least hours, breaks and fair parts, these before what the simulation asks for;
hours, spare people and wishes come last.
"""

from math import comb
from typing import Final

#: One person who is missing for one step.
PRESENCE: Final = 100_000
NEED: Final = 40_000
#: The same where the simulation asked: a means, which gives way to every rule; and on days that
#: did not keep their standard without.
FOUND_NEED: Final = 2_500
URGENT_NEED: Final = 7_000
#: A minute below the least hours of a week.
LEAST_MINUTE: Final = 150
#: One person too many on a break, for one step.
BREAKS_AT_ONCE: Final = 10_000
#: One above or below the fair part and what is allowed beside it.
UNFAIR: Final = 8_000
#: A person's day that is changed, where no number of changes is given.
CHANGE: Final = 2_000
#: A wish of weight 1 that is not granted.
WISH: Final = 50


def expected_missing(people: int, needed: int, absent: float) -> float:
    """How many of those needed are missing on average when each is absent by chance.

    Binomial: absences are independent.
    """
    present = 1 - absent
    return sum(
        (needed - there) * comb(people, there) * present**there * absent ** (people - there)
        for there in range(min(needed, people + 1))
    )


def worth_of_spare(needed: int, absent: float, price: float) -> float:
    """What one more than needed is worth: the shortage that it prevents on average, at a price."""
    saved = expected_missing(needed, needed, absent) - expected_missing(needed + 1, needed, absent)
    return saved * price


def found_need(is_urgent: bool) -> int:
    """The price of one person missing for one step of what the simulation asked for."""
    return URGENT_NEED if is_urgent else FOUND_NEED
