"""Why this one was next, and not me: the story of a ticket for staff and for the customer."""

import pytest

from shared.config.rules import to_rules
from shared.dispatch.layout import MINUTE_US
from shared.domain import attendance, calling, incident, regrouping, ticketing, visiting
from shared.domain.branch import Branch
from shared.domain.event import Event
from shared.domain.settle import carry_out
from shared.protocol.why import Audience, TicketStory
from shared.services.explain import explain
from shared.services.explain_names import Names
from shared.services.storytelling import story, tickets_numbered
from tests.support.profiles import NEIGHBOURHOOD
from tests.support.server import local_us

MIDNIGHT_US = local_us("2026-11-20T00:00")
TEN_US = local_us("2026-11-20T10:00")


class Hall:
    """A branch at ten in the morning that keeps its events. Times are minutes after ten."""

    def __init__(self) -> None:
        self.branch = Branch(to_rules(NEIGHBOURHOOD))
        self.events: list[Event] = []
        self.do(attendance.open_day(self.branch, TEN_US, day="2026-11-20", midnight_us=MIDNIGHT_US))

    def do(self, events: list[Event]) -> None:
        self.events += carry_out(self.branch, events, self.branch.last_us)

    def open(self, counter: str, minute: float = 0) -> None:
        now_us = at(minute)
        staff = f"t{counter}"
        self.do(attendance.open_counter(self.branch, now_us, counter=counter, staff=staff))

    def come(
        self, ticket: str, minute: float, segment: str = "ordinary", service: str = "cash"
    ) -> None:
        self.do(
            ticketing.issue(
                self.branch, at(minute), ticket=ticket, service=service, segment=segment
            )
        )

    def next(self, minute: float, counter: str = "1") -> None:
        self.do(calling.call_next(self.branch, at(minute), counter=counter))

    def why(
        self, ticket: str, audience: Audience = Audience.STAFF, language: str = "en"
    ) -> TicketStory:
        found = story(self.events, ticket)
        assert found is not None
        return explain(found, Names([NEIGHBOURHOOD], language), audience, 3)


def at(minute: float) -> int:
    return TEN_US + int(minute * MINUTE_US)


def texts(found: TicketStory) -> list[str]:
    return [f"{line.clock} {line.text}" for line in found.lines]


@pytest.fixture
def hall() -> Hall:
    """An ordinary customer at 10:01 is passed over by one with priority who came at 10:02."""
    made = Hall()
    made.open("1")
    made.come("busy", 0)
    made.next(0)
    made.come("me", 1)
    made.come("other", 2, "priority")
    made.next(6)
    made.next(12)
    return made


def test_staff_read_who_came_when_and_which_rule_decided(hall: Hall) -> None:
    assert texts(hall.why("me")) == [
        "10:01 Came for Cash in or out (Ordinary); 0 people ahead.",
        "10:06 P001 (Priority, came 10:02) was called to counter 1: "
        "by the branch's rule, 20.0 points against 5.0.",
        "10:12 Called to counter 1: nobody else waited for this counter; nobody passed over.",
    ]
    assert hall.why("me").summary == (
        "Called after 11 min. Passed over 1 time by people who came later; the limit is 3."
    )
    assert texts(hall.why("other"))[1] == (
        "10:06 Called to counter 1: by the branch's rule; before A002, who came earlier."
    )


def test_the_customer_reads_that_somebody_was_first_and_not_who(hall: Hall) -> None:
    assert texts(hall.why("me", Audience.CUSTOMER)) == [
        "10:01 You came for Cash in or out; 0 people were before you.",
        "10:06 Called before you: somebody whom the branch's rules put first.",
        "10:12 You were called to counter 1: nobody else waited for that counter.",
    ]
    assert texts(hall.why("me", Audience.CUSTOMER, "zh"))[1] == (
        "10:06 先于您叫到：一位按本行规则应先办理的客户。"
    )


def test_figures_come_with_the_words(hall: Hall) -> None:
    found = hall.why("me")
    assert (found.number, found.day, found.overtaken, found.waited_s) == (
        "A002",
        "2026-11-20",
        1,
        660,
    )


