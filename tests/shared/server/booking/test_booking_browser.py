"""The booking page in a real Chromium: by touch, in both languages, without barriers."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from shared.server.clock import ManualClock
from tests.support.browser import barriers, chromium, need_chromium, opened, text
from tests.support.server import RunningServer, local_us

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Browser"]:
    need_chromium()
    with chromium(tmp_path_factory.mktemp("chromium")) as started:
        yield started


def choose(page: "Page", day: str, time: str) -> None:
    """Touch a day and a time once they are there."""
    page.tap(f"#days button:has-text('{day}')")
    page.tap(f"#times button:has-text('{time}')")


def test_booked_moved_checked_in_by_touch(browser: "Browser", server: RunningServer) -> None:
    assert isinstance(server.clock, ManualClock)
    found: dict[str, list[str]] = {}
    url = f"{server.base_url}/book/{server.branch}"
    with opened(browser, url) as page:
        found["start"] = barriers(page)
        page.tap("[data-service='wealth']")
        choose(page, "11月20日", "14:30")
        found["confirm"] = barriers(page)
        assert page.evaluate("document.activeElement.id") == "confirm-title"
        page.fill("#telephone", "138 0013 8000")
        page.tap("#confirm button")
        text(page, "result-title", "预约成功")
        found["booked"] = barriers(page)
        code = page.inner_text("#code")
        assert page.evaluate("document.getElementById('square').naturalWidth") > 0
        page.tap("#change")
        choose(page, "11月20日", "15:00")
        page.tap("#confirm button")
        page.wait_for_function(
            "() => document.getElementById('result-what').textContent.endsWith('15:00')"
        )
    server.clock.set(local_us("2026-11-20T14:50"))
    with opened(browser, url, "en", "dark") as page:
        page.tap("#known summary")
        page.fill("#typed", code.lower())
        page.tap("#find button")
        text(page, "result-title", "Booked")
        found["found"] = barriers(page)
        page.tap("#check-in")
        text(page, "result-title", "Checked in")
        found["checked in"] = barriers(page)
        page.tap("#ticket")
        page.wait_for_selector("#number")
        assert page.inner_text("#number").startswith("Y")
    assert {name: barrier for name, barrier in found.items() if barrier} == {}


def test_full_times_stay_and_a_booking_is_cancelled(
    browser: "Browser", server: RunningServer
) -> None:
    url = f"{server.base_url}/book/{server.branch}"
    with opened(browser, url, "en") as page:
        for _ in range(2):
            page.reload()
            page.tap("[data-service='wealth']")
            page.tap("#days button:has-text('23 Nov')")
            page.wait_for_selector("#times button")
            if page.locator("#times button[disabled]").count():
                break
            page.tap("#times button:has-text('10:00')")
            page.tap("#confirm button")
            text(page, "result-title", "Booked")
            code = page.inner_text("#code")
        assert page.inner_text("#times button[disabled]") == "10:00\nFull"
        page.tap("#known summary")
        page.fill("#typed", code)
        page.tap("#find button")
        page.tap("#cancel")
        assert barriers(page) == []
        page.tap("#cancel-yes")
        text(page, "result-title", "Cancelled")
