"""Integer codes for why a ticket was called. Stored with each call and never renumbered."""

from typing import Final

NOBODY_WAITING: Final = 0  # nobody whom this counter may serve
ONLY_ONE: Final = 1  # the only waiting ticket that this counter may serve
MOST_SENIOR: Final = 2  # the highest score, and nobody eligible had come before
HIGHEST_SCORE: Final = 3  # the highest score, past at least one who had come before
STANDBY: Final = 4  # came while this counter stood idle
PICKED: Final = 5  # called out of order by a person, who gave a reason

NAMES: Final = {
    NOBODY_WAITING: "nobody_waiting",
    ONLY_ONE: "only_one",
    MOST_SENIOR: "most_senior",
    HIGHEST_SCORE: "highest_score",
    STANDBY: "standby",
    PICKED: "picked",
}
