"""An answer and the snapshots around it, whichever comes first."""

from counter.teller.newest import Newest
from tests.counter.teller import scenes


def test_late_answer_does_not_hide_who_was_called_meanwhile() -> None:
    """`next` found nobody; before that was heard a ticket came and was called by standby."""
    newest = Newest(lambda: 0.0)
    newest.sent(100)
    newest.happened(101)  # standby
    newest.happened(103)  # called
    newest.caught_up(103, scenes.counter(ticket=scenes.called()))
    newest.take(scenes.counter(is_standby=True), 103)
    assert newest.counter is None


def test_answer_before_the_snapshot_counts() -> None:
    newest = Newest(lambda: 0.0)
    newest.sent(100)
    answer = scenes.counter(ticket=scenes.called())
    newest.take(answer, 100)
    assert newest.counter == answer
    newest.happened(101)
    newest.caught_up(101, answer)
    assert newest.counter is None
