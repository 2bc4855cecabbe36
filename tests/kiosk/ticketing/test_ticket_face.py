"""What the ticket screen and the slip say."""

from datetime import UTC, timedelta

from kiosk.printing import slip
from kiosk.printing.slip import Bilingual
from kiosk.ticketing.ticket_face import counter_words, slip_content, ticket_face
from shared.config.load import load_profile
from shared.protocol.forecast import Window
from tests.support import view

PROFILE = load_profile("neighbourhood")
UTC_TICKET = view.issued("A027").model_copy(update={"arrived_at": view.NOW.astimezone(UTC)})


def test_the_screen_shows_the_branchs_time_whatever_the_servers() -> None:
    face = ticket_face(UTC_TICKET, PROFILE, view.BRANCH_ZONE)
    assert face == {
        "id": "t-a027",
        "number": "A027",
        "ahead": 6,
        "arrivedAt": "10:12",
        "service": {"zh": "存款取款", "en": "Cash in or out"},
        "ready": {"zh": "身份证、银行卡或存折", "en": "ID card, bank card or passbook"},
        "phoneUrl": "http://branch.example.com/t/a027-secret",
        "isOwn": False,
        "turnAt": "",
        "turnBy": "",
    }


def test_the_slip_says_the_same_and_promises_no_time() -> None:
    content = slip_content(UTC_TICKET, PROFILE, view.BRANCH_ZONE)
    assert (content.number, content.people_ahead, content.window) == ("A027", 6, None)
    assert content.arrived == "2026-11-24 10:12:00"
    assert content.have_ready == Bilingual("身份证、银行卡或存折", "ID card, bank card or passbook")
    assert content.phone_url == UTC_TICKET.phone_url
    assert content.overtaking_cap == Bilingual(
        "一般最多有 3 位后来者先于您", "As a rule at most 3 later arrivals go before you"
    )


def test_the_window_of_the_ticket_stands_on_the_slip_in_the_branchs_time() -> None:
    moments = (view.NOW + timedelta(minutes=minutes) for minutes in (9, 13, 18))
    names = ("earliest_at", "likely_at", "latest_at")
    window = Window.model_validate(dict(zip(names, moments, strict=True)))
    ticket = UTC_TICKET.model_copy(update={"window": window})
    content = slip_content(ticket, PROFILE, view.BRANCH_ZONE)
    assert content.window == slip.Window("10:21", "10:25", "10:30")


def test_rules_that_do_not_hold_are_not_promised() -> None:
    policy = PROFILE.policy.model_copy(update={"preset": "first_come"})
    visit = PROFILE.visit.model_copy(update={"returns_max": 0})
    profile = PROFILE.model_copy(update={"policy": policy, "visit": visit})
    content = slip_content(UTC_TICKET, profile, None)
    assert (content.overtaking_cap, content.missed_rule) == (None, None)


def test_a_service_that_needs_nothing_says_nothing() -> None:
    ticket = UTC_TICKET.model_copy(update={"service": "other"})
    assert slip_content(ticket, PROFILE, None).have_ready is None


def test_a_counter_is_called_by_its_name_or_its_number() -> None:
    assert counter_words(PROFILE, "2") == {"zh": "2 号窗口", "en": "counter 2"}
    city = load_profile("city")
    named = next(counter for counter in city.counters if counter.name is not None)
    assert named.name is not None
    assert counter_words(city, named.id) == {"zh": named.name.zh, "en": named.name.en}
