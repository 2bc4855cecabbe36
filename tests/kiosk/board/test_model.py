"""The board's state: rows at once, the big row in turn, the server's snapshot in the end."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication

from kiosk.board.model import BoardModel
from kiosk.board.voice.announcer import Announcer
from kiosk.board.voice.joiner import to_wav
from shared.config.board_tables import NoticeTable, QuietTable, VoiceTable
from shared.config.load import load_profile
from shared.config.profile import Text
from shared.protocol.event import EventView
from shared.protocol.forecast import Expected, ForecastView, Window
from shared.protocol.incident import IncidentView
from tests.kiosk.board.stream import CALLED, RECALLED, Server, event
from tests.kiosk.board.voice.test_announcer import HandSink, settle
from tests.support import view
from tests.support.fake_client import FakeClient


class Hall:
    """A board without a window: client, loudspeaker, model."""

    def __init__(self, client: FakeClient | None = None) -> None:
        self.client = client or FakeClient(lobby=view.lobby(sequence=0))
        self.sink = HandSink()
        self.announcer = Announcer(self.sink, lambda _: to_wav(b""), shortest_ms=0)
        self.now_s = 0.0
        self.model = BoardModel(self.client, self.announcer, lambda: self.now_s)
        self.flashes: list[str] = []
        self.model.flash.connect(lambda: self.flashes.append(self.hero))

    def read(self, name: str) -> Any:
        """A property as QML reads it."""
        return self.model.property(name)

    @property
    def hero(self) -> str:
        """The number in the big row."""
        return str(self.read("hero")["number"])

    @property
    def rows(self) -> list[str]:
        """The numbers below it."""
        return [row["number"] for row in self.read("rows")]

    def spoken(self) -> None:
        """The present sound ends."""
        self.sink.end()
        settle()


def test_what_was_called_before_the_board_started_stands_there_silently(
    qapp: QCoreApplication,
) -> None:
    calls = tuple(view.call(n, sequence=100 - i) for i, n in enumerate(["A4", "A3", "A2", "A1"]))
    hall = Hall(FakeClient(lobby=view.lobby(recent_calls=calls)))
    assert (hall.hero, hall.rows) == ("A4", ["A3", "A2", "A1"])
    assert (hall.flashes, hall.sink.played) == ([], [])


def test_before_the_first_contact_there_is_nothing_and_no_harm(qapp: QCoreApplication) -> None:
    client = FakeClient()
    client.lobby = client.profile = None
    client.last_contact = None
    hall = Hall(client)
    assert (hall.hero, hall.rows, hall.read("waiting")) == ("", [], 0)
    assert not hall.read("hasData")
    assert hall.read("bank") == {"zh": "", "en": ""}
    assert hall.read("lastContact") == ""
    client.profile = load_profile("city")
    client.profileChanged.emit(client.profile)
    client.show(view.lobby(recent_calls=(view.call("V1", "vip"),)))
    assert hall.read("bank") == {"zh": "示例银行", "en": "Example Bank"}
    assert hall.read("hero")["place"] == {"zh": "贵宾室", "en": "VIP room"}


def test_calls_that_come_together_stand_in_the_rows_at_once_and_are_announced_in_turn(
    qapp: QCoreApplication,
) -> None:
    hall, server = Hall(), Server()
    for number in ("A1", "A2", "A3", "A4"):
        hall.client.push(server.happens(CALLED, number))
    assert (hall.hero, hall.rows) == ("A1", ["A4", "A3", "A2"])
    seen = [hall.hero]
    for _ in range(3):
        hall.spoken()
        seen.append(hall.hero)
    assert seen == hall.flashes == ["A1", "A2", "A3", "A4"]
    assert hall.rows == ["A3", "A2", "A1"]


def test_a_recall_is_announced_and_flashes_again(qapp: QCoreApplication) -> None:
    hall, server = Hall(), Server()
    hall.client.push(server.happens(CALLED, "A1", "2"))
    hall.spoken()
    hall.client.push(server.happens(CALLED, "A2", "3"))
    hall.spoken()
    hall.client.push(server.happens(RECALLED, "A1", "2"))
    assert (hall.hero, hall.rows) == ("A1", ["A2"])
    assert hall.flashes == ["A1", "A2", "A1"]


@pytest.mark.parametrize(
    "end", ["started", "closed", "held", "transferred", "deferred", "cancelled", "no_show"]
)
def test_a_call_that_waits_is_dropped_when_it_is_over(qapp: QCoreApplication, end: str) -> None:
    hall, server = Hall(), Server()
    for number in ("A1", "A2", "A3"):
        hall.client.push(server.happens(CALLED, number))
    hall.client.push(server.happens(f"ticket.{end}", "A2"))
    hall.spoken()
    assert hall.flashes == ["A1", "A3"]


def test_when_all_that_waited_was_dropped_the_newest_call_stands_in_the_big_row(
    qapp: QCoreApplication,
) -> None:
    hall, server = Hall(), Server()
    hall.client.push(server.happens(CALLED, "A1"))
    hall.client.push(server.happens(CALLED, "A2"))
    hall.client.push(server.happens("ticket.started", "A2"))
    hall.spoken()
    assert (hall.hero, hall.flashes) == ("A2", ["A1"])


@pytest.mark.parametrize(
    ("seconds_ago", "rate", "is_announced"),
    [
        (119.0, 1.0, True),
        (121.0, 1.0, False),
        (121.0, 60.0, True),
        (7201.0, 60.0, False),
        (121.0, 0.0, False),
    ],
)
def test_a_call_from_a_long_outage_is_shown_but_not_announced(
    qapp: QCoreApplication, seconds_ago: float, rate: float, is_announced: bool
) -> None:
    """Two minutes are real ones: in a time-lapse they last two hours of the branch."""
    hall = Hall(FakeClient(lobby=view.lobby(sequence=0, clock_rate=rate)))
    hall.client.push(event(1, CALLED, "A1", seconds_ago=seconds_ago))
    assert (hall.hero, bool(hall.flashes)) == ("A1", is_announced)


@given(
    st.lists(
        st.tuples(
            st.sampled_from([CALLED, CALLED, RECALLED, "ticket.closed", "ticket.no_show"]),
            st.sampled_from(["A001", "A002", "B001", "P001", "V001"]),
            st.sampled_from(["nothing", "spoken", "snapshot"]),
        ),
        max_size=25,
    )
)
@settings(max_examples=50, deadline=None)
def test_the_board_ends_exactly_at_the_servers_snapshot(day: list[tuple[str, str, str]]) -> None:
    hall, server = Hall(), Server()
    for kind, number, then in day:
        hall.client.push(server.happens(kind, number))
        if then == "spoken":
            hall.spoken()
        elif then == "snapshot":
            hall.client.show(server.snapshot())
    hall.client.show(server.snapshot(waiting=view.twelve_waiting()))
    for _ in day:
        hall.spoken()
    distinct = list(dict.fromkeys(call.number for call in server.calls))
    assert [hall.hero, *hall.rows] == (distinct or [""])[:4]
    assert hall.read("waiting") == 12
    assert hall.announcer.current is None


def test_the_clock_and_the_last_contact(qapp: QCoreApplication) -> None:
    hall = Hall()
    hall.client.advance(61)
    hall.client.last_contact = view.NOW + timedelta(seconds=59)
    hall.model.tick()
    assert (hall.read("clock"), hall.read("lastContact")) == ("10:13", "10:12:59")
    assert hall.read("day") == {"zh": "11月24日 周二", "en": "Tue 24 Nov"}


def test_stale_after_real_seconds_without_a_byte_and_the_board_keeps_what_it_knows(
    qapp: QCoreApplication,
) -> None:
    hall = Hall(FakeClient(lobby=view.lobby(recent_calls=(view.call("A026"),))))
    hall.model.tick()
    hall.now_s = 4.6
    hall.client.go(False)
    hall.model.tick()
    assert (hall.read("isStale"), hall.read("stoppedAt")) == (True, "10:12")
    assert (hall.hero, hall.read("waiting")) == ("A026", 0)
    hall.client.last_contact = view.NOW + timedelta(seconds=20)
    hall.model.tick()
    assert not hall.read("isStale")


def test_a_clock_that_stands_is_no_lost_contact(qapp: QCoreApplication) -> None:
    """A rehearsal may hold the branch's clock; the line is lost only when the client says so."""
    hall = Hall(FakeClient(lobby=view.lobby(clock_rate=0.0)))
    seen = []
    for online in (True, False):
        hall.client.go(online)
        hall.now_s += 5.0
        hall.model.tick()
        seen.append(hall.read("isStale"))
    assert seen == [False, True]


