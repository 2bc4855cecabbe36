"""The phone page in a real Chromium: it moves by itself, can be used, and has no barriers."""

import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

import httpx
import pytest

from shared.protocol.forecast import Window
from shared.protocol.lobby import PhoneView
from shared.server.phone.words import words
from shared.services import phoning, views
from tests.shared.server.notices.test_courier import serving
from tests.support.browser import barriers, chromium, need_chromium, opened, phone, text
from tests.support.hook import web_hook
from tests.support.server import RunningServer, make_house, running_server, serving_house

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Record = Callable[[str, object], None]
CALL_WITHIN_S: Final = 1.0
KILOBYTES_MAX: Final = 60


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Browser"]:
    need_chromium()
    with chromium(tmp_path_factory.mktemp("chromium")) as started:
        yield started


@pytest.fixture
def record(record_property: Record) -> Record:
    """Figures that are told when the test has passed."""
    return record_property


def issue(server: RunningServer, count: int = 1) -> dict[str, str]:
    """The last of so many customers who come for cash."""
    kiosk = server.client("kiosk")
    answers = [kiosk.post("tickets", json={"service": "cash"}) for _ in range(count)]
    last: dict[str, str] = answers[-1].raise_for_status().json()
    return last


def call_time_s(page: "Page", teller: httpx.Client) -> float:
    """From the teller's key to the phone's screen, in seconds."""
    began_s = time.monotonic()
    teller.post("counters/3/next").raise_for_status()
    page.wait_for_selector("body.called")
    return time.monotonic() - began_s


def test_place_moves_and_the_call_arrives_within_a_second(
    browser: "Browser", server: RunningServer, record: Record
) -> None:
    issued, teller = issue(server, 3), server.client("teller", "t1")
    with opened(browser, issued["phone_url"]) as page:
        text(page, "ahead", "2")
        teller.post("counters/3/open")
        teller.post("counters/3/next")
        text(page, "ahead", "1")
        teller.post("counters/3/next")
        text(page, "state", "下一位就是您")
        took_s = call_time_s(page, teller)
        record("printed", f"phone page: a call is on the screen after {took_s * 1000:.0f} ms")
        assert took_s < CALL_WITHIN_S
        assert page.inner_text("#counter") == "3"
        assert page.evaluate("document.activeElement.id") == "go-title"
        assert page.inner_text("#called-said") == "轮到您了。请到 3 号窗口"


def test_delay_come_back_and_cancel_by_touch(browser: "Browser", server: RunningServer) -> None:
    with opened(browser, issue(server)["phone_url"], "en") as page:
        page.tap("#defer")
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.id") == "defer"
        page.tap("#defer")
        page.tap("text=20 minutes later")
        text(page, "state", "You will be called later")
        text(page, "note", "Not before 09:50")
        page.tap("#resume")
        text(page, "state", "You are next")
        page.tap("#cancel")
        page.tap("text=Keep it")
        assert page.is_visible("#cancel")
        page.tap("#cancel")
        page.tap("#cancel-yes")
        text(page, "state", "This ticket is cancelled")
        assert not page.is_visible("#cancel")


def test_mark_by_touch(browser: "Browser", server: RunningServer) -> None:
    issued, teller = issue(server), server.client("teller", "t1")
    for path in ("counters/3/open", "counters/3/next", f"tickets/{issued['id']}/close"):
        teller.post(path).raise_for_status()
    with opened(browser, issued["phone_url"]) as page:
        page.tap("[data-score='4']")
        text(page, "note", "谢谢您的评价")
        assert not page.is_visible("#rate")
    assert server.client("lead").get(f"tickets/{issued['id']}").json()["rating"] == 4


def test_refusal_is_said_in_the_language_of_the_page(
    browser: "Browser", server: RunningServer
) -> None:
    issued = issue(server)
    with opened(browser, issued["phone_url"], "en") as page:
        page.tap("#cancel")
        page.route("**/cancel", lambda route: route.abort())
        page.tap("#cancel-yes")
        text(page, "trouble", "It did not work. Try again, or speak to our staff.")
        assert page.get_attribute("#trouble", "role") == "alert"


