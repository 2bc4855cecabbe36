"""Incidents that overlap: each service is served again when nothing suspends it any more."""

import pytest

from shared.domain import incident, ticketing
from shared.domain.apply import apply
from shared.domain.branch import Branch
from shared.domain.event import Event
from shared.domain.refused import AlreadySuspended, IncidentUnknown, NotSuspended
from tests.support.lobby import open_lobby
from tests.support.server import morning

NOW = morning().now_us()


@pytest.fixture
def branch() -> Branch:
    return open_lobby().branch


def declare(branch: Branch, name: str, *services: str) -> None:
    events = incident.declare(branch, NOW, incident=name, reason="system", services=services)
    apply(branch, events)


def kinds(events: list[Event]) -> list[str]:
    return [event.kind for event in events]


def test_service_under_two_incidents_comes_back_with_the_last(branch: Branch) -> None:
    declare(branch, "one", "cash")
    declare(branch, "two", "cash", "wealth")
    apply(branch, incident.end(branch, NOW, incident="one"))
    assert branch.suspended == {"cash": 1, "wealth": 1}
    apply(branch, incident.end(branch, NOW, incident="two"))
    assert (branch.suspended, branch.incidents) == ({}, {})
    with pytest.raises(IncidentUnknown):
        incident.end(branch, NOW, incident="two")


def test_one_service_comes_back_out_of_every_incident(branch: Branch) -> None:
    declare(branch, "one", "cash")
    declare(branch, "two", "cash", "wealth")
    events = incident.resume_service(branch, NOW, service="cash", by="lena")
    assert kinds(events) == ["service.resumed", "incident.ended", "service.resumed"]
    apply(branch, events)
    assert branch.suspended == {"wealth": 1}
    assert branch.incidents["two"].services == ("wealth",)
    with pytest.raises(NotSuspended):
        incident.resume_service(branch, NOW, service="cash")
    assert kinds(incident.end(branch, NOW, incident="two")) == ["service.resumed", "incident.ended"]


def test_what_is_suspended_already_is_not_suspended_again(branch: Branch) -> None:
    declare(branch, "all")
    with pytest.raises(AlreadySuspended):
        declare(branch, "more", "cash")


def test_a_service_that_is_named_twice_is_suspended_once(branch: Branch) -> None:
    declare(branch, "one", "cash", "cash")
    assert branch.suspended == {"cash": 1}
    apply(branch, incident.resume_service(branch, NOW, service="cash"))
    assert (branch.suspended, branch.incidents) == ({}, {})


def test_nobody_is_told_of_the_end_while_another_incident_goes_on(branch: Branch) -> None:
    apply(branch, ticketing.issue(branch, NOW, ticket="t", service="cash"))
    declare(branch, "one", "cash")
    declare(branch, "two", "cash", "wealth")
    first = incident.end(branch, NOW, incident="one")
    assert first[-1].data["told"] == []
    apply(branch, first)
    assert incident.end(branch, NOW, incident="two")[-1].data["told"] == ["t"]
