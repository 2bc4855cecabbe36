"""Several matters on one ticket, and two people with one ticket; never in the way."""

from pytestqt.qtbot import QtBot

from shared.protocol.command import IssueTicket
from tests.kiosk.ticketing.conftest import Kiosk, KioskMaker
from tests.support import view
from tests.support.qml import click, find, texts


def open_ways(kiosk: Kiosk, qtbot: QtBot, service: str = "cash", profile: str = "") -> None:
    kiosk.client.answers["triage"] = view.ways(service, profile=profile or "neighbourhood")
    click(find(kiosk.window, f"tile-{service}"))
    qtbot.waitUntil(lambda: kiosk.screen == "ways")


def take(kiosk: Kiosk, qtbot: QtBot) -> IssueTicket:
    """The counter: what was asked for."""
    click(find(kiosk.window, "way-counter"))
    qtbot.waitUntil(lambda: kiosk.screen == "ticket")
    wish = kiosk.client.calls_of("issue_ticket")[-1][0]
    assert isinstance(wish, IssueTicket)
    return wish


def test_another_matter_on_the_same_ticket(kiosk: Kiosk, qtbot: QtBot) -> None:
    open_ways(kiosk, qtbot)
    click(find(kiosk.window, "moreButtonNeeds"))
    assert kiosk.screen == "needs"
    click(find(kiosk.window, "need-transfer"))
    click(find(kiosk.window, "need-lost"))
    click(find(kiosk.window, "need-lost"))
    click(find(kiosk.window, "needsDone"))
    assert kiosk.screen == "ways"
    assert texts(find(kiosk.window, "moreButtonNeeds")) == ["还有：转账汇款", "Also: Transfers"]
    assert take(kiosk, qtbot).needs == ("transfer",)


def test_two_people_with_one_ticket(kiosk: Kiosk, qtbot: QtBot) -> None:
    open_ways(kiosk, qtbot)
    click(find(kiosk.window, "twoButton"))
    assert take(kiosk, qtbot).items == 2
    click(find(kiosk.window, "doneButton"))
    open_ways(kiosk, qtbot)
    wish = take(kiosk, qtbot)
    assert (wish.items, wish.needs) == (1, ())


def test_no_more_than_the_branch_allows_and_all_can_be_reached(
    make_kiosk: KioskMaker, qtbot: QtBot
) -> None:
    kiosk = make_kiosk("city")
    profile = kiosk.client.profile
    assert profile is not None
    visit = profile.visit.model_copy(update={"needs_max": 2})
    kiosk.client.profile = profile.model_copy(update={"visit": visit})
    kiosk.client.profileChanged.emit(kiosk.client.profile)
    open_ways(kiosk, qtbot, profile="city")
    click(find(kiosk.window, "moreButtonNeeds"))
    seen = [each["key"] for each in kiosk.flow.needs.property("services")]
    click(find(kiosk.window, f"need-{seen[0]}"))
    click(find(kiosk.window, f"need-{seen[1]}"))
    assert kiosk.flow.more_needs == [seen[0]]
    while True:
        click(find(kiosk.window, "moreNeedsButton"))
        page = [each["key"] for each in kiosk.flow.needs.property("services")]
        if page[0] == seen[0]:
            break
        seen += page
    assert sorted([*seen, "cash"]) == sorted(each.id for each in profile.services)
