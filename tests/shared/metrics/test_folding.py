"""Visits with several stops, and where the standard's clock stands (decision 0015)."""

import pytest

from shared.domain import event as kinds
from shared.domain.event import Event
from shared.metrics.folding import visits
from shared.metrics.serving import service_times, service_times_by_service
from shared.metrics.utilisation import counter_times
from shared.metrics.visit import Visit
from shared.metrics.waiting import waiting, within_limit
from tests.shared.metrics.days import (
    absent,
    called,
    closed,
    counter,
    expired,
    issued,
    left,
    opened,
    returned,
    served_again,
    started,
    suspended,
    visit_event,
)


def one(*events: Event) -> Visit:
    """The first ticket of a day."""
    return visits([opened(), *events])[0]


def transferred(ticket: str, at_s: int, *needs: str, counter: str = "1") -> Event:
    return visit_event(
        kinds.TICKET_TRANSFERRED, ticket, at_s, counter, needs=list(needs), reason="next_need"
    )


TWO_STOPS = [
    issued("1", 0, needs=["cash", "account"]),
    called("1", 60),
    started("1", 70),
    transferred("1", 170, "account"),
    called("1", 400, "2"),
    started("1", 410, "2"),
    closed("1", 460, "2"),
]


def test_first_call_ends_the_wait_and_the_stops_add_up() -> None:
    visit = one(*TWO_STOPS)
    assert (visit.wait_s, visit.service_s, visit.transfers) == (60, 150, 1)
    assert [(s.service, s.counter, s.time_s) for s in visit.servings] == [
        ("cash", "1", 100),
        ("account", "2", 50),
    ]
    assert (visit.state, visit.service) == ("closed", "cash")


def test_each_need_has_its_own_service_time() -> None:
    found = visits([opened(), *TWO_STOPS])
    times = service_times_by_service(found)
    assert {name: (t.count, t.mean_s) for name, t in times.items()} == {
        "account": (1, 50),
        "cash": (1, 100),
    }
    assert service_times(found).mean_s == 150


def test_the_next_need_at_the_same_counter_is_a_serving_of_its_own() -> None:
    more = visit_event(kinds.TICKET_CONTINUED, "1", 100, "1", needs=["account"], done="cash")
    visit = one(issued("1", 0), called("1", 10), started("1", 20), more, closed("1", 150))
    assert [(s.service, s.time_s) for s in visit.servings] == [("cash", 80), ("account", 50)]
    assert visit.service_s == 130


def test_time_on_hold_is_neither_wait_nor_service() -> None:
    visit = one(
        issued("1", 0),
        called("1", 10),
        started("1", 20),
        visit_event(kinds.TICKET_HELD, "1", 50, "1", pool="documents", until_us=None),
        visit_event(kinds.TICKET_RESUMED, "1", 500, "1", reason="asked"),
        called("1", 600),
        started("1", 605),
        closed("1", 625),
    )
    assert (visit.wait_s, visit.service_s, visit.holds, visit.state) == (10, 50, 1, "closed")


def test_an_appointment_waits_from_its_booked_time() -> None:
    """Half an hour early is the customer's own time; whoever is late waits from the arrival."""
    booked_us = 1800 * 1_000_000
    early = one(issued("1", 0, booked_us=booked_us), called("1", 2000))
    late = one(issued("1", 2400, booked_us=booked_us), called("1", 2500))
    before = one(issued("1", 0, booked_us=booked_us), called("1", 1000))
    assert (early.wait_s, late.wait_s, before.wait_s) == (200, 100, 0)


@pytest.mark.parametrize(("clock", "standard_s"), [("stops", 700), ("runs", 1000)])
def test_the_written_rule_of_the_incident_moves_the_clock(clock: str, standard_s: int) -> None:
    day = [issued("1", 0), *suspended(200, clock=clock), *served_again(500), called("1", 1000)]
    visit = one(*day)
    assert (visit.wait_s, visit.standard_wait_s) == (1000, standard_s)
    assert (within_limit([visit], 800).within == 1) == (clock == "stops")


def test_only_those_who_wait_for_the_service_are_touched() -> None:
    day = [
        opened(),
        issued("1", 0, service="account"),
        issued("2", 0),
        *suspended(100, "account"),
        issued("3", 150, service="account"),
        called("2", 200),
        *served_again(250, "account"),
        called("1", 300),
        called("3", 350),
    ]
    found = visits(day)
    assert [v.clock_stood_s for v in found] == [150, 0, 100]
    figures = waiting(found, [200])
    assert (figures.stood, figures.stood_s, figures.max_s) == (2, 250, 300)
    assert (figures.within[0].within, figures.within[0].counted) == (3, 3)


def test_being_called_later_on_own_wish_stops_the_clock_and_only_once() -> None:
    """Put aside from 100 to 700, while the service is suspended from 300 to 900."""
    visit = one(
        issued("1", 0),
        visit_event(kinds.TICKET_DEFERRED, "1", 100, until_us=700),
        *suspended(300),
        visit_event(kinds.TICKET_RESUMED, "1", 700, reason="time"),
        *served_again(900),
        called("1", 1000),
    )
    assert (visit.deferred_us, visit.suspended_us) == (600_000_000, 200_000_000)
    assert visit.standard_wait_s == 200


