"""Writes the pages of docs/reference and the tables of two others: `python3 dev.py docs`."""

from pathlib import Path

from tests.docs import cases, coverage, policies
from tests.docs.pages import PAGES

FOLDER = Path(__file__).parents[2] / "docs" / "reference"


def main() -> None:
    """Write every page, and fill the blocks of those that are partly written by hand."""
    FOLDER.mkdir(exist_ok=True)
    for name, make in PAGES.items():
        (FOLDER / f"{name}.md").write_text(make(), encoding="utf-8")
        print(FOLDER.name + "/" + name + ".md")
    for part in (policies, cases, coverage):
        written = part.PAGE.read_text(encoding="utf-8")
        part.PAGE.write_text(policies.filled(written, part.BLOCKS), encoding="utf-8")
        print(part.PAGE.name)


if __name__ == "__main__":
    main()
