"""The threat model stands on tests: each that it names exists."""

import re

from tests.house.sources import ROOT, our_files

PAGE = ROOT / "docs" / "threat-model.md"


def test_every_test_that_is_named_exists() -> None:
    named = set(re.findall(r"`(test_\w+)`", PAGE.read_text(encoding="utf-8")))
    there: set[str] = set()
    for path in our_files():
        if path.name.startswith("test_") and path.suffix == ".py":
            there |= set(re.findall(r"def (test_\w+)", path.read_text(encoding="utf-8")))
    assert named - there == set()
    assert len(named) > 30
