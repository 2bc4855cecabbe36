"""The font that ships with the product: Noto Sans SC, regular and bold, GB2312 subset.

Its digits all have the same width (555 and 590 thousandths of an em), so figures stand under each
other without a font feature. How the files were made: ``shared/ui/fonts/README.md``.
"""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from shared.domain.errors import FileUnreadable

FAMILY = "Noto Sans SC"
FOLDER = Path(__file__).parent / "fonts"
FILES = (FOLDER / "NotoSansSC-Regular.ttf", FOLDER / "NotoSansSC-Bold.ttf")


def load_fonts() -> None:
    """Make the shipped font known to this application; needs a QGuiApplication.

    Raises:
        FileUnreadable: a font file is missing or damaged.
    """
    for path in FILES:
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FileUnreadable(path, "the font that ships with the product is missing")


def application_font(pixels: int) -> QFont:
    """The product's font in a size in pixels; other fonts step in for unknown characters."""
    font = QFont([FAMILY, "Noto Sans CJK SC"])
    font.setPixelSize(pixels)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def use_fonts(application: QGuiApplication, pixels: int) -> None:
    """Load the font and make it the application's."""
    load_fonts()
    application.setFont(application_font(pixels))
