"""Kiosks that are out of order, and a lead who helps: who takes a ticket when."""

import pytest

from shared.domain import event as kinds
from shared.rollout.columns import FAR
from simulator.model.branch_day import BranchDay
from simulator.model.customer import Customer
from simulator.model.kiosks import KioskTime
from simulator.model.shift import Shift, Stint
from tests.simulator.model.test_tellers import RULES

ALL_DAY = (Shift("1", "1", (Stint(0),)),)
THREE = [Customer("cash", "any", at_us, 10, 1) for at_us in (0, 1, 2)]


def tickets_us(plan: list[KioskTime], kiosks: int) -> list[int]:
    run = BranchDay(RULES, ALL_DAY, kiosks, kiosk_plan=plan).run(THREE)
    return [event.at_us for event in run.events if event.kind == kinds.TICKET_ISSUED]


@pytest.mark.parametrize(
    ("plan", "kiosks", "expected"),
    [
        ([], 1, [10, 20, 30]),
        ([KioskTime(0, 5, 40)], 1, [10, 50, 60]),  # whoever is there ends in peace
        ([KioskTime(0, 0, 7)], 1, [17, 27, 37]),
        ([KioskTime(1, 0, 15), KioskTime(1, 25, FAR)], 2, [10, 20, 25]),  # a lead from 15 to 25
        ([KioskTime(-1, 0, 15, 2000)], 1, [5, 10, 15]),  # quicker for whoever begins meanwhile
        ([KioskTime(-1, 8, 15, 2000)], 1, [10, 15, 25]),
    ],
)
def test_who_takes_a_ticket_when(plan: list[KioskTime], kiosks: int, expected: list[int]) -> None:
    assert tickets_us(plan, kiosks) == expected
