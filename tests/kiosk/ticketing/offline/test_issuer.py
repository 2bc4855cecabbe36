"""A kiosk's own tickets: the branch's rules, numbers of its own block only."""

from datetime import timedelta
from hashlib import sha256

import pytest

from kiosk.ticketing.offline.issuer import Knowledge, draft
from shared.config.load import load_profile
from shared.domain.branch import Lease
from shared.domain.errors import BranchClosed, LobbyError, ServiceUnknown
from shared.domain.event import Value
from shared.domain.refused import NumbersUsedUp, ServiceSuspended, TicketsOver
from shared.protocol.command import IssueTicket
from shared.protocol.incident import IncidentView
from tests.support import view

PROFILE = load_profile("neighbourhood")
BLOCK = Lease(801, 850)
NOW = view.NOW.astimezone(view.BRANCH_ZONE)
CASH = IssueTicket(service="cash", language="en")


def knowing(**what: object) -> Knowledge:
    return Knowledge(**{"profile": PROFILE, "now": NOW, "block": BLOCK, **what})  # type: ignore[arg-type]  # a test's shorthand


def test_the_first_ticket_is_the_first_of_the_block() -> None:
    found = draft(knowing(), CASH)
    ticket, entry = found.ticket, found.entry
    assert (ticket.number, ticket.service, ticket.people_ahead) == ("A801", "cash", None)
    assert ticket.arrived_at == NOW
    assert (entry.kind, entry.ticket, entry.at) == ("ticket.issued", ticket.id, NOW)
    expected: dict[str, Value] = {
        "day": NOW.date().isoformat(),
        "series": "A",
        "ordinal": 801,
        "number": "A801",
        "service": "cash",
        "segment": "ordinary",
        "language": "en",
    }
    assert dict(entry.data) == expected


def test_each_series_goes_on_where_it_stands() -> None:
    used = knowing(last_used={"A": 830})
    assert draft(used, CASH).ticket.number == "A831"
    assert draft(used, IssueTicket(service="account")).ticket.number == "B801"
    assert draft(used, IssueTicket(service="cash", segment="priority")).ticket.number == "P801"


@pytest.mark.parametrize(
    ("known", "refusal"),
    [
        (knowing(last_used={"A": 850}), NumbersUsedUp),
        (knowing(block=None), NumbersUsedUp),
        (knowing(now=NOW.replace(hour=8)), BranchClosed),
        (knowing(now=NOW.replace(hour=17)), TicketsOver),
    ],
)
def test_what_the_server_would_refuse_is_refused(
    known: Knowledge, refusal: type[LobbyError]
) -> None:
    with pytest.raises(refusal):
        draft(known, CASH)


def test_what_is_not_known_is_refused() -> None:
    with pytest.raises(ServiceUnknown):
        draft(knowing(), IssueTicket(service="gold"))


def test_a_service_that_was_suspended_today_still_is() -> None:
    reason = next(each.id for each in PROFILE.incidents if not each.gives_tickets)
    incident = IncidentView(id="i-1", reason=reason, services=("cash",), since=NOW)
    today = knowing(suspended_on=NOW.date().isoformat(), incidents=(incident,))
    with pytest.raises(ServiceSuspended):
        draft(today, CASH)
    assert draft(today, IssueTicket(service="account")).ticket.number == "B801"
    yesterday = (NOW - timedelta(days=1)).date().isoformat()
    assert draft(knowing(suspended_on=yesterday, incidents=(incident,)), CASH).ticket.number


def test_the_phone_page_is_known_by_its_digest_only() -> None:
    found = draft(knowing(phone_base="http://branch.example.com/t/"), CASH)
    base, _, token = found.ticket.phone_url.rpartition("/")
    assert base == "http://branch.example.com/t"
    assert found.entry.page == sha256(token.encode()).hexdigest()
    assert token not in found.entry.model_dump_json()
    other = draft(knowing(phone_base="http://branch.example.com/t/"), CASH)
    assert other.ticket.phone_url != found.ticket.phone_url


def test_without_an_address_there_is_no_code() -> None:
    found = draft(knowing(), CASH)
    assert (found.ticket.phone_url, found.entry.page) == ("", "")
