"""The gallery shows every control; it loads in every mode without a warning."""

from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from shared.ui.engine import ROOT
from shared.ui.gallery import SHEETS, render


def test_every_sheet_is_drawn(qapp: QApplication, tmp_path: Path) -> None:
    written = render(tmp_path / "out")
    assert [path.name for path in written] == [f"gallery-{name}.png" for name, *_ in SHEETS]
    assert all(not QImage(str(path)).isNull() for path in written)


def test_every_key_and_display_is_on_it() -> None:
    folder = ROOT / "shared" / "ui"
    source = (folder / "gallery_sheets" / "Gallery.qml").read_text(encoding="utf-8")
    used_inside = {"Icon", "BilingualText", "Card", "BarButton", "DesignFrame", "DashedBorder"}
    used_inside |= {"TileFace", "TileTitle", "Words"}
    for path in (folder / "controls").glob("*.qml"):
        assert path.stem in used_inside or path.stem in source, path.stem
