from kiosk.printing.font import shipped_fonts


def test_the_shipped_font_has_what_slips_need() -> None:
    assert (
        shipped_fonts().missing(["存款取款，请准备：（）", "ABC abc 0123456789 –%", "〓￥·"]) == ""
    )


def test_missing_characters_are_named_once_in_order() -> None:
    assert shipped_fonts().missing(["龘a", "🏦龘"]) == "龘🏦"


def test_white_space_is_never_missing() -> None:
    assert shipped_fonts().missing([" \u3000\u00a0\n"]) == ""


def test_digits_are_of_one_width() -> None:
    font = shipped_fonts().at(88, bold=True)
    assert len({font.getlength(digit) for digit in "0123456789"}) == 1