def test_silence_is_told(qapp: QCoreApplication) -> None:
    hall = Hall()
    assert not hall.read("isSilent")
    hall.client.push(event(1, CALLED, "A1"))
    hall.sink.end(is_played=False)
    assert hall.read("isSilent")


def test_the_time_to_come_is_the_profiles(qapp: QCoreApplication) -> None:
    hall = Hall()
    assert hall.read("comeWithinS") == 120


def test_a_server_that_may_not_decide_tells_how_it_was(qapp: QCoreApplication) -> None:
    hall = Hall(FakeClient(lobby=view.lobby(recent_calls=(view.call("A026"),))))
    hall.model.tick()
    hall.client.listen("stand_in", in_charge=False)
    hall.now_s = 4.6
    hall.client.last_contact = view.NOW + timedelta(seconds=4)
    hall.model.tick()
    assert (hall.read("isStale"), hall.read("stoppedAt")) == (True, "10:12")
    hall.client.listen("stand_in")
    hall.model.tick()
    assert not hall.read("isStale")


def test_an_old_call_that_a_log_learns_late_is_not_announced(qapp: QCoreApplication) -> None:
    hall = Hall()
    late = event(5, number="A030", seconds_ago=540).model_copy(update={"recorded_at": view.NOW})
    hall.client.push(late)
    assert hall.flashes == []
    assert hall.hero == "A030"  # shown, as every call; not drawn attention to


