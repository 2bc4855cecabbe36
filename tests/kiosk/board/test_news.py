"""Incidents and notices for the board: what, until when, and always a time."""

from datetime import timedelta

import pytest

from kiosk.board.news import incident_of, next_news, notices_now
from shared.config.board_tables import NoticeTable
from shared.config.load import load_profile
from shared.config.profile import Profile, Text
from shared.protocol.incident import IncidentView
from shared.protocol.lobby import LobbyView, NoticeView, SuspendedService
from tests.support import view
from tests.support.view import NOW

PROFILE = load_profile("neighbourhood")
EVERYTHING = tuple(service.id for service in PROFILE.services)
SINCE = NOW - timedelta(minutes=7)


def suspended(*services: str, reason: str = "system") -> LobbyView:
    """A lobby in which an incident suspends these services."""
    incident = IncidentView(id=f"i-{reason}", reason=reason, services=services, since=SINCE)
    return view.lobby(
        incidents=(incident,),
        suspended=tuple(
            SuspendedService(service=service, reason=reason, since=SINCE) for service in services
        ),
    )


def test_nothing_goes_on() -> None:
    assert incident_of(view.lobby(), PROFILE, NOW) is None
    assert incident_of(None, PROFILE, NOW) is None


def test_most_services_are_away_what_is_open_and_what_is_not() -> None:
    found = incident_of(suspended("cash", "transfer", "account", "wealth"), PROFILE, NOW)
    assert found is not None
    assert (found.is_page, found.title["en"]) == (True, "Banking system down")
    assert found.shut_services == {
        "zh": "存款取款、开户办卡、转账汇款，另 1 项",
        "en": "Cash in or out, Accounts and cards, Transfers and 1 more",
    }
    assert found.open_services["en"] == "Lost card or PIN, Something else"
    assert (found.since, found.news_at) == (SINCE, NOW + timedelta(minutes=8))


def test_a_single_service_leaves_the_calls_on_the_board() -> None:
    found = incident_of(suspended("wealth"), PROFILE, NOW)
    assert found is not None
    assert not found.is_page


def test_the_whole_branch() -> None:
    found = incident_of(suspended(*EVERYTHING), PROFILE, NOW)
    assert found is not None
    assert (found.open_services, found.shut_services) == (
        {"zh": "", "en": ""},
        {"zh": "全部业务", "en": "all services"},
    )


def test_what_people_have_to_do_comes_before_what_is_older() -> None:
    system, evacuation = suspended("cash"), suspended("wealth", reason="evacuation")
    later = evacuation.incidents[0].model_copy(update={"since": NOW})
    both = system.model_copy(update={"incidents": (*system.incidents, later)})
    found = incident_of(both, PROFILE, NOW)
    assert found is not None
    assert (found.reason, found.is_page) == ("evacuation", True)
    assert found.to_do["en"] == "Please leave now. Our staff show the way"


def test_an_incident_that_the_profile_does_not_know_has_no_words_but_a_time() -> None:
    found = incident_of(suspended(*EVERYTHING, reason="flood"), PROFILE, NOW)
    assert found is not None
    assert (found.title, found.is_page) == ({"zh": "", "en": ""}, True)


@pytest.mark.parametrize(
    ("minutes", "every_min", "expected"),
    [(0, 15, 15), (14.9, 15, 15), (15, 15, 30), (16, 15, 30), (61, 20, 80), (-3, 15, 15)],
)
def test_the_next_news_lie_ahead(minutes: float, every_min: int, expected: int) -> None:
    start = NOW.replace(second=0)
    told = next_news(start, start + timedelta(minutes=minutes), every_min)
    assert told == start + timedelta(minutes=expected)


def with_notices(*notices: NoticeTable) -> Profile:
    """The neighbourhood branch with notices."""
    return PROFILE.model_copy(update={"notices": notices})


@pytest.mark.parametrize(
    ("times", "is_shown"),
    [
        ({}, True),
        ({"from_day": "2026-11-24", "until_day": "2026-11-24"}, True),
        ({"from_day": "2026-11-25"}, False),
        ({"until_day": "2026-11-23"}, False),
        ({"begins": "10:12"}, True),
        ({"begins": "10:13"}, False),
        ({"ends": "10:12"}, False),
        ({"ends": "10:13"}, True),
    ],
)
def test_a_notice_is_shown_on_its_days_in_its_hours(times: dict[str, str], is_shown: bool) -> None:
    """It is 10:12 on the 24th."""
    notice = NoticeTable.model_validate({"text": Text(zh="通知", en="Notice")} | times)
    shown = [{"zh": "通知", "en": "Notice"}] if is_shown else []
    assert notices_now(with_notices(notice), None, NOW) == shown


def test_without_a_profile_there_is_nothing_to_say() -> None:
    assert notices_now(None, None, NOW) == []


def test_what_somebody_put_up_stands_first_and_comes_down_by_itself() -> None:
    def words(name: str) -> NoticeTable:
        return NoticeTable(id=name, text=Text(zh=name, en=name))

    profile = with_notices(
        NoticeTable(text=Text(zh="always", en="always")), words("van"), words("drill")
    )
    assert [each["en"] for each in notices_now(profile, view.lobby(), NOW)] == ["always"]
    until = NOW + timedelta(minutes=5)
    put_up = tuple(NoticeView(notice=name, until=until) for name in ("van", "drill", "gone"))
    lobby = view.lobby(notices=put_up)
    assert [each["en"] for each in notices_now(profile, lobby, NOW)] == ["drill", "van", "always"]
    assert [each["en"] for each in notices_now(profile, lobby, until)] == ["always"]
