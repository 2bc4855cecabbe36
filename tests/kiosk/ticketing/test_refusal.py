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


def test_a_service_that_nobody_serves_names_no_identifier() -> None:
    words = refusal_words(Failure("service_not_offered", "", params=("cash", "ordinary")))
    assert words == {
        "zh": "今天没有窗口办理这项业务，请询问工作人员",
        "en": "No counter serves this today. Please ask our staff",
    }


def test_what_no_customer_understands_is_left_to_the_pages_own_words() -> None:
    assert refusal_words(UNREACHABLE) == {}
    assert refusal_words(Failure("store_unavailable", "disk full", params=("disk full",))) == {}
