"""Integer codes for why a ticket was called. Stored with each call and never renumbered.

The levels of precedence carry the codes from 10 on; see docs/decisions/0019-order-of-precedence.md.
"""

from typing import Final

NOBODY_WAITING: Final = 0  # nobody whom this counter may serve
ONLY_ONE: Final = 1  # the only waiting ticket that this counter may serve
MOST_SENIOR: Final = 2  # the highest score, and nobody eligible had come before
HIGHEST_SCORE: Final = 3  # the highest score, past at least one who had come before
STANDBY: Final = 4  # came while this counter stood idle
PICKED: Final = 5  # called out of order by a person, who gave a reason

# A guarantee turned the choice away from the ticket that the score alone would have called.
BOUND: Final = 10  # goes on with a visit that has begun at this counter or with this person
OVERLOAD_FIRST: Final = 11  # nearly everybody is past the limit: who came first
OVERLOAD_TURN: Final = 12  # nearly everybody is past the limit: this turn by appointment and score
MAX_WAIT: Final = 13  # has waited as long as anybody of the class may
CAP: Final = 14  # may not be overtaken once more
APPOINTMENT: Final = 15  # the booked time has come
RATIO: Final = 16  # the turn of this group, by the ratio of the profile

NAMES: Final = {
    NOBODY_WAITING: "nobody_waiting",
    ONLY_ONE: "only_one",
    MOST_SENIOR: "most_senior",
    HIGHEST_SCORE: "highest_score",
    STANDBY: "standby",
    PICKED: "picked",
    BOUND: "bound",
    OVERLOAD_FIRST: "overload_first",
    OVERLOAD_TURN: "overload_turn",
    MAX_WAIT: "max_wait",
    CAP: "cap",
    APPOINTMENT: "appointment",
    RATIO: "ratio",
}
