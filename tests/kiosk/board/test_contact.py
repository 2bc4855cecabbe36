"""The board is stale after 4.2 real seconds without contact, however fast the branch's day runs."""

from datetime import timedelta

from kiosk.board.contact import Contact
from tests.support.view import NOW


class Watch:
    """A monotonic clock that the test moves."""

    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


def test_stale_when_two_beats_are_missing() -> None:
    watch = Watch()
    contact = Contact(watch)
    contact.note(NOW)
    seen = []
    for step_s in (4.1, 0.2):
        watch.now_s += step_s
        seen.append(contact.is_stale)
    assert (seen, contact.last) == ([False, True], NOW)


def test_a_byte_makes_it_fresh_again() -> None:
    watch = Watch()
    contact = Contact(watch)
    contact.note(NOW)
    watch.now_s += 60.0
    contact.note(NOW + timedelta(hours=1))
    assert not contact.is_stale


def test_asking_again_does_not_make_it_fresh() -> None:
    watch = Watch()
    contact = Contact(watch)
    contact.note(NOW)
    for _ in range(4):
        watch.now_s += 2.0
        contact.note(NOW)
    assert contact.is_stale


def test_a_board_that_never_had_contact_becomes_stale_too() -> None:
    watch = Watch()
    contact = Contact(watch)
    watch.now_s += 16.0
    contact.note(None)
    assert (contact.is_stale, contact.last) == (True, None)
