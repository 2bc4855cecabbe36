"""Order and uniqueness of events, whatever the order of arrival."""

from hypothesis import given
from hypothesis import strategies as st

from shared.client.sequence import EventSequence
from tests.shared.client.tiny_server import event


@given(st.permutations(range(1, 9)), st.lists(st.integers(1, 8), max_size=8))
def test_any_order_with_duplicates_comes_out_once_and_in_order(
    order: list[int], doubled: list[int]
) -> None:
    sequence = EventSequence()
    out = [e.sequence for number in order + doubled for e in sequence.offer(event(number))]
    assert out == list(range(1, 9))
    assert not sequence.is_waiting


def test_the_log_decides_what_exists() -> None:
    sequence = EventSequence(5)
    assert sequence.offer(event(9)) == []
    assert sequence.is_waiting
    assert sequence.fill([event(6), event(8)]) == [event(6), event(8), event(9)]
    assert sequence.last == 9


def test_skipping_gives_up_what_is_missing() -> None:
    sequence = EventSequence(5)
    sequence.offer(event(8))
    sequence.offer(event(10))
    assert sequence.skip() == [event(8)]
    assert sequence.skip() == [event(10)]
