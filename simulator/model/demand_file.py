"""The demand of one day as a CSV file: one line a customer."""

import csv
from collections.abc import Sequence
from pathlib import Path

from shared.domain.errors import FileUnreadable, RuleRefused, ScenarioInvalid
from shared.domain.phrase import phrase
from simulator.model.act import from_text, to_text
from simulator.model.check_acts import act_problems
from simulator.model.customer import (
    DRAWN,
    FAILS,
    MILLION,
    NEVER,
    NO_MACHINE,
    PATIENT,
    WALK_IN,
    Customer,
    in_order,
)
from simulator.model.plan import Plan

#: Columns of a demand file, with what they hold.
COLUMNS = {
    "service": "service of the profile",
    "segment": "segment of the profile",
    "arrival_us": "arrival, microseconds from midnight (from the start of a run without doors); "
    "-1: has an appointment and never comes",
    "kiosk_us": "time at the kiosk, microseconds",
    "service_us": "service time once at the counter, microseconds",
    "patience_us": "time after the ticket when the customer leaves, microseconds; -1 never",
    "booked_us": "time of the appointment, microseconds from midnight; -1 without one",
    "people": "how many people come on this ticket",
    "balk_ppm": "0 to 999,999: turns round when this is below the share that does, in millionths",
    "machine": "a machine would not do (0), or would and is declined (1), taken (2), taken in vain "
    "(3)",
    "machine_us": "time at the machine, microseconds",
    "speed_mm_s": "walking speed, millimetres a second",
    "acts": "what is out of the ordinary: kind/what/away_us/time_us, separated by blanks",
}
#: Files may end after any of the columns from here on.
REQUIRED = 6


def write_demand(path: Path, customers: Sequence[Customer]) -> None:
    """One line a customer, columns as in ``COLUMNS``.

    Raises:
        OSError: the file cannot be written.
    """
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows((*customer[:-1], to_text(customer.acts)) for customer in customers)


def read_demand(path: Path, plan: Plan) -> list[Customer]:
    """The customers of a demand file in order of arrival.

    Raises:
        FileUnreadable: no such file. ScenarioInvalid: the first bad line and what is wrong there.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = list(csv.reader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise FileUnreadable(path, getattr(error, "strerror", None) or str(error)) from error
    if not lines or len(lines[0]) < REQUIRED or lines[0] != list(COLUMNS)[: len(lines[0])]:
        reason = phrase("the first line must be %1.", ",".join(COLUMNS))
        raise ScenarioInvalid(path.name, reason)
    return in_order(
        _customer(path, number, line, plan) for number, line in enumerate(lines[1:], start=2)
    )


def _customer(path: Path, number: int, line: list[str], plan: Plan) -> Customer:
    """One line as a customer whom the branch of the plan can serve."""
    try:
        service, segment, *figures = line[: len(COLUMNS) - 1]
        acts = from_text("".join(line[len(COLUMNS) - 1 :]))
        drawn = dict(zip(DRAWN, map(int, figures), strict=False))
        customer = Customer(service, segment, **drawn, acts=acts)
        if not _is_sound(customer):
            raise ValueError
    except (ValueError, TypeError):
        columns = ",".join(COLUMNS)
        wanted = phrase("line %1: write %2, times as whole microseconds.", number, columns)
        raise ScenarioInvalid(path.name, wanted) from None
    rules = plan.rules
    try:
        is_offered = rules.is_offered(rules.service(service), rules.segment(segment))
    except RuleRefused as refusal:
        raise ScenarioInvalid(path.name, phrase("line %1: %2", number, refusal)) from refusal
    if not is_offered:
        reason = phrase("line %1: no counter serves “%2” for “%3”.", number, service, segment)
        raise ScenarioInvalid(path.name, reason)
    if customer.booked_us != WALK_IN and service not in rules.appointments:
        reason = phrase("line %1: the profile has no appointments for “%2”.", number, service)
        raise ScenarioInvalid(path.name, reason)
    for problem in act_problems(rules, customer):
        raise ScenarioInvalid(path.name, phrase("line %1: %2", number, problem))
    return customer


def _is_sound(customer: Customer) -> bool:
    """Times are not negative, except where that has a meaning."""
    comes = customer.arrival_us >= 0
    is_missing = customer.arrival_us == NEVER and customer.booked_us >= 0
    return (
        (comes or is_missing)
        and min(customer.kiosk_us, customer.service_us) >= 0
        and customer.patience_us >= PATIENT
        and customer.booked_us >= WALK_IN
        and customer.people >= 1
        and 0 <= customer.balk_ppm < MILLION
        and NO_MACHINE <= customer.machine <= FAILS
        and customer.machine_us >= 0
        and customer.speed_mm_s >= 1
    )
