"""What is missing for a window is said before Qt would end the process."""

import pytest
from PySide6.QtWidgets import QApplication

from shared.ui.app import (
    DisplayLibrariesMissing,
    DisplayMissing,
    check_display,
    missing_packages,
    quick_application,
    widget_application,
)
from shared.ui.fonts import FAMILY


def test_names_the_packages_of_missing_libraries() -> None:
    def load(name: str) -> None:
        if "xkbcommon" in name or "cursor" in name:
            raise OSError(name)

    assert missing_packages(load) == ["libxcb-cursor0", "libxkbcommon-x11-0"]


def test_the_sentence_holds_the_one_command_that_helps() -> None:
    with pytest.raises(DisplayLibrariesMissing) as refused:
        check_display({"DISPLAY": ":0"}, "linux", lambda: ["libxcb-cursor0", "libxcb-shape0"])
    assert str(refused.value) == (
        "Windows cannot open: system libraries are missing. "
        "Run: sudo apt-get install libxcb-cursor0 libxcb-shape0"
    )


def test_without_a_screen_it_says_so() -> None:
    with pytest.raises(DisplayMissing):
        check_display({}, "linux", list)


@pytest.mark.parametrize(
    ("environment", "platform"),
    [
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux"),
        ({"DISPLAY": ":0"}, "linux"),
        ({}, "win32"),
        ({}, "darwin"),
    ],
)
def test_nothing_stands_in_the_way(environment: dict[str, str], platform: str) -> None:
    check_display(environment, platform, list)


def test_an_existing_application_is_dressed_and_used(qapp: QApplication) -> None:
    assert quick_application() is qapp
    assert widget_application() is qapp
    assert qapp.font().family() == FAMILY
