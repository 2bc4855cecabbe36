"""The lead's page on the lead's own phone, with somebody signed in."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.support.browser import opened
from tests.support.server import PIN, RunningServer

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@contextmanager
def signed_in(
    browser: "Browser", server: RunningServer, language: str = "en", scheme: str = "light"
) -> "Iterator[Page]":
    """The first tab, with the hall in it."""
    with opened(browser, f"{server.base_url}/lead", language, scheme) as page:
        page.evaluate(
            "([name, key]) => localStorage.setItem(name, key)",
            [f"lobby.lead.key.{server.branch}", server.keys["lead"]],
        )
        page.reload()
        if page.evaluate("document.documentElement.lang")[:2] != language:
            page.click("#language")
        page.fill("#staff", "lead")
        page.fill("#pin", PIN)
        page.click("#sign button")
        page.wait_for_selector("#lobby .row")
        yield page
