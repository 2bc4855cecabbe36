"""The browser's way back to a window: over a real socket of this machine."""

from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from shared.client.browser_sign_in import BrowserSignIn
from shared.client.ports import Failure, Reply
from shared.client.ways import PINS, Ways
from shared.protocol.lobby import Session
from shared.protocol.sign_in import BeginBrowser, BrowserBegun, FinishBrowser, SignInWays
from tests.support.fake_client import FakeClient

STATE = "abc.1f.0a"


class Desk:
    """A window that signs somebody in; ``opened``: what its browser was sent to."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.client = FakeClient()
        self.client.answers["begin_browser"] = BrowserBegun(
            url="https://id.example/authorize?state=abc", state=STATE
        )
        self.opened: list[str] = []
        self.results: list[object] = []
        self.browser = BrowserSignIn(self.client, open_url=self._open)

    def _open(self, url: QUrl) -> bool:
        self.opened.append(url.toString())
        return True

    def begin(self) -> Reply:
        reply = self.browser.begin("3")
        reply.then(self.results.append, self.results.append)
        self.qtbot.waitUntil(lambda: self.opened != [])
        return reply

    @property
    def address(self) -> str:
        """Where the window listens, as the server was told."""
        (begun,) = [call[1] for call in self.client.calls if call[0] == "begin_browser"]
        assert isinstance(begun, BeginBrowser)
        return begun.redirect_uri

    def come_back(self, query: str) -> httpx.Response:
        """What the browser sees there."""
        with ThreadPoolExecutor(1) as beside:  # the window has to answer meanwhile
            asked = beside.submit(httpx.get, f"{self.address}?{query}", trust_env=False)
            self.qtbot.waitUntil(asked.done)
        return asked.result()

    def codes(self) -> list[str]:
        return [each.code for each in self.results if isinstance(each, Failure)]


def test_browser_brings_the_code_once(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.begin()
    assert desk.opened == ["https://id.example/authorize?state=abc"]
    page = desk.come_back(f"state={STATE}&code=c-1")
    assert (page.status_code, page.headers["cache-control"]) == (200, "no-store")
    assert "<h1" in page.text
    qtbot.waitUntil(lambda: desk.results != [])
    assert isinstance(desk.results[0], Session)
    told = FinishBrowser(state=STATE, code="c-1", redirect_uri=desk.address, counter="3")
    assert desk.client.calls[-1] == ("sign_in", told)
    with pytest.raises(httpx.ConnectError):  # nobody listens there any more
        httpx.get(desk.address, trust_env=False)


def test_what_is_not_ours_changes_nothing(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.begin()
    assert desk.come_back("state=another&code=c-1").status_code == 404
    assert desk.come_back("code=c-1").status_code == 404
    assert (desk.results, desk.browser.is_waiting) == ([], True)
    desk.browser.cancel()
    assert desk.codes() == ["nobody_signed_in"]


def test_provider_that_says_no(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.begin()
    assert desk.come_back(f"state={STATE}&error=access_denied").status_code == 200
    assert desk.codes() == ["nobody_signed_in"]


def test_server_that_cannot_begin(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.client.answers["begin_browser"] = Failure("directory_away", "x")
    reply = desk.browser.begin("3")
    reply.then(desk.results.append, desk.results.append)
    qtbot.waitUntil(lambda: desk.results != [])
    assert (desk.codes(), desk.opened, desk.browser.is_waiting) == (["directory_away"], [], False)


def test_port_that_somebody_has(qtbot: QtBot) -> None:
    first, second = Desk(qtbot), Desk(qtbot)
    first.begin()
    port = int(first.address.split(":")[2].partition("/")[0])
    second.browser.begin("3", port).then(second.results.append, second.results.append)
    assert second.codes() == ["port_in_use"]
    first.browser.cancel()


def test_ways_are_asked_for_with_each_contact(qtbot: QtBot) -> None:
    client = FakeClient()
    ways = Ways(client)
    assert ways.ways == PINS
    both = SignInWays(pin=False, password=True, browser=True)
    client.answers["sign_in_ways"] = both
    with qtbot.waitSignal(ways.changed):
        client.go(online=False)
        client.go(online=True)
    assert ways.ways == both


def test_what_was_given_up_comes_late_for_nobody(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.begin()
    desk.client.is_holding = True
    desk.come_back(f"state={STATE}&code=c-1")
    ((_, exchange),) = desk.client.open_replies
    desk.browser.cancel()
    assert (desk.codes(), exchange.is_given_up) == (["nobody_signed_in"], True)
    desk.browser.begin("3").then(desk.results.append, desk.results.append)
    desk.client.settle("sign_in", Failure("directory_away", "x"))
    assert (len(desk.results), desk.browser.is_waiting) == (1, True)
    desk.browser.cancel()
