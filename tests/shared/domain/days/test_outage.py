"""The core banking system is down: everybody is told, promises fall, the order stays."""

import pytest

from shared.domain.refused import AlreadySuspended, ServiceSuspended
from shared.domain.rules import ClockRule, IncidentKind
from tests.support.bank import bank, clock, with_appointments
from tests.support.day import Day

SERVICES = ("cash", "card", "exchange", "wealth", "loan")
CASH_OUT = (IncidentKind("system"), IncidentKind("cash", ClockRule.RUNS, gives_tickets=True))


def sixty_waiting() -> Day:
    """Four tellers with a customer each, sixty people waiting, three with a promise."""
    day = Day()
    for counter in ("1", "2", "3", "4"):
        day.open(counter)
    for number in range(64):
        day.issue(f"P{number:02d} wants {SERVICES[number % 5]}")
        day.passes(minutes=0.5)
    for counter in ("1", "2", "3", "4"):
        day.next(counter)
    waiting = [t.id for t in day.branch.waiting]
    assert len(waiting) == 60
    for name in waiting[:3]:
        day.promise(name, "09:40", "09:50")
    return day


def test_sixty_people_are_told_within_one_round_and_their_promises_are_withdrawn() -> None:
    day = sixty_waiting()
    waiting = [t.id for t in day.branch.waiting]
    round_ = day.suspend()
    assert len({event.recorded_us for event in round_}) == 1
    assert round_[0].data["told"] == waiting
    assert round_[0].data["clock"] == "stops"
    assert [e.ticket for e in round_ if e.kind == "promise.withdrawn"] == waiting[:3]
    assert all(day.branch.tickets[name].promise_us is None for name in waiting)


def test_nobody_is_called_meanwhile_and_the_order_is_the_same_afterwards() -> None:
    day = sixty_waiting()
    order = {counter: day.order(counter) for counter in ("1", "2", "3", "4")}
    overtaken = {t.id: t.overtaken for t in day.branch.waiting}
    seniority = {t.id: t.senior_us for t in day.branch.waiting}
    day.suspend()
    assert [day.order(counter) for counter in order] == [[], [], [], []]
    day.passes(minutes=45)
    told = day.resume_all()[-1]
    assert told.data["told"] == list(seniority)
    assert {counter: day.order(counter) for counter in order} == order
    assert {t.id: t.overtaken for t in day.branch.waiting} == overtaken
    assert {t.id: t.senior_us for t in day.branch.waiting} == seniority


def test_who_is_at_a_counter_is_finished_and_the_counter_takes_the_next_after_the_outage() -> None:
    day = sixty_waiting()
    present, first = day.at("1"), day.order("1")[0]
    day.suspend()
    day.passes(minutes=2)
    assert day.next("1") == ""
    assert day.state(present) == "closed"
    day.resume_all()
    assert day.at("1") == first  # the counter stood by


def test_new_tickets_are_refused_during_the_outage_and_given_where_the_rule_allows() -> None:
    day = Day(bank(incidents=CASH_OUT))
    day.suspend("cash", "card")
    with pytest.raises(ServiceSuspended):
        day.issue("Anna wants cash")
    assert day.issue("Bob wants wealth") == "D001"
    day.resume_all()
    day.suspend("cash", reason="cash")  # out of cash, the van is on its way
    assert day.issue("Anna wants cash") == "A001"
    assert day.happened("incident.declared")[-1].data["clock"] == "runs"


def test_only_the_suspended_matter_waits_and_others_pass_without_overtaking() -> None:
    day = Day()
    day.open("1")
    day.issue("Anna wants cash")
    day.issue("Bob wants card")
    day.suspend("cash")
    assert day.next("1") == "Bob"
    assert day.overtaken("Anna") == 0


def test_a_matter_that_is_suspended_sends_the_visit_back_to_waiting() -> None:
    day = Day()
    day.open("1")
    day.issue("Anna wants cash and card")
    day.next("1")
    day.suspend("card")
    day.close("Anna")
    assert (day.state("Anna"), day.needs("Anna")) == ("waiting", ["card"])
    day.next("1")
    day.resume_all()
    assert day.at("1") == "Anna"


def test_what_is_suspended_already_is_not_suspended_again() -> None:
    day = Day()
    day.suspend()
    with pytest.raises(AlreadySuspended):
        day.suspend("cash")


def test_nobody_loses_an_appointment_to_an_outage() -> None:
    day = Day(with_appointments())
    day.open("3")
    day.book("Anna", "wealth", "10:00")
    day.comes("09:30")
    day.suspend()
    day.comes("09:50")
    with pytest.raises(ServiceSuspended):
        day.check_in("Anna")
    day.comes("11:00")
    assert day.happened("appointment.no_show") == []
    day.resume_all()
    day.issue("Bob wants wealth")
    day.comes("11:04")
    day.check_in("Anna")
    assert (day.next("3"), day.why("Anna")) == ("Anna", "most_senior")  # since ten o'clock


def test_after_the_outage_an_appointment_lapses_like_any_other() -> None:
    day = Day(with_appointments())
    day.book("Anna", "wealth", "10:00")
    day.suspend()
    day.comes("11:00")
    day.resume_all()
    day.comes("11:16")
    [missed] = day.happened("appointment.no_show")
    assert missed.at_us == clock("11:15")


def test_an_appointment_that_could_not_be_kept_all_day_is_no_no_show() -> None:
    day = Day(with_appointments())
    day.book("Anna", "wealth", "10:00")
    day.suspend()
    day.next_day()
    assert day.happened("appointment.no_show") == []
    [cancelled] = day.happened("appointment.cancelled")
    assert cancelled.data == {"appointment": "Anna", "by": "incident"}


def test_no_time_is_promised_while_nobody_knows_when_it_goes_on() -> None:
    day = Day()
    day.issue("Anna wants cash")
    day.suspend("cash")
    with pytest.raises(ServiceSuspended):
        day.promise("Anna", "09:40", "09:50")
    day.resume_all()
    day.promise("Anna", "09:40", "09:50")
