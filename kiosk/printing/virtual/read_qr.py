"""Reads the QR code of a printed slip, whether it came as a command or inside the picture."""

from PIL import Image

from kiosk.printing.virtual.printed import PrintedSlip


def qr_texts(slip: PrintedSlip) -> tuple[str, ...] | None:
    """What a telephone would read from the slip.

    None where codes inside pictures cannot be read, because OpenCV is not installed (it is a
    development dependency only).
    """
    return slip.qr_payloads or qr_in_picture(slip.image)


def qr_in_picture(image: Image.Image) -> tuple[str, ...] | None:
    """What an independent decoder reads from the paper itself, whoever made the code.

    None where there is no OpenCV.
    """
    try:
        import cv2
        import numpy as np
    except ImportError:
        return None
    picture = np.asarray(image.convert("L").resize(_doubled(image)), dtype=np.uint8)
    text, _, _ = cv2.QRCodeDetector().detectAndDecode(picture)
    return (text,) if text else ()


def _doubled(image: Image.Image) -> tuple[int, int]:
    """Twice the size: the detector finds small modules more surely."""
    return image.width * 2, image.height * 2
