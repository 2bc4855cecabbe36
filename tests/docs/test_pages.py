"""The pages of docs/reference say what the code says."""

import pytest

from tests.docs.__main__ import FOLDER
from tests.docs.pages import PAGES


@pytest.mark.parametrize("name", sorted(PAGES))
def test_page_is_what_the_code_says(name: str) -> None:
    written = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    assert written == PAGES[name](), "run: python3 dev.py docs"
