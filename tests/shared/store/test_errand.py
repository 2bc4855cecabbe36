"""Errands of head office: in time or not is decided in one place, on both databases."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from shared.domain.errors import KeyReused
from shared.domain.reach import ErrandUnknown
from shared.store.branch import Days, claim_branches
from shared.store.engine import Database
from shared.store.errand import ANSWERS_KEPT_US, ENDED_KEPT_US, ErrandTable, Wish
from shared.store.migrate import migrate
from tests.support.lobby import BRANCH, Address

SECOND_US = 1_000_000
OTHER = "other"


@pytest.fixture
def table(address: Address) -> Iterator[ErrandTable]:
    database = Database(address)
    migrate(database)
    claim_branches(database, (BRANCH, OTHER), Days.LIVE)
    yield ErrandTable(database)
    database.close()


def wish(number: int = 1, kind: str = "appointment", key: str = "") -> Wish:
    """Valid for four seconds, over after six."""
    body = {"service": "wealth"}
    return Wish(f"{number:032x}", BRANCH, kind, body, 4 * SECOND_US, 6 * SECOND_US, key, "d")


def test_reported_in_time(table: ErrandTable) -> None:
    made = table.wish(wish(), 0)
    assert (made.state, table.waiting()) == ("open", {BRANCH: 1})
    (told,) = table.tell(BRANCH, SECOND_US)
    assert (told.id, told.body) == (made.id, {"service": "wealth"})
    assert [e.id for e in table.tell(BRANCH, SECOND_US)] == [made.id]  # until it is reported
    done = table.report(BRANCH, made.id, {"code": "ABC"}, None, 5 * SECOND_US)
    assert (done.state, done.answer) == ("done", {"code": "ABC"})
    again = table.report(BRANCH, made.id, {"code": "XYZ"}, {"code": "no"}, 5 * SECOND_US)
    assert again == done
    assert table.look_up(BRANCH, made.id, 7 * SECOND_US) == done
    assert (table.tell(BRANCH, 7 * SECOND_US), table.waiting()) == ([], {})


def test_refused(table: ErrandTable) -> None:
    table.wish(wish(), 0)
    table.tell(BRANCH, 0)
    found = table.report(BRANCH, wish().id, {}, {"code": "slot_full"}, 1)
    assert (found.state, found.problem) == ("refused", {"code": "slot_full"})


def test_never_told_is_over_without_a_trace(table: ErrandTable) -> None:
    table.wish(wish(), 0)
    assert table.tell(BRANCH, 4 * SECOND_US) == []  # too late to begin
    assert table.look_up(BRANCH, wish().id, 6 * SECOND_US).state == "expired"
    assert table.tell(BRANCH, 6 * SECOND_US) == []
    assert table.report(BRANCH, wish().id, {}, None, 7 * SECOND_US).state == "expired"


def test_told_and_not_confirmed_is_withdrawn(table: ErrandTable) -> None:
    table.wish(wish(), 0)
    table.tell(BRANCH, 0)
    assert table.report(BRANCH, wish().id, {"code": "ABC"}, None, 6 * SECOND_US).answer == {}
    (found,) = table.tell(BRANCH, 99 * SECOND_US)
    assert found.state == "withdrawing"
    assert table.withdrawn(BRANCH, wish().id).state == "withdrawn"
    assert table.withdrawn(BRANCH, wish().id).state == "withdrawn"
    assert table.tell(BRANCH, 99 * SECOND_US) == []


def test_profile_that_was_told_counts_whenever_it_is_reported(table: ErrandTable) -> None:
    table.wish(wish(kind="profile"), 0)
    table.tell(BRANCH, 0)
    assert table.look_up(BRANCH, wish().id, 9 * SECOND_US).state == "told"
    assert table.report(BRANCH, wish().id, {"sequence": 7}, None, 9 * SECOND_US).state == "done"


def test_repeated_request_makes_one_errand_unless_it_came_to_nothing(table: ErrandTable) -> None:
    first = table.wish(wish(1, key="k"), 0)
    assert table.wish(wish(2, key="k"), 1).id == first.id
    with pytest.raises(KeyReused):
        table.wish(replace(wish(3, key="k"), digest="another"), 2)
    assert table.look_up(BRANCH, first.id, 6 * SECOND_US).state == "expired"
    assert table.wish(wish(4, key="k"), 6 * SECOND_US).id == wish(4).id


def test_code_of_an_answer_is_forgotten_and_in_the_end_the_errand(table: ErrandTable) -> None:
    table.wish(wish(key="k"), 0)
    table.tell(BRANCH, 0)
    table.report(BRANCH, wish().id, {"code": "ABC"}, None, 1)
    assert table.look_up(BRANCH, wish().id, ANSWERS_KEPT_US).answer == {"code": "ABC"}
    assert table.look_up(BRANCH, wish().id, ANSWERS_KEPT_US + 1).answer == {}
    with pytest.raises(ErrandUnknown):
        table.look_up(BRANCH, wish().id, ENDED_KEPT_US + 7 * SECOND_US)


def test_errand_of_another_branch_is_none(table: ErrandTable) -> None:
    table.wish(wish(), 0)
    assert table.tell(OTHER, 0) == []
    with pytest.raises(ErrandUnknown):
        table.report(OTHER, wish().id, {}, None, 0)
    with pytest.raises(ErrandUnknown):
        table.withdrawn(OTHER, wish().id)
    with pytest.raises(ErrandUnknown):
        table.look_up(OTHER, wish().id, 0)
    with pytest.raises(ErrandUnknown):
        table.peek(OTHER, wish().id)


def test_of_report_and_end_at_the_same_moment_one_wins(table: ErrandTable) -> None:
    """Whoever waits and the branch hear the same of it, in whatever order they come."""
    for number in range(1, 9):
        table.wish(wish(number), 0)
        table.tell(BRANCH, 0)
        place = wish(number).id
        with ThreadPoolExecutor(2) as pool:
            told = pool.submit(table.report, BRANCH, place, {"code": "ABC"}, None, 5 * SECOND_US)
            over = pool.submit(table.look_up, BRANCH, place, 6 * SECOND_US)
        heard = {told.result().state, over.result().state}
        assert heard in ({"done"}, {"withdrawing"})
