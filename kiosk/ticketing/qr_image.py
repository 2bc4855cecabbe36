"""QR codes for QML: ``image://qr/<percent-encoded text>``, one pixel a module, white margin."""

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider
from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

QUIET_MODULES = 4  # ISO/IEC 18004:2015 §9.1: a quiet zone of 4 modules on every side


def qr_image(text: str) -> QImage:
    """The code of a text, error correction level M (15 %), black on white, one pixel a module."""
    code = QRCode(error_correction=ERROR_CORRECT_M, border=QUIET_MODULES)
    code.add_data(text.encode())
    modules = code.get_matrix()
    image = QImage(len(modules), len(modules), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    for y, row in enumerate(modules):
        for x, is_black in enumerate(row):
            if is_black:
                image.setPixelColor(x, y, Qt.GlobalColor.black)
    return image


class QrProvider(QQuickImageProvider):
    """Serves the codes to a QML engine (``engine.addImageProvider("qr", ...)``)."""

    def __init__(self) -> None:
        """Ready at once."""
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, identifier: str, _size: QSize, requested: QSize) -> QImage:
        """The code as large as asked for, in whole pixels a module."""
        image = qr_image(QUrl.fromPercentEncoding(identifier.encode()))
        factor = max(1, requested.width() // image.width())
        side = image.width() * factor
        return image.scaled(side, side, mode=Qt.TransformationMode.FastTransformation)
