"""The pictures of the documentation: small, the same every time, each one shown on a page."""

import re
from pathlib import Path

from PIL import Image, ImageDraw
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from shared.ui.app import widget_application
from tests.shots.gallery import PAGES, names
from tests.shots.pad_shots import shots
from tests.shots.picture import COLOURS, few_colours, from_qt, looks_like, write

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "pictures"
SCREENS = ROOT / "docs" / "screens.md"
MOST_BYTES = 14_000_000


def test_a_window_keeps_its_colours_and_its_size() -> None:
    image = QImage(3, 2, QImage.Format.Format_ARGB32)
    image.fill(QColor("#0A5C9E"))
    assert from_qt(image).getcolors() == [(6, (0x0A, 0x5C, 0x9E))]


def test_few_colours_leave_surfaces_exactly_as_they_are(tmp_path: Path) -> None:
    picture = Image.radial_gradient("L").convert("RGB")
    ImageDraw.Draw(picture).rectangle((0, 0, 120, 120), fill=(0x0A, 0x5C, 0x9E))
    with Image.open(write(picture, tmp_path / "a.png")) as saved:
        assert saved.convert("RGB").getpixel((60, 60)) == (0x0A, 0x5C, 0x9E)
        assert len(saved.getcolors() or []) <= COLOURS


def test_the_same_screens_leave_the_files_as_they_are(tmp_path: Path, qapp: QApplication) -> None:
    assert widget_application("zh") is qapp
    twice = [
        [write(picture, tmp_path / f"{name}.png").read_bytes() for name, picture in shots("en")]
        for _ in range(2)
    ]
    assert twice[0] == twice[1]


def test_a_word_or_a_shade_that_changed_is_another_picture(tmp_path: Path) -> None:
    picture = Image.new("RGB", (200, 100), (240, 240, 240))
    path = write(picture, tmp_path / "a.png")
    assert looks_like(few_colours(picture), path)
    assert not looks_like(Image.new("RGB", (200, 100), (240, 240, 239)), path)
    ImageDraw.Draw(picture).line((10, 10, 20, 10), fill=(0, 0, 0))
    assert not looks_like(few_colours(picture), path)


def test_the_folder_holds_every_picture_and_no_other() -> None:
    found = sorted(path.name for path in PICTURES.glob("*.png"))
    assert found == sorted([*names(), *PAGES])
    assert sum(path.stat().st_size for path in PICTURES.iterdir()) < MOST_BYTES


def test_every_picture_stands_on_the_page_of_screens() -> None:
    shown = set(re.findall(r"pictures/([\w.-]+\.png)", SCREENS.read_text(encoding="utf-8")))
    assert shown | {"hero.png"} == {*names(), *PAGES}
