from hypothesis import given
from hypothesis import strategies as st

from kiosk.printing.wrap import NOT_AT_START, fill, wrap


def measure(text: str) -> float:
    """Hanzi are two wide, all else one: as on a terminal."""
    return float(sum(2 if character > "⺀" else 1 for character in text))


def test_latin_breaks_between_words() -> None:
    assert fill("Nobody is passed more than 3 times", 16, measure) == [
        "Nobody is passed", "more than 3", "times",
    ]  # fmt: skip


def test_chinese_breaks_anywhere_but_not_before_a_mark() -> None:
    assert fill("身份证、银行卡或存折", 6, measure) == ["身份", "证、银", "行卡或", "存折"]


def test_an_opening_bracket_goes_with_what_follows() -> None:
    assert fill("汇款业务（含留学生）", 10, measure) == ["汇款业务", "（含留学", "生）"]


def test_a_word_longer_than_the_line_is_broken_inside() -> None:
    assert fill("https://lobby.example.com", 10, measure) == ["https://lo", "bby.exampl", "e.com"]


def test_no_last_hanzi_stands_alone() -> None:
    assert fill("请准备：身份证、银行卡或存折", 26, measure)[-1] == "折"
    assert wrap("请准备：身份证、银行卡或存折", 26, measure) == ["请准备：身份证、", "银行卡或存折"]


def test_a_good_break_is_left_as_it_is() -> None:
    assert wrap("三次未到，后移五位，号码仍有效。", 20, measure) == [
        "三次未到，后移五位，", "号码仍有效。",
    ]  # fmt: skip


def test_lines_can_be_asked_to_be_about_even() -> None:
    name = "个人外汇购汇结汇与跨境汇款业务"
    assert wrap(name, 24, measure) == ["个人外汇购汇结汇与跨境汇", "款业务"]
    assert wrap(name, 24, measure, 0.75) == ["个人外汇购汇结汇", "与跨境汇款业务"]


def test_nothing_gives_no_line() -> None:
    assert wrap("", 10, measure) == []
    assert wrap("  ", 10, measure) == []


TEXTS = st.text(st.sampled_from("存款取款，。（）abc d:3 "), max_size=60)


@given(TEXTS, st.integers(6, 40))
def test_nothing_is_lost_and_nothing_is_too_wide(text: str, width: int) -> None:
    lines = wrap(text, width, measure)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(measure(line) <= width for line in lines)


@given(st.text(st.sampled_from("存款取款，"), max_size=40).filter(lambda text: "，，" not in text))
def test_no_line_begins_with_a_mark(text: str) -> None:
    for line in wrap(text.lstrip("，"), 12, measure):
        assert line[0] not in NOT_AT_START
