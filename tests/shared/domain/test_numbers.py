"""Numbers that are lent: nobody ever gives the number of somebody else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain import numbers, ticketing
from shared.domain.apply import apply
from shared.domain.branch import Branch, Lease
from shared.domain.refused import NumbersUsedUp
from tests.support.branches import FIRST_COME, MINUTE_US, do, empty_branch

NINE_US = 9 * 60 * MINUTE_US


def lend(branch: Branch, holder: str, count: int = 50) -> Lease:
    apply(branch, numbers.lend_numbers(branch, NINE_US, holder=holder, count=count))
    return branch.leases[holder]


def issue(branch: Branch, ticket: str) -> str:
    do(branch, ticketing.issue(branch, NINE_US, ticket=ticket, service="cash"))
    return branch.tickets[ticket].number


def test_a_block_lies_far_above_the_numbers_of_the_day() -> None:
    branch = empty_branch(FIRST_COME)
    assert lend(branch, "kiosk-1") == (801, 850)
    assert lend(branch, "kiosk-2") == (851, 900)
    assert issue(branch, "a") == "A001"


def test_the_stand_in_s_block_lies_below_those_of_kiosks() -> None:
    branch = empty_branch(FIRST_COME)
    found = numbers.lend_numbers(branch, NINE_US, holder="stand-in", count=200, first=601)
    apply(branch, found)
    assert branch.leases["stand-in"] == (601, 800)
    assert [lend(branch, f"kiosk-{n}") for n in range(4)] == [
        (801, 850),
        (851, 900),
        (901, 950),
        (951, 1000),
    ]
    branch.last_ordinal["A"] = 600
    assert issue(branch, "a") == "A1001"


def test_a_wished_block_that_is_not_free_goes_after_all_others() -> None:
    branch = empty_branch(FIRST_COME)
    branch.last_ordinal["A"] = 601
    found = numbers.lend_numbers(branch, NINE_US, holder="stand-in", count=200, first=601)
    apply(branch, found)
    assert branch.leases["stand-in"] == (801, 1000)


def test_after_a_restore_no_block_is_lent_below_what_may_have_been() -> None:
    branch = empty_branch(FIRST_COME)
    branch.leases[f"{numbers.RESTORED}log"] = numbers.pass_over(branch)
    found = numbers.lend_numbers(branch, NINE_US, holder="stand-in", count=200, first=601)
    apply(branch, found)
    assert branch.leases["stand-in"] == (1201, 1400)


def test_who_has_a_block_gets_no_second() -> None:
    branch = empty_branch(FIRST_COME)
    first = lend(branch, "kiosk-1")
    assert lend(branch, "kiosk-1", 200) == first


def test_a_block_outlives_the_day() -> None:
    branch = empty_branch(FIRST_COME)
    first = lend(branch, "kiosk-1")
    branch.start_day("2026-11-21", 0)
    assert branch.leases == {"kiosk-1": first}


def test_the_numbers_of_a_day_pass_over_what_is_lent() -> None:
    branch = empty_branch(FIRST_COME)
    lend(branch, "kiosk-1")
    branch.last_ordinal["A"] = 800
    assert issue(branch, "a") == "A851"
    assert lend(branch, "kiosk-2") == (852, 901)
    assert issue(branch, "b") == "A902"


def test_a_holder_gives_its_own_numbers_and_then_none() -> None:
    branch = empty_branch(FIRST_COME)
    lend(branch, "stand-in", 2)
    branch.holder = "stand-in"
    assert [issue(branch, "a"), issue(branch, "b")] == ["A801", "A802"]
    with pytest.raises(NumbersUsedUp):
        issue(branch, "c")
    assert branch.last_ordinal == {}


def test_without_a_block_a_holder_gives_nothing() -> None:
    branch = empty_branch(FIRST_COME)
    branch.holder = "stand-in"
    with pytest.raises(NumbersUsedUp):
        issue(branch, "a")


@given(
    counts=st.lists(st.integers(1, 60), max_size=6),
    given_before=st.integers(0, 1200),
    tickets=st.integers(1, 30),
)
def test_blocks_and_numbers_never_meet(counts: list[int], given_before: int, tickets: int) -> None:
    branch = empty_branch(FIRST_COME)
    branch.last_ordinal["A"] = given_before
    blocks = [set(range(*_ends(lend(branch, f"k{n}", c)))) for n, c in enumerate(counts)]
    issued = [int(issue(branch, f"t{n}")[1:]) for n in range(tickets)]
    everything = [n for block in blocks for n in block] + issued
    assert len(everything) == len(set(everything))
    assert min(issued) > given_before


def _ends(lease: Lease) -> tuple[int, int]:
    return lease.first, lease.last + 1
