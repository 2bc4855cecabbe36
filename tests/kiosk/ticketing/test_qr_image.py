"""The code on the screen, read back."""

import cv2
import numpy as np
from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kiosk.ticketing.qr_image import QUIET_MODULES, QrProvider, qr_image

URL = "http://branch.example.com/t/kZ3?a=1&b=二"


def read_back(image: QImage) -> str:
    """What a phone would read."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    text, _, _ = cv2.QRCodeDetector().detectAndDecode(rows[:, : grey.width()].copy())
    return str(text)


def test_the_code_reads_back_as_the_address(qtbot: QtBot) -> None:
    encoded = QUrl.toPercentEncoding(URL).data()
    image = QrProvider().requestImage(bytes(encoded).decode(), QSize(), QSize(600, 600))
    assert read_back(image) == URL
    assert image.width() == image.height() <= 600


def test_its_quiet_zone_is_four_modules_of_white(qtbot: QtBot) -> None:
    image = qr_image(URL)
    edge = [image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(4)]
    assert QUIET_MODULES == 4
    assert set(edge) == {255}
    assert image.pixelColor(4, 4).lightness() == 0
