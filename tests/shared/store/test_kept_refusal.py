"""One key, one outcome: a refusal is said again too, whatever has become possible meanwhile."""

import pytest

from shared.domain.errors import CounterNotOpen, KeyReused, RuleRefused, TicketStateWrong
from shared.services import attendance, calling
from shared.services.decision import Decide
from shared.store.kept_refusal import kept_refusal, refusal_in
from tests.support.lobby import ANNA, Address, issue, running_writer


def open_counter() -> Decide:
    return lambda lobby, now_us: attendance.open_counter(lobby, now_us, "1", ANNA)


def call_next() -> Decide:
    return lambda lobby, now_us: calling.call_next(lobby, now_us, "1", ANNA)


def test_late_copy_of_a_refused_command_is_not_carried_out(address: Address) -> None:
    """It was held up on its way; its sender was refused on another attempt and did otherwise."""
    with running_writer(address) as running:
        running.run(issue())
        with pytest.raises(CounterNotOpen):
            running.run(call_next(), "key-0001", "request")
        running.run(open_counter(), "key-0002", "other")
    with running_writer(address, running.clock) as again:
        with pytest.raises(CounterNotOpen, match="Counter 1 is not open"):
            again.run(call_next(), "key-0001", "request")
        assert [ticket.number for ticket in again.lobby().branch.waiting] == ["A001"]
        assert again.run(call_next(), "key-0003", "request").body is not None


def test_key_of_a_refusal_is_not_good_for_another_request(address: Address) -> None:
    with running_writer(address) as running:
        with pytest.raises(CounterNotOpen):
            running.run(call_next(), "key-0001", "request")
        with pytest.raises(KeyReused):
            running.run(issue(), "key-0001", "another")


def test_refusal_is_kept_with_its_figures() -> None:
    kept = refusal_in(kept_refusal(TicketStateWrong("A001", "closed", "called")))
    assert type(kept) is TicketStateWrong
    assert str(kept) == str(TicketStateWrong("A001", "closed", "called"))


def test_refusal_of_a_later_release_is_still_one() -> None:
    assert type(refusal_in('!["unheard_of", "x"]')) is RuleRefused


@pytest.mark.parametrize("body", ["", '{"id":"1"}'])
def test_answer_is_none(body: str) -> None:
    assert refusal_in(body) is None
