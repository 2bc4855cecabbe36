"""The board's calls: at once from the stream, and in the end exactly the server's snapshot."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.board.calls import Calls, one_each
from shared.protocol.lobby import Call
from tests.kiosk.board.stream import CALLED, RECALLED, Server, event
from tests.support import view

HAPPENINGS = st.tuples(
    st.sampled_from([CALLED, CALLED, RECALLED, "ticket.closed", "day.opened"]),
    st.sampled_from(["A001", "A002", "B001", "P001"]),
    st.sampled_from(["1", "2"]),
)


def shown(calls: Calls) -> list[tuple[str, str]]:
    """Numbers and counters as a person reads them."""
    return [(call.number, call.counter) for call in calls.newest_first]


@given(st.lists(st.tuples(HAPPENINGS, st.booleans()), max_size=30), st.integers(0, 3))
def test_the_board_ends_at_the_servers_snapshot(
    day: list[tuple[tuple[str, str, str], bool]], lag: int
) -> None:
    """Events and snapshots interleave; snapshots may be some events old when they arrive."""
    server, calls = Server(), Calls()
    snapshots = [server.snapshot()]
    for (kind, number, counter), has_snapshot in day:
        calls.take_event(server.happens(kind, number, counter))
        snapshots.append(server.snapshot())
        assert calls.newest_first == one_each(server.calls)
        if has_snapshot:
            calls.take_snapshot(snapshots[max(0, len(snapshots) - 1 - lag)])
            snapshots = snapshots[-1 - lag :]
            assert calls.newest_first == one_each(server.calls)
    calls.take_snapshot(server.snapshot())
    assert calls.newest_first == one_each(server.snapshot().recent_calls)


def test_a_call_stands_on_top_before_any_snapshot_tells_it() -> None:
    calls = Calls()
    calls.take_snapshot(view.lobby(sequence=100, recent_calls=(view.call("A026", "1"),)))
    calls.take_event(event(101, CALLED, "B008", "2"))
    assert shown(calls) == [("B008", "2"), ("A026", "1")]


def test_a_recall_moves_its_number_up_and_does_not_double_it() -> None:
    calls = Calls()
    for sequence, kind, number in ((1, CALLED, "A1"), (2, CALLED, "B1"), (3, RECALLED, "A1")):
        calls.take_event(event(sequence, kind, number))
    assert shown(calls) == [("A1", "1"), ("B1", "1")]
    assert calls.newest_first[0].is_recall


def test_an_event_that_the_snapshot_holds_already_changes_nothing() -> None:
    calls = Calls()
    calls.take_snapshot(view.lobby(sequence=100, recent_calls=(view.call("A026", "1"),)))
    calls.take_event(event(100, CALLED, "A026", "1"))
    assert shown(calls) == [("A026", "1")]


def test_a_new_day_clears_the_board() -> None:
    calls = Calls()
    calls.take_event(event(1, CALLED, "A001"))
    calls.take_event(event(2, "day.opened", ""))
    assert shown(calls) == []


def test_another_log_replaces_everything() -> None:
    """The server was set up anew: its sequence begins again."""
    calls = Calls()
    calls.take_event(event(500, CALLED, "A099"))
    calls.take_snapshot(view.lobby(sequence=500))
    calls.take_event(event(501, CALLED, "A100"))
    calls.take_snapshot(view.lobby(sequence=3, recent_calls=(view.call("A001", sequence=3),)))
    assert shown(calls) == [("A001", "1")]


def test_one_each_keeps_the_newest_of_a_ticket() -> None:
    newest, older = view.call("A1", "2", sequence=9), view.call("A1", "1", sequence=5)
    other: Call = view.call("B1", "3", sequence=7)
    assert one_each((newest, other, older)) == (newest, other)
