"""An event is told once, whichever of the two servers tells it under whichever number."""

from datetime import timedelta

from shared.client.history import History
from shared.protocol.event import EventView
from tests.support import view


def event(sequence: int, seconds: int = 0, **data: str) -> EventView:
    at = view.NOW + timedelta(seconds=seconds or sequence)
    return EventView(
        sequence=sequence,
        kind="ticket.called",
        at=at,
        recorded_at=at,
        ticket=f"t-{seconds or sequence}",
        counter="2",
        data=dict(data),
    )


def test_the_newest_events_of_the_branch_server_are_kept_without_a_gap() -> None:
    history = History()
    history.restart(100)
    for sequence in (101, 102, 105, 106):
        history.take(event(sequence))
    assert [each.sequence for each in history.recent] == [105, 106]
    assert history.place == 106


def test_only_the_newest_two_hundred_are_kept() -> None:
    history = History()
    for sequence in range(1, 500):
        history.take(event(sequence))
    assert [each.sequence for each in history.recent] == list(range(300, 500))


def test_what_the_stand_in_decided_comes_back_under_other_numbers_and_is_no_news() -> None:
    history = History()
    assert history.take(event(1))
    history.turn(is_branch=False)
    assert history.shared(5) == 1
    assert history.take(event(2, seconds=70))
    assert history.take(event(3, seconds=80))
    assert history.place == 1
    history.turn(is_branch=True)
    assert history.shared(9) == 1
    assert history.take(event(2, seconds=60))  # decided before, never heard
    assert not history.take(event(3, seconds=70, via="stand-in:1"))
    assert not history.take(event(4, seconds=80, via="stand-in:1"))
    assert history.place == 4


def test_without_turning_two_events_that_look_alike_are_two() -> None:
    history = History()
    assert history.take(event(1, seconds=5))
    assert history.take(event(2, seconds=5))


def test_another_log_forgets_everything() -> None:
    history = History()
    history.take(event(1))
    history.turn(is_branch=False)
    history.forget()
    assert (history.place, list(history.recent)) == (0, [])
    assert history.take(event(1))


def test_what_leads_up_to_our_place_is_in_hand_and_no_news() -> None:
    history = History()
    history.restart(103)
    assert history.known == 0
    history.lead_in([event(102), event(103)])
    assert (history.known, [each.sequence for each in history.recent]) == (103, [102, 103])
    assert history.take(event(104))
    history.lead_in([event(98), event(99)])  # not what comes before
    assert [each.sequence for each in history.recent] == [102, 103, 104]


def test_a_late_lead_in_goes_before_what_came_meanwhile() -> None:
    history = History()
    history.restart(103)
    history.take(event(104))
    history.lead_in([event(102), event(103), event(104)])
    assert [each.sequence for each in history.recent] == [102, 103, 104]


def test_at_a_stand_in_nothing_is_the_branch_servers() -> None:
    history = History()
    history.turn(is_branch=False)
    history.restart(103)
    history.lead_in([event(102), event(103)])
    assert history.known == 0


def test_what_is_read_ahead_is_known_and_still_told() -> None:
    history = History()
    history.restart(100)
    history.foresee([event(101), event(102), event(104)])
    assert (history.known, history.place) == (102, 100)
    history.turn(is_branch=False)
    assert history.shared(104) == 100
    history.turn(is_branch=True)
    assert history.take(event(101))
    assert history.take(event(102))
    assert history.take(event(103))
    assert [each.sequence for each in history.recent] == [101, 102, 103]
