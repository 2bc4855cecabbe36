"""How much a study may be: checked before anything is drawn."""

from typing import Final

from shared.domain.errors import InputInvalid
from simulator.experiment.load import expected_customers
from simulator.model.plan import Plan

#: Customers of all days together; a study keeps about a hundred bytes of each.
MOST_CUSTOMERS: Final = 20_000_000
#: Customers whom the compiled kernel is given in one call, and days at most.
AT_ONCE_CUSTOMERS: Final = 200_000
AT_ONCE_DAYS: Final = 100


class StudyTooLarge(InputInvalid):
    """More customers than memory and patience bear."""

    code = "study_too_large"
    sentence = "%1 days of about %2 customers are more than %3 customers. Ask for fewer days."


def check_size(plan: Plan, days: int) -> None:
    """Refuse a study before anything of it is drawn.

    Raises:
        StudyTooLarge: so many days are expected to bring too many customers.
    """
    a_day = sum(expected_customers(plan).values())
    if days * a_day > MOST_CUSTOMERS:
        raise StudyTooLarge(f"{days:,}", f"{a_day:,.0f}", f"{MOST_CUSTOMERS:,}")


def days_at_once(plan: Plan) -> int:
    """How many days go to the compiled kernel in one call."""
    a_day = sum(expected_customers(plan).values())
    return max(1, min(AT_ONCE_DAYS, int(AT_ONCE_CUSTOMERS // max(a_day, 1.0))))
