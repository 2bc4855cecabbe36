"""The lead's page in a real Chromium: who needs a person, a slow line, a branch that is left."""

import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.browser import barriers, chromium, need_chromium
from tests.support.cable import Cable
from tests.support.lead_page import signed_in
from tests.support.server import RunningServer, running_server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow
SEEN_WITHIN_S = 3.0
STALE_WITHIN_S = 5.5
"""Five seconds, and what the page needs to look at its watch."""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[Browser]":
    need_chromium()
    with chromium(tmp_path_factory.mktemp("browser")) as started:
        yield started


@pytest.fixture(scope="module")
def branch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """A hall with three people, one of whom does not hear well, and a teller at counter 1."""
    with running_server(tmp_path_factory.mktemp("server"), "city") as server:
        kiosk = server.client("kiosk")
        for is_deaf in (False, True, False):
            body = {"service": "cash", "needs_visual_call": is_deaf}
            kiosk.post("tickets", json=body).raise_for_status()
        server.client("teller", "t1").post("counters/1/open").raise_for_status()
        yield server


@pytest.fixture
def page(browser: "Browser", branch: RunningServer) -> "Iterator[Page]":
    with signed_in(browser, branch) as shown:
        yield shown


def serve(branch: RunningServer) -> dict[str, Any]:
    """The next customer is called to counter 1."""
    called = branch.client("teller", "t1").post("counters/1/next").raise_for_status()
    ticket: dict[str, Any] = called.json()["ticket"]
    return ticket


def kinds(branch: RunningServer) -> list[str]:
    return [each["kind"] for each in branch.client("board").get("log").json()["events"]]


def test_a_low_mark_is_there_in_seconds_and_is_seen_to(page: "Page", branch: RunningServer) -> None:
    ticket, teller, pad = serve(branch), branch.client("teller", "t1"), branch.client("rating")
    teller.post(f"tickets/{ticket['id']}/close").raise_for_status()
    pad.post(f"tickets/{ticket['id']}/rating", json={"score": 1}).raise_for_status()
    began_s = time.monotonic()
    card = page.locator(".calls", has_text=f"{ticket['number']} was not satisfied")
    card.wait_for()
    assert time.monotonic() - began_s < SEEN_WITHIN_S
    pad.post(f"tickets/{ticket['id']}/talk").raise_for_status()
    card = page.locator(".calls", has_text=f"{ticket['number']} wants to speak to somebody")
    card.get_by_role("button", name="I go").click()
    page.get_by_text("Lena Lead goes").wait_for()
    assert barriers(page) == []
    card.get_by_role("button", name="Done…").click()
    page.fill("#choices textarea", "Waited for a signature.")
    assert barriers(page) == []
    page.get_by_role("button", name="Settled with the customer").click()
    card.wait_for(state="detached")
    (case,) = branch.client("lead", "lead").get("cases").json()["cases"]
    assert (case["state"], case["owner"], case["kind"]) == ("answered", "lead", "talk")
    entries = branch.client("lead", "lead").get(f"cases/{case['id']}").json()["entries"]
    assert entries[-1]["text"] == "Settled with the customer · Waited for a signature."
    page.click("#t-more")
    page.get_by_text("Low marks seen to within 15 minutes: 1 of 1").wait_for()


def test_a_deaf_customer_is_called_and_found_before_it_is_a_missed_call(
    page: "Page", branch: RunningServer
) -> None:
    ticket = serve(branch)
    card = page.locator(".calls", has_text=f"{ticket['number']} is called to Counter 1")
    card.get_by_role("button", name="I was there").click()
    card.wait_for(state="detached")
    teller = branch.client("teller", "t1")
    for _ in range(2):
        teller.post(f"tickets/{ticket['id']}/recall").raise_for_status()
    teller.post(f"tickets/{ticket['id']}/no-show").raise_for_status()


def test_an_enquiry_is_measured_a_counter_asked_for(page: "Page", branch: RunningServer) -> None:
    page.get_by_role("button", name="Enquiry").click()
    page.get_by_role("button", name="Just a question").click()
    page.get_by_role("button", name="Answered").click()
    page.locator(".calls").wait_for(state="detached")
    page.click("#t-more")
    page.get_by_text("Answered within 5 minutes: 1 of 1").wait_for()
    page.click("#t-counters")
    page.get_by_role("button", name="Ask for it: Counter 2").click()
    page.get_by_text("asked for 0 min ago").wait_for()
    assert barriers(page) == []
    page.get_by_role("button", name="Not needed: Counter 2").click()
    page.get_by_text("asked for").wait_for(state="detached")
    assert kinds(branch).count("counter.asked") == 2


