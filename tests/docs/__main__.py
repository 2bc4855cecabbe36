"""Writes the pages of docs/reference: ``python3 dev.py docs``."""

from pathlib import Path

from tests.docs.pages import PAGES

FOLDER = Path(__file__).parents[2] / "docs" / "reference"


def main() -> None:
    """Write every page."""
    FOLDER.mkdir(exist_ok=True)
    for name, make in PAGES.items():
        (FOLDER / f"{name}.md").write_text(make(), encoding="utf-8")
        print(FOLDER.name + "/" + name + ".md")


if __name__ == "__main__":
    main()
