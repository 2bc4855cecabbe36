"""A real Chromium for pages, with our font and no other, and axe-core to look for barriers."""

import importlib.util
import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from shared.i18n import LANGUAGES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

CHROMIUM: Final = Path("/usr/bin/chromium")
FONTS: Final = Path(__file__).parents[2] / "shared" / "ui" / "fonts"
PHONE: Final = {"width": 390, "height": 844}
TAGS: Final = {"zh": "zh-CN", "en": "en-GB"}
#: As root, without a screen, and without asking anybody outside for anything.
OPTIONS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
MISSING: Final = (
    f"these pages are tried in a browser, and there is no {CHROMIUM} here: "
    "apt-get install chromium (CI installs it)"
)
#: WCAG 2.2 A and AA, and what axe-core's authors hold for good practice.
WITHIN_MS: Final = 5_000
RULES: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def need_chromium() -> None:
    """Skip where there is no browser, or nothing to drive it; in CI that is a failure."""
    wanted = ("playwright", "axe_playwright_python")
    packages = [name for name in wanted if importlib.util.find_spec(name) is None]
    if CHROMIUM.exists() and not packages:
        return
    reason = f"{', '.join(packages)} is not installed: start dev.py once" if packages else MISSING
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@contextmanager
def chromium(folder: Path) -> Iterator["Browser"]:
    """A browser without a screen; ``folder`` holds what it writes."""
    from playwright.sync_api import sync_playwright

    fonts = folder / "fonts.conf"
    cache = folder / "fonts"
    text = f"<fontconfig><dir>{FONTS}</dir><cachedir>{cache}</cachedir></fontconfig>"
    fonts.write_text(text, encoding="utf-8")
    environment: dict[str, str | float | bool] = {
        "PATH": "/usr/bin:/bin",
        "HOME": str(folder),
        "FONTCONFIG_FILE": str(fonts),
    }
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=CHROMIUM, args=list(OPTIONS), env=environment
        )
        try:
            yield started
        finally:
            started.close()


def phone(browser: "Browser", language: str = "zh", scheme: str = "light") -> "BrowserContext":
    """A phone in one's hand; its language and colour scheme as set there."""
    assert language in LANGUAGES
    return browser.new_context(
        viewport={"width": PHONE["width"], "height": PHONE["height"]},
        locale=TAGS[language],
        timezone_id="Europe/London",  # the page tells the branch's time, wherever the phone is
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
        has_touch=True,
        is_mobile=True,
    )


def barriers(page: "Page") -> list[str]:
    """What axe-core finds on the page as it is shown now: rule, its impact, the elements."""
    script = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    page.evaluate(script)
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    found: dict[str, Any] = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{each['id']} ({each['impact']}): "
        + "; ".join(f"{node['target'][0]} {node['failureSummary']}" for node in each["nodes"])
        for each in found["violations"]
    ]


@contextmanager
def opened(
    browser: "Browser", url: str, language: str = "zh", scheme: str = "light"
) -> Iterator["Page"]:
    """The page on a phone in this language; whatever goes wrong on it fails the test."""
    context = phone(browser, language, scheme)
    page = context.new_page()
    page.set_default_timeout(WITHIN_MS)
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.goto(url)
    if page.evaluate("document.documentElement.lang")[:2] != language:
        page.click("#language")
    yield page
    context.close()
    assert [said for said in wrong if "ERR_" not in said and " 404 " not in said] == []


def text(page: "Page", element: str, wanted: str) -> None:
    """Wait until an element says this."""
    page.wait_for_function(
        "([id, wanted]) => document.getElementById(id).textContent === wanted",
        arg=[element, wanted],
    )