def test_where_nobody_is_free_a_counter_is_asked_for(page: "Page", branch: RunningServer) -> None:
    issued = branch.client("kiosk").post("tickets", json={"service": "wealth"}).raise_for_status()
    page.locator("#lobby .row", has_text=issued.json()["number"]).click()
    page.locator("#lobby .doings").get_by_role("button", name="Call now…").click()
    page.locator("#choices").get_by_role("button", name="Ask for").first.click()
    page.click("#t-counters")
    page.get_by_text("asked for 0 min ago").wait_for()
    lead = branch.client("lead", "lead")
    wanted = [each["id"] for each in lead.get("lobby").json()["counters"] if each["wanted_since"]]
    assert len(wanted) == 1
    lead.post(f"counters/{wanted[0]}/ask", json={"is_on": False}).raise_for_status()


def test_a_line_without_answers_is_told_loses_nothing_and_does_nothing_twice(
    browser: "Browser", branch: RunningServer
) -> None:
    before = kinds(branch).count("enquiry.begun")
    cable = Cable(int(branch.base_url.rpartition(":")[2]))
    through = replace(branch, base_url=f"http://127.0.0.1:{cable.port}")
    with closing(cable), signed_in(browser, through) as page:
        cable.mute()
        began_s = time.monotonic()
        page.get_by_role("button", name="Enquiry").click()
        page.get_by_role("button", name="Just a question").click()
        page.get_by_text("Not certain yet, being sent: Enquiry").wait_for()
        page.get_by_text("As it was at").wait_for(timeout=9_000)
        assert time.monotonic() - began_s < STALE_WITHIN_S
        assert barriers(page) == []
        cable.pull()
        cable.plug()
        page.locator(".calls", has_text="Enquiry").first.wait_for(timeout=15_000)
        page.locator("#pending").wait_for(state="hidden")
        page.get_by_text("Connected").wait_for()
    assert kinds(branch).count("enquiry.begun") == before + 1


def test_what_was_not_certain_is_sent_by_the_page_that_is_loaded_anew(
    page: "Page", branch: RunningServer
) -> None:
    page.route("**/enquiries", lambda route: route.abort())
    before = kinds(branch).count("enquiry.begun")
    page.get_by_role("button", name="Enquiry").click()
    page.get_by_role("button", name="Just a question").click()
    page.get_by_text("Not certain yet").wait_for()
    page.unroute("**/enquiries")
    page.reload()
    page.locator(".calls", has_text="Enquiry").first.wait_for()
    page.locator("#pending").wait_for(state="hidden")
    assert kinds(branch).count("enquiry.begun") == before + 1


def test_tickets_one_after_the_other_a_touch_each(page: "Page", branch: RunningServer) -> None:
    before = kinds(branch).count("ticket.issued")
    page.get_by_role("button", name="Give a ticket").first.click()
    numbers: list[str] = []
    for _ in range(3):
        page.locator("#choices").get_by_role("button", name="Cash in or out").click()
        page.wait_for_function(
            "last => (document.querySelector('.huge') || {}).textContent !== last"
            " && document.querySelector('.huge')",
            arg=numbers[-1] if numbers else None,
        )
        numbers.append(page.locator(".huge").inner_text())
    assert barriers(page) == []
    assert len(set(numbers)) == 3
    assert kinds(branch).count("ticket.issued") == before + 3


def test_the_branch_is_left_in_two_touches(page: "Page", branch: RunningServer) -> None:
    page.click("#t-more")
    page.get_by_role("button", name="Evacuation…").click()
    assert barriers(page) == []
    assert branch.client("board").get("lobby").json()["incidents"] == []
    page.get_by_role("button", name="Evacuation now").click()
    page.locator("#ask-more", has_text="customers are told").wait_for()
    (incident,) = branch.client("board").get("lobby").json()["incidents"]
    assert incident["reason"] == "evacuation"
    page.get_by_role("button", name="Back").click()
    page.get_by_role("button", name="Resume: Evacuation").click()
    page.wait_for_function("() => !document.getElementById('more').textContent.includes('Resume')")