def test_stream_that_is_cut_comes_back(browser: "Browser", tmp_path: Path) -> None:
    with running_server(tmp_path) as server:
        url = issue(server, 2)["phone_url"]
        port = int(server.base_url.rpartition(":")[2])
        first = opened(browser, url)
        page = first.__enter__()
        text(page, "link", "实时")
        text(page, "ahead", "1")
    text(page, "link", "未连接")
    assert page.inner_text("#number") == "A002"
    with serving_house(make_house(tmp_path / "branch.db"), port=port) as server:
        teller = server.client("teller", "t1")
        teller.post("counters/3/open")
        teller.post("counters/3/next")
        text(page, "state", "下一位就是您")
        text(page, "link", "实时")
        first.__exit__(None, None, None)


def with_window(view: PhoneView, first_min: int, last_min: int) -> PhoneView:
    """The same with a forecast, in minutes from now."""

    def then(minutes: float) -> object:
        return view.now + timedelta(minutes=minutes)

    window = Window.model_validate(
        {
            "earliest_at": then(first_min),
            "likely_at": then((first_min + last_min) / 2),
            "latest_at": then(last_min),
        }
    )
    return view.model_copy(update={"window": window})


def test_window_is_shown_and_moves(
    browser: "Browser", server: RunningServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = views.phone_view
    windows = {2: (8, 14), 1: (3, 6)}
    monkeypatch.setattr(
        phoning,
        "phone_view",
        lambda *asked: with_window(seen(*asked), *windows[seen(*asked).people_ahead or 1]),
    )
    issued, teller = issue(server, 3), server.client("teller", "t1")
    with opened(browser, issued["phone_url"]) as page:
        text(page, "window", "09:38–09:44")
        text(page, "minutes", "11")
        left = "parseFloat(document.getElementById('track-window').style.left)"
        far = page.evaluate(left)
        teller.post("counters/3/open")
        teller.post("counters/3/next")
        text(page, "window", "09:33–09:36")
        assert page.evaluate(left) < far


def states(server: RunningServer, issued: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Every state that a ticket's page can show, one after the other, and its headline."""
    lead = server.client("lead", "lead")
    ticket = f"tickets/{issued['id']}"

    def staff(path: str, **body: object) -> None:
        lead.post(path, json=body).raise_for_status()

    yield "waiting", "next"
    staff("services/cash/suspend", reason="system")
    yield "suspended", "suspended"
    staff("services/cash/resume")
    staff(f"{ticket}/defer", minutes=20)
    yield "later", "later"
    staff(f"{ticket}/resume")
    staff("counters/3/open")
    staff("counters/3/next")
    yield "called", "state_called"
    staff(f"{ticket}/recall")
    staff(f"{ticket}/no-show")
    yield "missed", "state_no_show"
    staff(f"{ticket}/return")
    staff("counters/3/next")
    staff(f"{ticket}/start")
    yield "serving", "state_serving"
    staff(f"{ticket}/close")
    yield "closed", "state_closed"


def test_no_barriers_in_any_state(
    browser: "Browser", server: RunningServer, record: Record
) -> None:
    """Both languages and schemes, read by axe-core; and with letters twice as large."""
    issued, found, wide = issue(server), dict[str, list[str]](), list[str]()
    url = issued["phone_url"]
    with opened(browser, url) as light, opened(browser, url, "en", "dark") as dark:
        for name, headline in states(server, issued):
            for page, language in ((light, "zh"), (dark, "en")):
                text(page, "state", words(language)[headline])
                found[f"{name} {language}"] = barriers(page)
                if name == "waiting":
                    for box in ("defer", "cancel"):
                        page.tap(f"#{box}")
                        found[f"{box} {language}"] = barriers(page)
                        page.keyboard.press("Escape")
                wide += [name] if is_too_wide(page) else []
        for page in (light, dark):
            page.goto(f"{server.base_url}/t/unknown")
            found["unknown"] = barriers(page)
    assert {name: barrier for name, barrier in found.items() if barrier} == {}
    assert wide == []
    record("printed", f"phone page: axe-core finds nothing in {len(found)} states")


def is_too_wide(page: "Page") -> bool:
    """Whether somebody with large letters has to move the page sideways."""
    size = "document.documentElement.style.fontSize"
    page.evaluate(f"{size} = '200%'")
    found = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    page.evaluate(f"{size} = ''")
    return bool(found)


def test_weight(browser: "Browser", server: RunningServer, record: Record) -> None:
    """The page is one answer: nothing else is fetched but its stream."""
    url = issue(server)["phone_url"]
    asked: list[str] = []
    context = phone(browser)
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url.removeprefix(url)))
    page.goto(url)
    page.wait_for_function("() => document.getElementById('link').textContent === '实时'")
    context.close()
    assert [path for path in asked if not path.endswith("favicon.ico")] == ["", "/events"]
    kilobytes = len(httpx.get(url, trust_env=False).content) / 1000
    record("printed", f"phone page: {kilobytes:.1f} kB, at most {KILOBYTES_MAX}")
    assert kilobytes < KILOBYTES_MAX


