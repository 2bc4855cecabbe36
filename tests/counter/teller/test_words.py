from datetime import timedelta

import pytest

from counter.teller import words
from shared.config.load import load_profile
from shared.dispatch.reason import NAMES
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


def test_each_level_above_the_score_has_its_words_in_one_line() -> None:
    assert why("picked") == "chosen by a person, out of order (13 min)"
    assert why("bound") == "goes on with a visit begun here (13 min)"
    assert why("max_wait", passed_over=("A021",)) == (
        "the maximum wait was reached (13 min), before A021"
    )
    assert why("appointment", passed_over=("A021", "B008", "A023")) == (
        "the booked time had come (13 min), before A021, B008 and 1 more"
    )
    assert (
        why("ratio", "zh", passed_over=("A021",)) == "按比例轮到该类客户（等了 13 分），先于 A021"
    )


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("rule", sorted(set(NAMES.values()) - {"nobody_waiting"}))
def test_no_rule_shows_as_its_code(rule: str, language: str) -> None:
    shown = why(rule, language, passed_over=("A021",))
    assert not shown.startswith(rule)
    assert "%" not in shown


def test_who_was_passed_over_is_counted_and_named() -> None:
    assert why("highest_score", passed_over=("A021", "B008")) == (
        "Priority, by the rule (13 min), before 2 who came earlier: A021, B008"
    )
    assert why("highest_score", passed_over=("A021", "B008", "A023", "A024")) == (
        "Priority, by the rule (13 min), before 4 who came earlier: A021, B008 …"
    )
    assert why("highest_score") == "Priority, by the rule (13 min)"


def test_chinese_has_its_own_sentence_and_joint() -> None:
    assert why("highest_score", "zh", passed_over=("A021", "B008")) == (
        "优先照顾，按本行规则（等了 13 分），先于早到的 2 位：A021、B008"
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
