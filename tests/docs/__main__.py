"""Writes the pages of docs/reference and the tables of docs/policies.md: `python3 dev.py docs`."""

from pathlib import Path

from tests.docs import policies
from tests.docs.pages import PAGES

FOLDER = Path(__file__).parents[2] / "docs" / "reference"


def main() -> None:
    """Write every page, and fill the blocks of the one that is partly written by hand."""
    FOLDER.mkdir(exist_ok=True)
    for name, make in PAGES.items():
        (FOLDER / f"{name}.md").write_text(make(), encoding="utf-8")
        print(FOLDER.name + "/" + name + ".md")
    policies.PAGE.write_text(
        policies.filled(policies.PAGE.read_text(encoding="utf-8")), encoding="utf-8"
    )
    print(policies.PAGE.name)


if __name__ == "__main__":
    main()
