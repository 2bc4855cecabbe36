"""After a restore no number of the day is given twice."""

from shared.domain.apply import apply
from shared.domain.attendance import open_day
from shared.domain.branch import Branch
from shared.domain.restoring import restore_log
from shared.domain.ticketing import issue
from tests.support.bank import bank, clock

TEN = clock("10:00")


def numbers(branch: Branch, *services: str) -> list[object]:
    given: list[object] = []
    for place, service in enumerate(services):
        events = issue(branch, TEN, ticket=f"{service}{place}", service=service)
        apply(branch, events)
        given.append(events[0].data["number"])
    return given


def opened() -> Branch:
    branch = Branch(bank())
    apply(branch, open_day(branch, TEN, day="2026-11-20", midnight_us=0))
    return branch


def test_every_series_goes_on_after_the_highest_number_known_and_a_gap() -> None:
    branch = opened()
    assert numbers(branch, "cash", "cash", "card") == ["A001", "A002", "B001"]
    apply(branch, restore_log(branch, TEN, log="ab", gap=10, known={"A": 1, "B": 7, "X": 3}))
    assert numbers(branch, "cash", "card", "loan") == ["A013", "B018", "E011"]
    assert (branch.last_ordinal["P"], branch.last_ordinal["X"]) == (10, 13)


def test_without_a_gap_numbers_go_on() -> None:
    branch = opened()
    apply(branch, restore_log(branch, TEN, log="ab", gap=0, known={"A": 4}))
    assert numbers(branch, "cash", "card") == ["A005", "B001"]


def test_next_day_begins_with_one() -> None:
    branch = opened()
    apply(branch, restore_log(branch, TEN, log="ab", gap=10, known={}))
    apply(branch, open_day(branch, TEN + clock("24:00"), day="2026-11-21", midnight_us=0))
    assert branch.last_ordinal == {}
