"""``python -m tests.shots``: make the pictures in docs/pictures again."""

import argparse
import os
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "pictures"


def main(words: list[str]) -> int:
    """Take every picture; pages in a browser only where Chromium is installed."""
    parser = argparse.ArgumentParser(prog="python3 dev.py shots", description=main.__doc__)
    parser.add_argument("--out", type=Path, default=FOLDER, help="folder; default docs/pictures")
    parser.add_argument(
        "--without-browser", action="store_true", help="leave the pages as they are"
    )
    parser.add_argument(
        "--console", action="store_true", help="only the console's pictures, those of 4K as well"
    )
    given = parser.parse_args(words)
    # Before Qt is loaded: no real screen, and the same dots on every machine.
    os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software")
    from shared.ui.app import widget_application
    from tests.shots import gallery, page_shots

    application = widget_application("zh")
    taken: list[Path] = []

    def tell(path: Path) -> None:
        taken.append(path)
        print(path.name, flush=True)

    if given.console:
        gallery.take_console(given.out, tell)
        application.processEvents()
        return 0
    gallery.take(given.out, tell)
    if given.without_browser or not page_shots.CHROMIUM.exists():
        print("The phone page and the report stay as they are: no /usr/bin/chromium here.")
    else:
        page_shots.take(given.out, tell)
    kilobytes = sum(path.stat().st_size for path in given.out.glob("*.png")) / 1000
    print(f"{len(taken)} pictures in {given.out}, all together {kilobytes:.0f} kB")
    application.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
