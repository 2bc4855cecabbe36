"""The documentation leads somewhere: links between pages resolve, decisions are listed."""

import re
from pathlib import Path

import pytest

from tests.house.sources import ROOT, our_files, within

LINK = re.compile(r"\]\(([^)\s#]+)[^)]*\)")
PICTURES = ROOT / "docs" / "pictures"
PAGES = [path for path in our_files() if path.suffix == ".md"]


def local_links(page: Path) -> list[Path]:
    """What a page links to inside the repository; pictures only once `dev.py shots` has run."""
    targets = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]
    paths = [(page.parent / link).resolve() for link in targets if not link.startswith("mailto:")]
    return [path for path in paths if PICTURES.exists() or PICTURES not in path.parents]


@pytest.mark.parametrize("page", PAGES, ids=within)
def test_links_resolve(page: Path) -> None:
    """A page that moved takes its links along."""
    assert [str(path) for path in local_links(page) if not path.exists()] == []


def test_every_decision_is_listed() -> None:
    """The index is how a newcomer finds them."""
    folder = ROOT / "docs" / "decisions"
    listed = {path.name for path in local_links(folder / "README.md")}
    pages = sorted(path.name for path in folder.glob("0*.md"))
    assert set(pages) == listed
    assert len({name[:4] for name in pages}) == len(pages), "two decisions have one number"
