"""Notices put up by hand: until their end, longer or shorter, down by themselves."""

from shared.domain import posting
from shared.domain.apply import apply
from shared.domain.branch import Branch
from tests.support.branches import FIRST_COME, MINUTE_US, empty_branch

NINE_US = 9 * 60 * MINUTE_US


def put_up(branch: Branch, name: str, at_us: int, minutes: int) -> None:
    apply(branch, posting.put_up(branch, at_us, notice=name, lasts_us=minutes * MINUTE_US, by="t9"))


def test_it_comes_down_by_itself() -> None:
    branch = empty_branch(FIRST_COME)
    put_up(branch, "van", NINE_US, 10)
    until_us = NINE_US + 10 * MINUTE_US
    assert posting.shown(branch, until_us - 1) == {"van": until_us}
    assert posting.shown(branch, until_us) == {}


def test_the_newest_stands_last_and_a_new_end_counts() -> None:
    branch = empty_branch(FIRST_COME)
    for name, minutes in (("van", 30), ("drill", 30), ("van", 5)):
        put_up(branch, name, NINE_US, minutes)
    assert list(posting.shown(branch, NINE_US).items()) == [
        ("drill", NINE_US + 30 * MINUTE_US),
        ("van", NINE_US + 5 * MINUTE_US),
    ]


def test_it_is_taken_down_once() -> None:
    branch = empty_branch(FIRST_COME)
    assert posting.take_down(branch, NINE_US, notice="van", by="t9") == []
    put_up(branch, "van", NINE_US, 10)
    apply(branch, posting.take_down(branch, NINE_US + MINUTE_US, notice="van", by="t9"))
    assert branch.notices == {}


def test_a_new_day_begins_without_any() -> None:
    branch = empty_branch(FIRST_COME)
    put_up(branch, "van", NINE_US, 1440)
    branch.start_day("2026-11-25", 24 * 60 * MINUTE_US)
    assert branch.notices == {}