def test_a_clock_that_still_stands_when_the_log_ends_is_booked() -> None:
    visit = one(issued("1", 0), *suspended(100), issued("2", 400))
    assert (visit.suspended_us, visit.in_vain_s) == (300_000_000, 100)


def test_companions_and_those_sent_another_way_have_not_left() -> None:
    day = [
        opened(),
        issued("1", 0),
        issued("2", 0),
        issued("3", 0),
        issued("4", 0),
        visit_event(kinds.TICKET_JOINED, "1", 50, companion="2", needs=["cash"], added=[]),
        visit_event(kinds.TICKET_DIVERTED, "3", 700, way="machine", by="lena"),
        left("4", 100),
        called("1", 200),
    ]
    found = visits(day)
    figures = waiting(found, [600])
    assert (figures.arrived, figures.called, figures.left) == (4, 1, 1)
    assert (figures.joined, figures.diverted, figures.waiting) == (1, 1, 0)
    assert [v.state for v in found] == ["called", "joined", "diverted", "cancelled"]
    assert (figures.within[0].within, figures.within[0].counted) == (1, 2)


def test_a_companion_who_goes_alone_again_waits_from_the_old_arrival() -> None:
    found = visits(
        [
            opened(),
            issued("1", 0),
            issued("2", 10),
            visit_event(kinds.TICKET_JOINED, "1", 50, companion="2", needs=["cash"], added=[]),
            visit_event(kinds.TICKET_SPLIT, "1", 90, companion="2", needs=["cash"]),
            called("2", 110),
        ]
    )
    assert (found[1].state, found[1].wait_s, found[1].ended_us) == ("called", 100, None)


def test_a_need_split_off_after_the_first_call_waits_from_the_split() -> None:
    new = issued("2", 0, service="account", split_from="1", senior_us=0)
    part = visit_event(kinds.TICKET_SPLIT, "1", 300, new_ticket="2", needs=["cash"])
    late = new._replace(recorded_us=300_000_000)
    day = [opened(), issued("1", 0), called("1", 100), part, late, called("2", 400, "2")]
    assert visits(day)[1].wait_s == 100
    early = [opened(), issued("1", 0), part, late, called("2", 400, "2")]
    assert visits(early)[1].wait_s == 400


def test_a_corrected_entry_counts_as_it_should_have_been() -> None:
    right = visit_event(
        kinds.TICKET_RECLASSIFIED,
        "1",
        20,
        needs=["account"],
        segment="priority",
        was_service="cash",
        was_segment="ordinary",
        by="lena",
    )
    visit = one(issued("1", 0), right, called("1", 40))
    assert (visit.service, visit.segment) == ("account", "priority")


def test_a_visit_that_is_still_going_when_the_day_ends_has_no_service_time() -> None:
    visit = one(issued("1", 0), called("1", 10), started("1", 20), expired("1", 900))
    assert (visit.state, visit.service_s) == ("expired", None)


def test_who_came_back_after_a_missed_call_was_called_the_first_time() -> None:
    day = [issued("1", 0), *suspended(10), *served_again(20), called("1", 60), absent("1", 180)]
    visit = one(*day, returned("1", 600), *suspended(610), called("1", 700))
    assert (visit.standard_wait_s, visit.returns) == (50, 1)


TRAINING = [
    opened(),
    counter(kinds.COUNTER_OPENED, 0, mentor="1002"),
    issued("1", 0),
    called("1", 0),
    started("1", 0),
    closed("1", 600),
    counter(kinds.COUNTER_CLOSED, 700),
    counter(kinds.COUNTER_OPENED, 800),
    issued("2", 800),
    called("2", 800),
    started("2", 800),
    closed("2", 900),
]


def test_visits_of_a_trainee_wait_like_all_and_are_in_no_service_time() -> None:
    found = visits(TRAINING)
    assert [v.is_training for v in found] == [True, False]
    assert (service_times(found).count, service_times(found).mean_s) == (1, 100)
    assert service_times_by_service(found)["cash"].count == 1
    assert waiting(found).called == 2


def test_time_with_a_trainee_stands_apart() -> None:
    (time,) = counter_times(TRAINING).values()
    assert (time.training_s, time.serving_s, time.served, time.open_s) == (700, 100, 1, 100)


def test_a_counter_is_free_when_its_customer_is_held_or_sent_on() -> None:
    """What happens later to a ticket that waits again is nothing to the counter where it was."""
    day = [
        opened(),
        counter(kinds.COUNTER_OPENED, 0),
        issued("1", 0),
        issued("2", 0),
        called("1", 0),
        started("1", 0),
        transferred("1", 100, "account"),
        called("2", 150),
        started("2", 150),
        transferred("1", 160, "lost"),
        visit_event(kinds.TICKET_HELD, "2", 250, "1", pool="form", until_us=None),
        counter(kinds.COUNTER_CLOSED, 300),
    ]
    (time,) = counter_times(day).values()
    assert (time.serving_s, time.idle_s, time.served) == (200, 100, 1)


def test_a_call_that_nobody_heard_was_none() -> None:
    day = [
        issued("1", 0),
        called("1", 60),
        visit_event(kinds.TICKET_REQUEUED, "1", 500, "1", reason="unheard", via="stand-in"),
        called("1", 300, "2"),
        started("1", 310, "2"),
        closed("1", 400, "2"),
    ]
    visit = one(*day)
    assert (visit.wait_s, visit.service_s, visit.counter, visit.state) == (300, 90, "2", "closed")
