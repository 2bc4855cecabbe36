"""Refusals in words for customers."""

from kiosk.ticketing.refusal import refusal_words
from shared.client.ports import Failure
from tests.support.fake_client import UNREACHABLE


def test_closed_says_when_to_come() -> None:
    words = refusal_words(Failure("branch_closed", "", params=("09:00", "16:45")))
    assert words == {
        "zh": "本网点 09:00 至 16:45 取号。请届时再来，或询问工作人员。",
        "en": "The branch gives tickets from 09:00 to 16:45. Come back then, or ask our staff.",
    }


def test_after_the_last_ticket_and_on_closed_days_it_says_when_the_branch_opens_next() -> None:
    over = refusal_words(Failure("tickets_over", "", params=("16:45", "2026-11-23", "09:00")))
    assert over == {
        "zh": "今日取号已于 16:45 结束。本网点将于 2026-11-23 09:00 再次开门。",
        "en": "Tickets were given until 16:45 today. The branch opens again on 2026-11-23 at "
        "09:00.",
    }
    closed = refusal_words(Failure("day_closed", "", params=("2026-11-23", "09:00")))
    assert closed["zh"] == "本网点今天休息，2026-11-23 09:00 开门。"


def test_a_service_that_nobody_serves_names_no_identifier() -> None:
    words = refusal_words(Failure("service_not_offered", "", params=("cash", "ordinary")))
    assert words == {
        "zh": "今天没有窗口办理这项业务，请询问工作人员",
        "en": "No counter serves this today. Please ask our staff",
    }


def test_what_no_customer_understands_is_left_to_the_pages_own_words() -> None:
    assert refusal_words(UNREACHABLE) == {}
    assert refusal_words(Failure("store_unavailable", "disk full", params=("disk full",))) == {}
