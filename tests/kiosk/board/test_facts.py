"""Waiting by series, the next numbers, the rule, day and time in both languages."""

from datetime import UTC, timedelta

import pytest

from kiosk.board.facts import (
    clock_words,
    day_words,
    next_rows,
    rule_words,
    series_of,
    waiting_by_series,
)
from shared.config.load import load_profile
from shared.config.profile import Policy, Profile
from shared.protocol.forecast import Expected, ForecastView, Window
from tests.support.view import NOW, ticket, twelve_waiting

PROFILE = load_profile("neighbourhood")


def with_policy(policy: Policy) -> Profile:
    """The neighbourhood branch with another policy."""
    return PROFILE.model_copy(update={"policy": policy})


def test_waiting_is_counted_by_letter() -> None:
    assert waiting_by_series(twelve_waiting()) == [
        {"letter": "A", "count": 7},
        {"letter": "B", "count": 3},
        {"letter": "C", "count": 1},
        {"letter": "P", "count": 1},
    ]
    assert waiting_by_series(()) == []
    assert series_of("A1020") == "A"


def test_the_next_four_with_what_they_came_for() -> None:
    assert next_rows(twelve_waiting(), PROFILE, None, NOW) == [
        {"number": "P003", "service": {"zh": "存款取款", "en": "Cash in or out"}, "about": ""},
        {"number": "A021", "service": {"zh": "存款取款", "en": "Cash in or out"}, "about": ""},
        {"number": "A022", "service": {"zh": "转账汇款", "en": "Transfers"}, "about": ""},
        {"number": "B008", "service": {"zh": "开户办卡", "en": "Accounts and cards"}, "about": ""},
    ]


def window(minutes: float) -> Window:
    """A window around so many minutes from now, in another time zone than the branch's."""
    likely = (NOW + timedelta(minutes=minutes)).astimezone(UTC)
    return Window(
        earliest_at=likely - timedelta(minutes=4),
        likely_at=likely,
        latest_at=likely + timedelta(minutes=4),
    )


def test_the_next_four_with_their_times_where_there_is_a_forecast() -> None:
    """A time that has passed is now; one that nobody can tell is left out."""
    told = (("t-p003", -1.0), ("t-a021", 2.0), ("t-b008", 5.5))
    forecast = ForecastView(
        sequence=100,
        at=NOW,
        waiting=tuple(
            Expected(ticket=ticket, number=ticket[2:].upper(), window=window(m))
            for ticket, m in told
        ),
    )
    rows = next_rows(twelve_waiting(), PROFILE, forecast, NOW)
    assert [(row["number"], row["about"]) for row in rows] == [
        ("P003", "10:12"),
        ("A021", "10:14"),
        ("A022", ""),
        ("B008", "10:17"),
    ]


def test_a_service_that_the_profile_no_longer_has_is_left_empty() -> None:
    empty = {"zh": "", "en": ""}
    assert next_rows([ticket("A001", service="gone")], PROFILE, None, NOW)[0]["service"] == empty
    assert next_rows([ticket("A001")], None, None, NOW)[0]["service"] == empty


def test_the_rule_is_the_profiles_own() -> None:
    assert rule_words(PROFILE) == {
        "zh": "按到达先后；优先照顾者等得短。",
        "en": "By arrival; priority waits less.",
    }
    assert rule_words(None) == {"zh": "", "en": ""}


@pytest.mark.parametrize(
    ("preset", "zh", "en"),
    [
        ("first_come", "按到达先后叫号。", "In order of arrival."),
        ("strict", "先按客户类别，再按到达先后。", "By customer group, then by arrival."),
        (
            "growing",
            "等得越久越靠前；部分客户加得更快。",
            "The longer the wait, the sooner; some groups count faster.",
        ),
        (
            "capped",
            "等得越久越靠前；部分客户更快，有上限。",
            "Longer waits sooner; some groups faster, within limits.",
        ),
        (
            "cost_weighted",
            "紧急、简短的业务先办；谁也不会等太久。",
            "Urgent and short matters sooner; nobody waits too long.",
        ),
    ],
)
def test_without_words_of_its_own_the_preset_says_its_rule(preset: str, zh: str, en: str) -> None:
    policy = Policy.model_validate({"preset": preset})
    assert rule_words(with_policy(policy)) == {"zh": zh, "en": en}


def test_day_and_time() -> None:
    assert day_words(NOW) == {"zh": "11月24日 周二", "en": "Tue 24 Nov"}
    assert clock_words(NOW) == "10:12"
    assert clock_words(NOW, has_seconds=True) == "10:12:00"
    assert clock_words(None) == ""
