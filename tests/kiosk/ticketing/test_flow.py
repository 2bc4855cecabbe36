"""The customer's way through the kiosk, with real touches on the real screens."""

from datetime import timedelta

from pytestqt.qtbot import QtBot

from shared.client.ports import Failure
from shared.protocol.command import AskHelp, IssueTicket
from shared.protocol.event import EventView
from shared.protocol.lobby import HelpAsked
from tests.kiosk.ticketing.conftest import Kiosk, KioskMaker, pass_seconds
from tests.support import view
from tests.support.fake_client import UNREACHABLE, FakeClient
from tests.support.fake_door import counter_only
from tests.support.qml import click, find, press, release, texts

CLOSED = Failure("branch_closed", "(English)", params=("09:00", "16:45"))


def text_of(kiosk: Kiosk, name: str) -> str:
    """The first text of a named item."""
    return texts(find(kiosk.window, name))[0]


def take_ticket(kiosk: Kiosk, qtbot: QtBot, tile: str = "tile-cash") -> None:
    """One touch, and the ticket is there."""
    click(find(kiosk.window, tile))
    qtbot.waitUntil(lambda: kiosk.screen == "ticket")


def test_one_touch_gives_a_ticket(kiosk: Kiosk, qtbot: QtBot) -> None:
    take_ticket(kiosk, qtbot)
    assert kiosk.client.calls_of("issue_ticket") == [
        (IssueTicket(service="cash", segment=None, language="zh_CN"),)
    ]
    assert texts(find(kiosk.window, "number"))[-1] == "A029"
    assert texts(find(kiosk.window, "ahead")) == ["前面", "Ahead", "12", "人"]
    assert texts(find(kiosk.window, "arrived")) == ["到达", "Arrived", "10:12"]
    assert texts(find(kiosk.window, "service")) == ["存款取款", "Cash in or out"]
    assert texts(find(kiosk.window, "haveReady")) == [
        "请准备：身份证、银行卡或存折",
        "Have ready: ID card, bank card or passbook",
    ]


