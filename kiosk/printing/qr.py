"""QR codes in whole dots, so that every module has the same size."""

from PIL import Image
from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

QUIET_MODULES = 4  # ISO/IEC 18004:2015 §9.1: a quiet zone of 4 modules on every side
MINIMUM_MODULE_DOTS = 3  # 0.375 mm; thinner modules close up on thermal paper


def qr_picture(text: str, size: int) -> Image.Image:
    """The code of ``text``, as near to ``size`` dots wide as whole modules allow, with its margin.

    Error correction level M (15 %). Mode ``1``, black is 0.
    """
    code = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(text.encode())
    modules = code.get_matrix()
    count = len(modules)
    dots = max(MINIMUM_MODULE_DOTS, round(size / count))
    plain = Image.new("1", (count + 2 * QUIET_MODULES,) * 2, 255)
    for y, line in enumerate(modules):
        for x, is_black in enumerate(line):
            if is_black:
                plain.putpixel((x + QUIET_MODULES, y + QUIET_MODULES), 0)
    side = plain.width * dots
    return plain.resize((side, side), Image.Resampling.NEAREST)
