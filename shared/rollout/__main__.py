"""``python -m shared.rollout``: compile the day now, so that nobody waits for it later."""

import sys

import numpy as np

from shared.domain.counter import CounterSpec
from shared.domain.rules import Discipline, Rules, Segment, Service
from shared.rollout.branch_arrays import Work
from shared.rollout.columns import P_BOOKED_US, P_PATIENCE_US, P_SECOND, P_SERVICE_US, PERSON_WIDTH
from shared.rollout.run import Hall, live_many, live_one


def main() -> int:
    """Live a day on which one customer comes, with its events and without.

    What is on disk is loaded, else it is compiled.
    """
    rules = Rules(
        branch="any",
        services=(Service("any", 0, "A"),),
        segments=(Segment("any", 0),),
        counters=(CounterSpec("1", 0, 1, 1, 0),),
        discipline=Discipline(((0, 1, 0, -1, -1),)),
    )
    hall = Hall(rules, rules.day(""), ((Work(0, -1, False),),), 1)
    customer = np.zeros((1, PERSON_WIDTH), dtype=np.int64)
    customer[0, P_SERVICE_US], customer[0, P_PATIENCE_US], customer[0, P_BOOKED_US] = 1, -1, -1
    customer[0, P_SECOND] = -1
    live_one(hall, customer)
    live_many(hall, customer, np.array([0, 1], dtype=np.int64))
    return 0


if __name__ == "__main__":
    sys.exit(main())
