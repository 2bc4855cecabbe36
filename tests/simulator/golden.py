"""The golden days of reference case 9 as demand and as expected outcome."""

import csv
from dataclasses import dataclass
from pathlib import Path

from shared.config.load import load_profile
from shared.config.rules import to_rules
from shared.domain.event import TICKET_CALLED, TICKET_CANCELLED, TICKET_CLOSED, TICKET_ISSUED, Event
from shared.domain.rules import Rules
from shared.rollout import columns as c
from shared.rollout.day import Ints
from simulator.model.customer import Customer
from simulator.model.shift import Shift, all_day

FOLDER = Path(__file__).parents[1] / "data" / "reference"
PROFILE = FOLDER / "golden_branch.toml"
CLASSES = ("ordinary", "priority", "corporate")
MINUTE_US = 60_000_000
TOLERANCE_US = 5


@dataclass
class Outcome:
    """What became of one customer; microseconds from opening, -1 where it did not happen."""

    ticket_us: int = -1
    start_us: int = -1
    counter: str = ""
    end_us: int = -1


def rules() -> Rules:
    """The rules of the reference branch."""
    return to_rules(load_profile(PROFILE))


def shifts() -> tuple[Shift, ...]:
    """All six counters, all day."""
    return all_day([counter.id for counter in rules().counters])


def rows(day: int) -> list[dict[str, str]]:
    """The rows of one day in order of arrival."""
    with (FOLDER / "golden_branch_days.csv").open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if int(row["day"]) == day]


def customers(day: int) -> list[Customer]:
    """The inputs of one day."""
    return [
        Customer(
            "counter",
            CLASSES[int(row["class"])],
            us(row["arrival"]),
            us(row["kiosk"]),
            us(row["service"]),
            us(row["patience"]),
        )
        for row in rows(day)
    ]


def expected(day: int) -> list[Outcome]:
    """The golden outcome of one day, customer by customer."""
    return [
        Outcome(us(row["ticket"]), us(row["start"]), row["counter"], us(row["end"]))
        if int(row["counter"]) >= 0
        else Outcome(us(row["ticket"]), -1, "", us(row["end"]))
        for row in rows(day)
    ]


def outcomes(events: list[Event], midnight_us: int = 0) -> list[Outcome]:
    """What the log says, customer by customer in the order in which tickets were issued."""
    found: dict[str, Outcome] = {}
    for event in events:
        at_us = event.at_us - midnight_us
        if event.kind == TICKET_ISSUED:
            found[event.ticket] = Outcome(ticket_us=at_us)
        elif event.kind == TICKET_CALLED:
            found[event.ticket].start_us = at_us
            found[event.ticket].counter = event.counter
        elif event.kind in (TICKET_CLOSED, TICKET_CANCELLED):
            found[event.ticket].end_us = at_us
    return list(found.values())


def of_arrays(rules: Rules, out: Ints) -> list[Outcome]:
    """What the kernel's arrays say, customer by customer in the order of the demand."""
    return [
        Outcome(
            int(row[c.O_TICKET_US]),
            int(row[c.O_CALLED_US]),
            "" if row[c.O_COUNTER] < 0 else rules.counters[row[c.O_COUNTER]].id,
            int(row[c.O_ENDED_US]),
        )
        for row in out
    ]


def us(minutes: str) -> int:
    """Whole microseconds of a text in minutes."""
    return round(float(minutes) * MINUTE_US)


def assert_golden(found: list[Outcome], wanted: list[Outcome]) -> None:
    """Counters exactly, times within the tolerance, nobody missing."""
    assert [each.counter for each in found] == [each.counter for each in wanted]
    for name in ("ticket_us", "start_us", "end_us"):
        pairs = [(getattr(a, name), getattr(b, name)) for a, b in zip(found, wanted, strict=True)]
        assert [p for p in pairs if abs(p[0] - p[1]) > TOLERANCE_US and p[1] >= 0] == []
