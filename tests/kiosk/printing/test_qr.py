from kiosk.printing.qr import qr_picture


def test_modules_are_whole_dots_and_the_margin_is_four_of_them() -> None:
    picture = qr_picture("https://lobby.example.com/t/7K2M9QXD", 232)
    assert picture.size == (37 * 8, 37 * 8)  # version 3: 29 modules and twice 4
    assert picture.getpixel((4 * 8 - 1, 40)) == 255
    assert picture.getpixel((4 * 8, 40)) == 0


def test_a_longer_text_keeps_about_the_size() -> None:
    modules = 33  # version 4
    width = qr_picture("https://lobby.example.com/t/" + "7K2M9QXD" * 5, 232).width
    assert width == 7 * (modules + 8)
    assert abs(7 * modules - 232) <= modules / 2


def test_modules_never_get_too_thin() -> None:
    assert qr_picture("A", 10).width == (21 + 8) * 3
