"""``python -m shared.ui.gallery --out DIR``: every control in every state, as pictures to look at.

One PNG for light, dark and large type and one in English, drawn off-screen. For people: hold them
beside the drawn state sheet after every change of a control.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

SHEETS: tuple[tuple[str, str, bool, str], ...] = (
    ("light", "light", False, "zh"),
    ("dark", "dark", False, "zh"),
    ("large", "light", True, "zh"),
    ("english", "light", False, "en"),
    ("english-large", "light", True, "en"),
)
"""File name, scheme, large type, first language."""


def render(folder: Path) -> list[Path]:
    """Draw all sheets into the folder; gives the files written.

    Raises:
        QmlBroken: a control does not load.
    """
    from shared.ui.app import quick_application
    from shared.ui.engine import LobbyEngine
    from shared.ui.grab import grab_window
    from shared.ui.language import Language
    from shared.ui.theme import Theme

    quick_application()
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, scheme, large, code in SHEETS:
        theme = Theme(scheme)
        theme.set_large_type(large)
        engine = LobbyEngine(theme, Language(code, bilingual=not large and code == "zh"))
        window = engine.load("shared.ui.gallery_sheets", "Gallery")
        path = folder / f"gallery-{name}.png"
        grab_window(window).save(str(path))
        written.append(path)
        engine.close()
    return written


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m shared.ui.gallery", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder for the pictures")
    given = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.stdout.writelines(f"{path}\n" for path in render(given.out))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
