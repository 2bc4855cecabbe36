from datetime import timedelta

import pytest

from counter.teller import words
from shared.config.load import load_profile
from tests.counter.teller import scenes
from tests.support import view

PROFILE = load_profile("neighbourhood")


def why(rule: str, language: str = "en", **changes: object) -> str:
    reason = view.reason(rule=rule, waited_s=780.0, waiting=8, **changes)
    return words.why(reason, scenes.called(segment="priority"), PROFILE, language)


def test_each_reason_is_a_plain_sentence() -> None:
    assert why("only_one") == "the only one waiting for this counter, for 13 min"
    assert why("most_senior") == (
        "came first of the 8 waiting for this counter (13 min); nobody passed over"
    )
    assert why("standby") == "came while this counter was free, so called at once"
    assert why("picked") == "chosen by a person, out of order"


def test_who_was_passed_over_is_named() -> None:
    assert why("highest_score", passed_over=("A021", "B008")) == (
        "by the branch's rule Priority (13 min) goes before A021, B008"
    )
    assert why("highest_score", passed_over=("A021", "B008", "A023", "A024")) == (
        "by the branch's rule Priority (13 min) goes before A021, B008 and 2 more"
    )


def test_chinese_has_its_own_sentence_and_joint() -> None:
    assert why("highest_score", "zh", passed_over=("A021", "B008")) == (
        "按本行规则，优先照顾（等了 13 分）先于 A021、B008"
    )


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0, "0:00"), (59.9, "0:59"), (252, "4:12"), (3844, "1:04:04"), (-5, "0:00")],
)
def test_timer(seconds: float, shown: str) -> None:
    assert words.timer(view.NOW, view.NOW + timedelta(seconds=seconds)) == shown


def test_timer_without_a_start_stands_at_zero() -> None:
    assert words.timer(None, view.NOW) == "0:00"


def test_names_come_from_the_profile_and_unknown_ones_stay_as_they_are() -> None:
    assert words.service_name(PROFILE, "cash", "zh") == "存款取款"
    assert words.service_name(PROFILE, "gone", "en") == "gone"
    assert words.counter_name(PROFILE, "3", "en") == "Counter 3"
    assert words.counter_name(PROFILE, "3", "zh") == "3 号柜台"
    assert words.segment_kind(PROFILE, "key") == "key"
    assert words.service_list(PROFILE, ("cash", "lost"), "en") == "Cash in or out, Lost card or PIN"


def test_clock_is_the_branchs() -> None:
    assert words.clock(view.NOW - timedelta(minutes=13), view.NOW) == "09:59"
