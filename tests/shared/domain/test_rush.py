"""Rush mode: begun by a person or by the rate, longer but never shorter, over by itself."""

from shared.domain import rush
from shared.domain.apply import apply
from shared.domain.branch import Branch, Rush
from tests.support.branches import FIRST_COME, MINUTE_US, empty_branch

NINE_US = 9 * 60 * MINUTE_US


def begun(branch: Branch, at_us: int, minutes: int, cause: str = rush.BY_RATE) -> list[str]:
    events = rush.begin(branch, at_us, lasts_us=minutes * MINUTE_US, cause=cause)
    apply(branch, events)
    return [str(event.data["cause"]) for event in events]


def test_it_ends_by_itself() -> None:
    branch = empty_branch(FIRST_COME)
    assert begun(branch, NINE_US, 10) == ["rate"]
    until_us = NINE_US + 10 * MINUTE_US
    assert rush.present(branch, until_us - 1) == Rush(until_us, "rate")
    assert rush.present(branch, until_us) is None


def test_it_is_made_longer_and_never_shorter() -> None:
    branch = empty_branch(FIRST_COME)
    begun(branch, NINE_US, 10)
    assert begun(branch, NINE_US, 5) == []
    assert begun(branch, NINE_US + MINUTE_US, 10) == ["rate"]


def test_what_a_person_began_is_not_the_rates_afterwards() -> None:
    branch = empty_branch(FIRST_COME)
    begun(branch, NINE_US, 10, rush.BY_LEAD)
    assert begun(branch, NINE_US + MINUTE_US, 10) == ["lead"]


def test_it_is_ended_once() -> None:
    branch = empty_branch(FIRST_COME)
    assert rush.end(branch, NINE_US) == []
    begun(branch, NINE_US, 10)
    apply(branch, rush.end(branch, NINE_US + MINUTE_US, by="t9"))
    assert branch.rush is None
    assert rush.end(branch, NINE_US + MINUTE_US) == []


def test_a_new_day_begins_without_it() -> None:
    branch = empty_branch(FIRST_COME)
    begun(branch, NINE_US, 240)
    branch.start_day("2026-11-25", 24 * 60 * MINUTE_US)
    assert branch.rush is None
