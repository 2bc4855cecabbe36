"""What customers see at a kiosk while no server decides, with real touches on the real screens."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from shared.client.ports import Failure
from shared.config.load import load_profile
from shared.protocol.journal import NumberLease
from tests.kiosk.ticketing.conftest import Kiosk, KioskMaker
from tests.support import view
from tests.support.fake_client import FakeClient
from tests.support.qml import click, find, items, texts

LonelyMaker = Callable[..., Kiosk]


@pytest.fixture
def make_lonely(make_kiosk: KioskMaker, tmp_path: Path, qtbot: QtBot) -> LonelyMaker:
    """Makes a kiosk with numbers of its own, whose servers have just gone."""

    def make(**options: str) -> Kiosk:
        client = FakeClient(load_profile("neighbourhood"))
        client.clock = view.NOW.astimezone(view.BRANCH_ZONE)
        client.memory.note(phone_base="http://branch.example.com/t/")
        made = make_kiosk(client=client, offline=str(tmp_path / "own"), holder="k", **options)
        qtbot.waitUntil(lambda: made.program.own.can_issue)
        client.go(online=False)
        return made

    return make


def is_shown(kiosk: Kiosk, name: str) -> bool:
    """Whether anything of this name is to be seen."""
    return any(each.objectName() == name and each.isVisible() for each in items(kiosk.window))


@pytest.fixture
def lonely(make_lonely: LonelyMaker) -> Kiosk:
    return make_lonely()


def test_the_start_page_stays_and_says_that_tickets_count(lonely: Kiosk) -> None:
    assert lonely.screen == "start"
    assert texts(find(lonely.window, "ownNotice")) == [
        "服务器断开，取号有效",
        "Server away, tickets count",
    ]
    assert not is_shown(lonely, "waitCount")
    assert texts(find(lonely.window, "tile-cash")) == ["存款取款", "Cash in or out"]


def test_one_touch_gives_a_ticket_of_our_own(lonely: Kiosk) -> None:
    click(find(lonely.window, "tile-cash"))
    assert lonely.screen == "ticket"
    assert texts(find(lonely.window, "number"))[-1] == "A801"
    assert texts(find(lonely.window, "offlineNotice")) == [
        "服务器暂断，号码自 10:12 起有效",
        "Server away. Your number counts from 10:12",
    ]
    assert not is_shown(lonely, "ahead")
    assert lonely.client.calls_of("issue_ticket") == []
    click(find(lonely.window, "doneButton"))
    click(find(lonely.window, "tile-account"))
    assert texts(find(lonely.window, "number"))[-1] == "B801"


def test_the_ticket_stays_valid_on_the_screen_when_the_server_is_back(lonely: Kiosk) -> None:
    click(find(lonely.window, "tile-cash"))
    lonely.client.go(online=True)
    assert lonely.screen == "ticket"
    assert texts(find(lonely.window, "number"))[-1] == "A801"
    click(find(lonely.window, "doneButton"))
    assert is_shown(lonely, "waitCount")
    assert not is_shown(lonely, "ownNotice")


def test_a_server_that_does_not_answer_costs_no_customer_the_ticket(
    make_lonely: LonelyMaker, qtbot: QtBot
) -> None:
    kiosk = make_lonely()
    kiosk.client.go(online=True)
    kiosk.client.answers["issue_ticket"] = Failure("not_in_charge", "x", is_undecided=True)
    click(find(kiosk.window, "tile-cash"))
    qtbot.waitUntil(lambda: kiosk.screen == "ticket")
    assert texts(find(kiosk.window, "number"))[-1] == "A801"


def test_a_server_that_says_no_is_believed(make_lonely: LonelyMaker, qtbot: QtBot) -> None:
    kiosk = make_lonely()
    kiosk.client.go(online=True)
    kiosk.client.answers["issue_ticket"] = Failure("branch_closed", "", params=("09:00", "16:45"))
    click(find(kiosk.window, "tile-cash"))
    qtbot.waitUntil(lambda: kiosk.screen == "refused")


@pytest.mark.parametrize("change", [{"service": "account"}, {"state": "closed"}])
def test_a_ticket_that_was_not_asked_for_is_not_shown(
    make_lonely: LonelyMaker, qtbot: QtBot, change: dict[str, str]
) -> None:
    kiosk = make_lonely()
    kiosk.client.go(online=True)
    kiosk.client.answers["issue_ticket"] = view.issued("A027").model_copy(update=change)
    click(find(kiosk.window, "tile-cash"))
    qtbot.waitUntil(lambda: kiosk.screen == "ticket")
    assert texts(find(kiosk.window, "number"))[-1] == "A801"


def test_a_ticket_is_shown_to_one_customer_only(make_lonely: LonelyMaker, qtbot: QtBot) -> None:
    kiosk = make_lonely()
    kiosk.client.go(online=True)
    kiosk.client.answers["issue_ticket"] = view.issued("A027")
    for number in ("A027", "A801"):
        click(find(kiosk.window, "tile-cash"))
        qtbot.waitUntil(lambda: kiosk.screen == "ticket")
        assert texts(find(kiosk.window, "number"))[-1] == number
        click(find(kiosk.window, "doneButton"))


def test_used_up_numbers_send_people_to_staff(
    make_kiosk: KioskMaker, tmp_path: Path, qtbot: QtBot
) -> None:
    client = FakeClient(load_profile("neighbourhood"))
    client.clock = view.NOW.astimezone(view.BRANCH_ZONE)
    client.answers["lease_numbers"] = NumberLease(first=801, last=801)
    kiosk = make_kiosk(client=client, offline=str(tmp_path), holder="k")
    qtbot.waitUntil(lambda: kiosk.program.own.can_issue)
    client.go(online=False)
    click(find(kiosk.window, "tile-cash"))
    click(find(kiosk.window, "doneButton"))
    click(find(kiosk.window, "tile-cash"))
    assert kiosk.screen == "refused"
    refused = next(p for p in kiosk.flow.refusal_words.values())
    assert refused == "服务器暂时断开，请直接找工作人员"


def test_outside_the_hours_nothing_is_given(make_lonely: LonelyMaker) -> None:
    kiosk = make_lonely()
    kiosk.client.clock = kiosk.client.clock.replace(hour=17)
    kiosk.program.face._tick()
    assert texts(find(kiosk.window, "question"))[0] == "09:00–16:45 取号"
    click(find(kiosk.window, "tile-cash"))
    assert kiosk.screen == "start"


def test_without_numbers_it_promises_nothing(make_kiosk: KioskMaker) -> None:
    kiosk = make_kiosk()
    kiosk.client.go(online=False)
    assert kiosk.screen == "away"


def test_a_server_without_charge_is_like_none(make_lonely: LonelyMaker) -> None:
    kiosk = make_lonely()
    kiosk.client.listen("stand_in", in_charge=False)
    kiosk.client.go(online=True)
    click(find(kiosk.window, "tile-cash"))
    assert texts(find(kiosk.window, "number"))[-1] == "A801"
    click(find(kiosk.window, "doneButton"))
    kiosk.client.listen("stand_in")
    assert is_shown(kiosk, "waitCount")