def test_number_is_left_and_taken_back(browser: "Browser", tmp_path: Path) -> None:
    with (
        web_hook() as hook,
        serving(tmp_path, hook.url) as server,
        opened(browser, issue(server, 4)["phone_url"], "en") as page,
    ):
        page.tap("#tell summary")
        page.fill("#telephone", "138 0013 8000")
        assert barriers(page) == []
        page.tap("#tell-form button")
        page.wait_for_selector("#tell-not")
        page.reload()
        page.tap("#tell summary")
        page.tap("#tell-not")
        page.wait_for_selector("#tell-form")


def test_complaint_is_written_by_hand(browser: "Browser", server: RunningServer) -> None:
    with opened(browser, issue(server)["phone_url"]) as page:
        page.tap("#write summary")
        page.check("[value='complaint']")
        page.fill("#words", "没有人说明原因")
        assert barriers(page) == []
        page.tap("#write-form button")
        page.wait_for_function("() => document.getElementById('written').textContent !== ''")
        said = page.inner_text("#written")
    [case] = server.client("lead", "lead").get("cases").json()["cases"]
    assert said == f"谢谢，留言编号 {case['number']}"


def test_a_survey_is_answered_by_touch_without_barriers(
    browser: "Browser", server: RunningServer
) -> None:
    body = {"survey": "quarter", "from_day": "2026-11-20", "to_day": "2026-12-31"}
    boss = server.client("lead", "boss")
    boss.post("surveys", json={**body, "shares": {"ordinary": 1}}).raise_for_status()
    ticket, teller = issue(server), server.client("teller", "t3")
    teller.post("counters/3/open").raise_for_status()
    with opened(browser, ticket["phone_url"]) as page:
        for path in ("counters/3/next", f"tickets/{ticket['id']}/close"):
            teller.post(path).raise_for_status()
        page.tap("#survey")
        page.wait_for_selector("#survey-form")
        assert barriers(page) == []
        page.tap("#survey-form button[type=submit]")
        text(page, "trouble", words("zh")["survey_none"])
        page.tap("label:has([name=order][value='4'])")
        page.tap("label:has([name=staff][value='5'])")
        page.tap("#survey-form button[type=submit]")
        page.wait_for_selector("#thanks:not([hidden])")
        assert barriers(page) == []
    campaign = boss.get("surveys").json()["campaigns"][0]["id"]
    found = boss.get(f"surveys/{campaign}").json()["questions"]
    assert {q["question"]: q["answers"] for q in found if q["answers"]} == {"order": 1, "staff": 1}