def test_one_person_ahead_is_no_people(kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.client.answers["issue_ticket"] = view.issued("A002", people_ahead=1)
    click(find(kiosk.window, "languageButton"))
    take_ticket(kiosk, qtbot)
    assert texts(find(kiosk.window, "ahead")) == ["Ahead", "前面", "1", "person"]


def test_the_start_screen_tells_what_is_going_on(kiosk: Kiosk) -> None:
    assert text_of(kiosk, "waitCount") == "现在 12 人在等，4 个窗口在办"
    assert texts(find(kiosk.window, "tile-cash")) == ["5", "人在等", "存款取款", "Cash in or out"]
    kiosk.client.show(
        view.lobby(
            waiting=(view.ticket("B001", service="account"),),
            counters=(view.counter("1"), view.counter("2", "paused")),
        )
    )
    assert text_of(kiosk, "waitCount") == "现在 1 人在等，1 个窗口在办"
    assert texts(find(kiosk.window, "tile-cash"))[0] == "无人在等"
    assert texts(find(kiosk.window, "tile-account"))[:2] == ["1", "人在等"]


def test_a_snapshot_under_the_finger_loses_no_touch(kiosk: Kiosk, qtbot: QtBot) -> None:
    tile = find(kiosk.window, "tile-transfer")
    press(tile)
    kiosk.client.show(view.lobby(sequence=101))
    release(tile)
    qtbot.waitUntil(lambda: kiosk.screen == "ticket")
    assert len(kiosk.client.calls_of("issue_ticket")) == 1


def test_the_tile_looks_pressed_until_the_number_is_there(kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.client.is_holding = True
    tile = find(kiosk.window, "tile-cash")
    press(tile)
    assert tile.property("down") is True
    release(tile)
    assert tile.property("down") is True
    kiosk.client.settle("triage", counter_only("cash"))
    assert tile.property("down") is True
    qtbot.waitUntil(lambda: find(kiosk.window, "slowNotice").isVisible())
    kiosk.client.settle("issue_ticket", view.issued())
    assert kiosk.screen == "ticket"
    assert tile.property("down") is False


def test_a_double_tap_issues_one_ticket(kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.client.is_holding = True
    click(find(kiosk.window, "tile-cash"))
    click(find(kiosk.window, "tile-cash"))
    click(find(kiosk.window, "tile-account"))
    kiosk.client.settle("triage", counter_only("cash"))
    click(find(kiosk.window, "tile-cash"))
    assert len(kiosk.client.calls_of("triage")) == 1
    assert len(kiosk.client.calls_of("issue_ticket")) == 1
    kiosk.client.settle("issue_ticket", view.issued())
    assert kiosk.screen == "ticket"


def test_priority_changes_the_ticket_and_not_the_service(kiosk: Kiosk, qtbot: QtBot) -> None:
    row = find(kiosk.window, "priorityRow")
    click(row)
    assert row.property("checked") is True
    assert texts(row)[0] == "已选优先照顾"
    take_ticket(kiosk, qtbot, "tile-account")
    assert kiosk.client.calls_of("issue_ticket") == [
        (IssueTicket(service="account", segment="priority", language="zh_CN"),)
    ]
    assert texts(find(kiosk.window, "number"))[-1] == "P029"
    click(find(kiosk.window, "doneButton"))
    assert find(kiosk.window, "priorityRow").property("checked") is False


def test_priority_can_be_taken_back(kiosk: Kiosk) -> None:
    click(find(kiosk.window, "priorityRow"))
    click(find(kiosk.window, "priorityRow"))
    assert kiosk.flow.is_priority is False


def test_the_language_button_puts_the_other_language_first(kiosk: Kiosk, qtbot: QtBot) -> None:
    assert texts(find(kiosk.window, "question")) == ["您要办什么？", "What do you need today?"]
    click(find(kiosk.window, "languageButton"))
    assert texts(find(kiosk.window, "question")) == ["What do you need today?", "您要办什么？"]
    assert texts(find(kiosk.window, "header"))[:2] == ["Example Bank", "Renmin Road branch"]
    take_ticket(kiosk, qtbot)
    assert kiosk.client.calls_of("issue_ticket") == [
        (IssueTicket(service="cash", segment=None, language="en"),)
    ]
    click(find(kiosk.window, "doneButton"))
    assert texts(find(kiosk.window, "question")) == ["您要办什么？", "What do you need today?"]


def test_large_type_shows_one_language_larger_and_ends_with_the_customer(
    kiosk: Kiosk, qtbot: QtBot
) -> None:
    click(find(kiosk.window, "largeTypeButton"))
    assert texts(find(kiosk.window, "question")) == ["您要办什么？"]
    assert texts(find(kiosk.window, "tile-cash")) == ["5", "人在等", "存款取款"]
    assert kiosk.program.theme.property("tileTitle") == 93
    take_ticket(kiosk, qtbot)
    click(find(kiosk.window, "doneButton"))
    assert kiosk.program.theme.property("largeType") is False


def test_a_group_opens_a_second_page_and_back_leads_out(
    make_kiosk: KioskMaker, qtbot: QtBot
) -> None:
    kiosk = make_kiosk("city")
    assert find(kiosk.window, "backButton").property("enabled") is False
    click(find(kiosk.window, "tile-group:2"))
    assert kiosk.screen == "group"
    assert texts(find(kiosk.window, "question")) == ["账户与卡", "Accounts and cards"]
    click(find(kiosk.window, "backButton"))
    assert kiosk.screen == "start"
    click(find(kiosk.window, "tile-group:2"))
    take_ticket(kiosk, qtbot, "tile-lost")
    assert kiosk.client.calls_of("issue_ticket") == [
        (IssueTicket(service="lost", segment=None, language="zh_CN"),)
    ]


def test_idle_warns_then_wipes(kiosk: Kiosk) -> None:
    click(find(kiosk.window, "languageButton"))
    click(find(kiosk.window, "priorityRow"))
    pass_seconds(kiosk.flow.idle, 29)
    assert not kiosk.flow.warning.is_running
    pass_seconds(kiosk.flow.idle, 1)
    assert texts(find(kiosk.window, "idleQuestion"))[0] == "Are you still there?"
    assert find(kiosk.window, "stillHereButton").property("count") == 20
    pass_seconds(kiosk.flow.warning, 20)
    assert kiosk.flow.is_priority is False
    assert texts(find(kiosk.window, "question"))[0] == "您要办什么？"


def test_one_touch_extends_as_often_as_needed_and_chooses_nothing(kiosk: Kiosk) -> None:
    click(find(kiosk.window, "largeTypeButton"))
    tile = find(kiosk.window, "tile-cash")
    for target in [tile] * 10 + [None]:
        pass_seconds(kiosk.flow.idle, 30)
        pass_seconds(kiosk.flow.warning, 19)
        click(target or find(kiosk.window, "stillHereButton"))  # tiles lie beneath the warning
        assert not kiosk.flow.warning.is_running
        assert kiosk.flow.idle.left == 30
    assert kiosk.program.theme.property("largeType") is True
    assert kiosk.client.calls_of("issue_ticket") == []


def test_a_touch_begins_the_patience_anew(kiosk: Kiosk) -> None:
    click(find(kiosk.window, "languageButton"))
    pass_seconds(kiosk.flow.idle, 29)
    click(find(kiosk.window, "header"))  # anywhere
    assert kiosk.flow.idle.left == 30


def test_a_start_screen_without_traces_is_left_alone(kiosk: Kiosk) -> None:
    click(find(kiosk.window, "priorityRow"))
    click(find(kiosk.window, "priorityRow"))
    assert not kiosk.flow.idle.is_running


def test_a_ticket_without_a_slip_stays_60_s_and_then_makes_room(kiosk: Kiosk, qtbot: QtBot) -> None:
    take_ticket(kiosk, qtbot)
    assert texts(find(kiosk.window, "noSlip"))[0] == "请拍照记下号码"
    pass_seconds(kiosk.flow.count, 59)
    assert kiosk.screen == "ticket"
    pass_seconds(kiosk.flow.count, 1)
    assert kiosk.screen == "start"
    assert kiosk.flow.ticket_shown == {}


def test_a_refusal_is_explained_in_both_languages(kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.client.answers["issue_ticket"] = CLOSED
    click(find(kiosk.window, "tile-cash"))
    qtbot.waitUntil(lambda: kiosk.screen == "refused")
    assert texts(find(kiosk.window, "detail")) == [
        "本网点 09:00 至 16:45 取号。请届时再来，或询问工作人员。",
        "The branch gives tickets from 09:00 to 16:45. Come back then, or ask our staff.",
    ]
    click(find(kiosk.window, "messageButton"))
    assert kiosk.screen == "start"


def test_without_an_answer_nothing_is_promised(kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.client.answers["issue_ticket"] = UNREACHABLE
    click(find(kiosk.window, "tile-cash"))
    qtbot.waitUntil(lambda: kiosk.screen == "refused")
    assert texts(find(kiosk.window, "headline"))[0] == "还没有取到号"
    assert texts(find(kiosk.window, "detail"))[0] == "请再试一次，或询问工作人员"


def test_the_server_goes_away_and_comes_back(kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.client.go(online=False)
    assert kiosk.screen == "away"
    assert texts(find(kiosk.window, "headline")) == ["暂时不能取号", "No tickets right now"]
    kiosk.client.go(online=True)
    assert kiosk.screen == "start"
    take_ticket(kiosk, qtbot)


def test_a_ticket_stays_valid_when_the_server_goes_away(kiosk: Kiosk, qtbot: QtBot) -> None:
    take_ticket(kiosk, qtbot)
    kiosk.client.go(online=False)
    assert kiosk.screen == "ticket"
    assert texts(find(kiosk.window, "number"))[0] == "号码有效"
    assert texts(find(kiosk.window, "offlineNotice"))[0] == "网络中断，叫号次序不变"
    assert texts(find(kiosk.window, "aheadThen"))[0] == "10:12 时前面 12 人"


def test_before_the_first_contact_it_asks_for_a_moment(
    make_kiosk: KioskMaker, qtbot: QtBot
) -> None:
    client = FakeClient()
    profile, client.profile = client.profile, None
    client.lobby = None
    client.is_online = False
    kiosk = make_kiosk(client=client)
    assert kiosk.screen == "wait"
    assert texts(find(kiosk.window, "headline")) == ["请稍候", "One moment please"]
    client.profile = profile
    client.profileChanged.emit(profile)
    client.go(online=True)
    client.show(view.lobby())
    assert kiosk.screen == "start"
    assert texts(find(kiosk.window, "header"))[:2] == ["示例银行", "人民路支行"]
    assert find(kiosk.window, "tile-cash").isEnabled()


def test_help_calls_somebody_and_says_so(kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.client.is_holding = True
    click(find(kiosk.window, "helpButton"))
    assert texts(find(kiosk.window, "headline"))[0] == "正在叫工作人员"
    kiosk.client.settle("ask_help", HelpAsked(sequence=101))
    assert texts(find(kiosk.window, "headline"))[0] == "工作人员马上过来"
    assert kiosk.client.calls_of("ask_help") == [(AskHelp(device="kiosk", screen="start"),)]
    click(find(kiosk.window, "backButton"))
    assert kiosk.screen == "start"


def test_help_that_did_not_get_through_is_told(kiosk: Kiosk, qtbot: QtBot) -> None:
    take_ticket(kiosk, qtbot)
    kiosk.client.go(online=False)
    click(find(kiosk.window, "writeButton"))
    qtbot.waitUntil(lambda: texts(find(kiosk.window, "headline"))[0] == "没有叫到人")
    click(find(kiosk.window, "messageButton"))
    assert kiosk.screen == "ticket"


def test_a_ticket_that_is_called_at_once_says_where_to_go(kiosk: Kiosk, qtbot: QtBot) -> None:
    take_ticket(kiosk, qtbot)
    assert texts(find(kiosk.window, "whatNext"))[0] == "请坐，听叫号"
    called = EventView(
        sequence=101,
        kind="ticket.called",
        at=view.NOW,
        recorded_at=view.NOW + timedelta(seconds=1),
        ticket="t-a029",
        counter="2",
    )
    kiosk.client.push(called.model_copy(update={"ticket": "t-a001", "counter": "3"}))
    assert texts(find(kiosk.window, "whatNext"))[0] == "请坐，听叫号"
    kiosk.client.push(called)
    assert texts(find(kiosk.window, "whatNext")) == ["请到 2 号窗口", "Please go to counter 2"]


def test_outside_the_hours_tiles_say_so_and_do_nothing(kiosk: Kiosk) -> None:
    kiosk.client.show(view.lobby(is_open=False))
    assert texts(find(kiosk.window, "question")) == [
        "09:00–16:45 取号",
        "Tickets from 09:00 to 16:45",
    ]
    tile = find(kiosk.window, "tile-cash")
    assert tile.property("enabled") is False
    click(tile)
    assert kiosk.client.calls_of("issue_ticket") == []


def test_tap_and_number_shown_are_timed(kiosk: Kiosk, qtbot: QtBot) -> None:
    take_ticket(kiosk, qtbot)
    qtbot.waitUntil(lambda: "number_shown" in kiosk.program.stopwatch.of("t-a029"))
    marks = kiosk.program.stopwatch.of("t-a029")
    assert set(marks) == {"tap", "number_shown"}
    assert 0 < marks["number_shown"] - marks["tap"] < 2_000_000_000
