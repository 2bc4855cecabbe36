"""The lobby lead's page in a real Chromium: weight, first paint, news to screen."""

import time
from typing import TYPE_CHECKING

import httpx

from tests.bench.figure import Figure
from tests.bench.place import Place
from tests.support.browser import CHROMIUM, chromium, opened

if TYPE_CHECKING:
    from playwright.sync_api import Page

WEIGHT_AIM_KB, PAINT_AIM_MS, NEWS_AIM_MS = 60.0, 1000.0, 1000.0
BRANCH_PATH = "/api/v1/branches/"
#: Notes when the number of people who wait has changed on the screen, by the machine's clock.
WATCH = """() => {
  window.seen = [];
  let last = document.querySelector("#figures b").textContent;
  new MutationObserver(() => {
    const now = document.querySelector("#figures b").textContent;
    if (now === last) return;
    last = now;
    requestAnimationFrame(() => window.seen.push(performance.timeOrigin + performance.now()));
  }).observe(document.getElementById("figures"), { childList: true });
}"""
PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0].startTime"


def measure(made: Place, times: int) -> list[Figure]:
    """Nothing where there is no browser: the page is not measured without one."""
    if not CHROMIUM.exists():
        return []
    teller, kiosk = made.teller("1"), made.client("kiosk")
    branch = str(teller.base_url).partition(BRANCH_PATH)[2].strip("/")
    weight = len(httpx.get(f"{made.server}/lead", trust_env=False).content) / 1000
    with chromium(made.folder) as browser, opened(browser, f"{made.server}/lead", "en") as page:
        _sign_in(page, branch, made.keys["teller"], teller.headers["X-Staff-Session"])
        paints = [_paint(page) for _ in range(times)]
        page.evaluate(WATCH)
        news = [_news(page, kiosk, number) for number in range(times)]
    return [
        Figure("lead's page: weight", "kB", (weight,), WEIGHT_AIM_KB),
        Figure("lead's page: first paint", "ms", tuple(paints), PAINT_AIM_MS),
        Figure("lead's page: ticket taken to seen", "ms", tuple(news), NEWS_AIM_MS),
    ]


def _sign_in(page: "Page", branch: str, key: str, session: str) -> None:
    page.evaluate(
        "([branch, key, session]) => {"
        " localStorage.setItem(`lobby.lead.key.${branch}`, key);"
        " sessionStorage.setItem(`lobby.lead.role.${branch}`, 'teller');"
        " sessionStorage.setItem(`lobby.lead.session.${branch}`, session); }",
        [branch, key, session],
    )


def _paint(page: "Page") -> float:
    """Milliseconds from asking for the page to its first words."""
    page.reload()
    page.wait_for_selector("#figures b")
    first: float = page.evaluate(PAINT)
    return first


def _news(page: "Page", kiosk: httpx.Client, before: int) -> float:
    """Milliseconds from the kiosk's request for a ticket to one more who waits on the screen."""
    began_ms = time.time() * 1000
    kiosk.post("tickets", json={"service": "cash"}).raise_for_status()
    page.wait_for_function("count => window.seen.length > count", arg=before)
    seen: float = page.evaluate("count => window.seen[count]", before)
    return seen - began_ms