def test_a_call_by_a_person_names_the_decision_to_staff_only(hall: Hall) -> None:
    hall.come("early", 13)
    hall.come("chosen", 14)
    hall.do(
        calling.call_picked(
            hall.branch, at(15), counter="1", ticket="chosen", reason="help", by="lena"
        )
    )
    assert texts(hall.why("chosen"))[1] == (
        "10:15 Called to counter 1: chosen by a person, out of order "
        "(Needs looking after, by lena); before A003, who came earlier."
    )
    assert texts(hall.why("early", Audience.CUSTOMER))[1] == (
        "10:15 Called before you: somebody whom a member of staff called out of order, "
        "for a reason on record."
    )


def test_what_stood_in_between_is_told(hall: Hall) -> None:
    """Put aside at the counter, an outage, and counters that could not serve the ticket."""
    hall.do(visiting.hold(hall.branch, at(13), ticket="me", pool="approval"))
    hall.do(visiting.resume(hall.branch, at(15), ticket="me"))
    services = ["cash"]
    declared = incident.declare(
        hall.branch, at(15), incident="i-1", reason="system", services=services
    )
    hall.do(declared)
    hall.do(incident.end(hall.branch, at(18), incident="i-1"))
    hall.next(19)
    assert texts(hall.why("me"))[3:] == [
        "10:13 Put aside: Waiting for approval.",
        "10:15 Waits again, in the old place.",
        "10:15 Cash in or out was suspended for everybody (Banking system down). "
        "The place was kept.",
        "10:18 Cash in or out was served again.",
        "10:19 Called to counter 1: nobody else waited for this counter; nobody passed over.",
    ]


def test_waiting_time_that_does_not_count_is_said() -> None:
    hall = Hall()
    hall.come("me", 0)
    hall.do(visiting.defer(hall.branch, at(1), ticket="me", minutes=10))
    hall.do(visiting.resume(hall.branch, at(6), ticket="me"))
    hall.do(incident.declare(hall.branch, at(7), incident="i", reason="system", services=["cash"]))
    hall.do(incident.end(hall.branch, at(9), incident="i"))
    hall.open("1", 10)
    hall.next(20)
    assert hall.why("me").summary == (
        "Called after 20 min. Nobody who came later was called first. "
        "For 2 min of the wait the service was suspended. "
        "For 5 min of the wait the ticket was put aside on the customer's own wish."
    )


def test_calls_at_counters_that_cannot_serve_it_are_no_overtakes() -> None:
    hall = Hall()
    counters = {c.id: c.services for c in NEIGHBOURHOOD.counters}
    other = next(c for c, services in counters.items() if "wealth" not in services)
    hall.come("me", 0, service="wealth")
    hall.come("later", 1)
    hall.open(other, 2)
    hall.next(3, other)
    assert hall.why("me").summary == (
        "Not called; waited 3 min. Nobody who came later was called first. "
        "1 who came later was called to a counter that may not call this ticket."
    )


def test_companions_are_told_of_each_other() -> None:
    hall = Hall()
    hall.come("me", 0)
    hall.come("friend", 1)
    hall.do(regrouping.join(hall.branch, at(2), ticket="friend", companion="me"))
    assert texts(hall.why("me"))[1:] == ["10:02 Goes together with ticket A002."]
    assert texts(hall.why("friend"))[1:] == ["10:02 Goes together with ticket A001."]


def test_a_call_of_the_first_release_says_its_rule(hall: Hall) -> None:
    """Its events named neither levels nor candidates."""
    newer = ("why_not", "candidates", "scores")
    hall.events = [
        event._replace(data={k: v for k, v in event.data.items() if k not in newer})
        for event in hall.events
    ]
    assert texts(hall.why("me"))[1] == (
        "10:06 P001 (Priority, came 10:02) was called to counter 1: by the branch's rule."
    )


def test_tickets_are_found_by_what_stands_on_the_slip(hall: Hall) -> None:
    assert tickets_numbered(hall.events, " a002 ") == ["me"]
    assert tickets_numbered(hall.events, "Z001") == []
    assert story(hall.events, "nobody") is None