def test_the_call_of_who_does_not_hear_is_shown_three_times(qapp: QCoreApplication) -> None:
    hall = Hall()
    data = {"segment": "ordinary", "language": "en", "is_visual": True}
    told = event(1, "ticket.issued", "A001").model_copy(update={"data": data})
    hall.client.push(told)
    hall.client.push(event(2, CALLED, "A001"))
    for _ in range(4):
        hall.spoken()
    assert hall.flashes == ["A001"] * 3


def hiding(*segments: str) -> FakeClient:
    """A branch whose profile keeps these groups off the common board."""
    profile = load_profile("neighbourhood")
    board = profile.board.model_copy(update={"hidden_segments": segments})
    return FakeClient(profile.model_copy(update={"board": board}), view.lobby(sequence=0))


def issued(sequence: int, number: str, segment: str) -> EventView:
    """Somebody of a group takes a ticket."""
    data = {"segment": segment, "language": "en"}
    return event(sequence, "ticket.issued", number).model_copy(update={"data": data})


def test_a_group_may_be_kept_off_the_common_board(qapp: QCoreApplication) -> None:
    """Neither shown nor spoken, not even when its call comes before any snapshot."""
    hall = Hall(hiding("key"))
    hall.client.push(issued(1, "V001", "key"))
    hall.client.push(issued(2, "A001", "ordinary"))
    hall.client.push(event(3, CALLED, "V001", "2"))
    hall.client.push(event(4, CALLED, "A001", "1"))
    assert (hall.hero, hall.rows, hall.flashes) == ("A001", [], ["A001"])
    assert len(hall.sink.played) == 1


def test_who_is_hidden_does_not_stand_in_the_line_either(qapp: QCoreApplication) -> None:
    hall = Hall(hiding("priority"))
    called = view.call("P001").model_copy(update={"segment": "priority"})
    hall.client.show(
        view.lobby(waiting=view.twelve_waiting(), recent_calls=(called, view.call("A001")))
    )
    assert (hall.hero, hall.rows, hall.read("waiting")) == ("A001", [], 11)
    assert [row["number"] for row in hall.read("nextRows")] == ["A021", "A022", "B008", "A023"]
    assert [row["letter"] for row in hall.read("series")] == ["A", "B", "C"]


def test_a_forecast_gives_the_next_ones_their_times(qapp: QCoreApplication) -> None:
    hall = Hall(FakeClient(lobby=view.lobby(waiting=view.twelve_waiting())))
    assert [row["about"] for row in hall.read("nextRows")] == [""] * 4
    at = view.NOW + timedelta(minutes=2)
    window = Window(earliest_at=at, likely_at=at, latest_at=at)
    told = (Expected(ticket="t-p003", number="P003", window=window),)
    hall.client.forecast = ForecastView(sequence=100, at=view.NOW, waiting=told)
    hall.client.forecastChanged.emit(hall.client.forecast)
    assert [row["about"] for row in hall.read("nextRows")] == ["10:14", "", "", ""]


def test_notices_take_turns(qapp: QCoreApplication) -> None:
    words = [Text(zh=f"通知{n}", en=f"Notice {n}") for n in (1, 2)]
    profile = load_profile("neighbourhood")
    noted = tuple(NoticeTable(text=text, ends="10:13") for text in words)
    hall = Hall(FakeClient(profile.model_copy(update={"notices": noted})))
    seen = []
    for at_s in (0.0, 11.9, 12.0, 24.0):
        hall.now_s = at_s
        seen.append(hall.read("notice")["en"])
    assert seen == ["Notice 1", "Notice 1", "Notice 2", "Notice 1"]
    assert hall.read("layout")["strip"]["height"] == 96
    hall.client.advance(60)
    hall.model.tick()
    assert (hall.read("notice"), hall.read("layout")["strip"]["height"]) == (
        {"zh": "", "en": ""},
        0,
    )


def test_the_next_news_move_with_the_clock(qapp: QCoreApplication) -> None:
    services = tuple(service.id for service in load_profile("neighbourhood").services)
    since = view.NOW - timedelta(minutes=7)
    incident = IncidentView(id="i", reason="system", services=services, since=since)
    hall = Hall(FakeClient(lobby=view.lobby(incidents=(incident,))))
    assert (hall.read("incident")["kind"], hall.read("incident")["newsAt"]) == ("page", "10:20")
    hall.client.advance(8 * 60)
    hall.model.tick()
    assert hall.read("incident")["newsAt"] == "10:35"
    hall.client.show(view.lobby())
    assert hall.read("incident")["kind"] == ""
    hall.announcer.stop()


def test_an_incident_is_told_aloud_and_no_number_is_called_by_it(qapp: QCoreApplication) -> None:
    incident = IncidentView(id="i", reason="power", services=("cash",), since=view.NOW)
    hall = Hall(FakeClient(lobby=view.lobby(recent_calls=(view.call("A026"),))))
    hall.client.show(view.lobby(recent_calls=(view.call("A026"),), incidents=(incident,)))
    assert (len(hall.sink.played), hall.hero, hall.flashes) == (1, "A026", [])
    assert not hall.read("isCalling")
    hall.client.push(event(101, CALLED, "A027"))
    assert hall.hero == "A027"  # shown at once, as every call; its announcement waits
    hall.spoken()
    assert hall.flashes == ["A027"]
    hall.announcer.stop()


def test_quiet_hours_are_told(qapp: QCoreApplication) -> None:
    profile = load_profile("neighbourhood")
    quiet = VoiceTable(quiet=(QuietTable(begins="10:00", ends="10:13"),))
    hall = Hall(FakeClient(profile.model_copy(update={"voice": quiet})))
    assert hall.read("isQuiet")
    hall.client.advance(60)
    assert not hall.read("isQuiet")
