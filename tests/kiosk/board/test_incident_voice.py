"""An incident is told aloud when it begins and again from time to time, never twice at once."""

from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from kiosk.board.incident_voice import IncidentVoice
from kiosk.board.voice.announcer import Announcer
from kiosk.board.voice.joiner import to_wav
from shared.config.board_tables import VoiceTable
from shared.config.load import load_profile
from shared.protocol.incident import IncidentView
from tests.kiosk.board.voice.test_announcer import HandSink
from tests.support import view
from tests.support.fake_client import FakeClient


def incident(name: str, reason: str) -> IncidentView:
    """Something that began seven minutes ago."""
    since = view.NOW - timedelta(minutes=7)
    return IncidentView(id=name, reason=reason, services=("cash",), since=since)


class Hall:
    """An incident voice whose watch the test moves."""

    def __init__(self, every_min: float) -> None:
        voice = VoiceTable(incident_every_min=every_min)
        profile = load_profile("neighbourhood").model_copy(update={"voice": voice})
        self.client = FakeClient(profile, view.lobby())
        self.now_s = 0.0
        self.heard: list[str] = []
        sink = HandSink()
        announcer = Announcer(sink, lambda _: to_wav(b""), shortest_ms=0)
        announcer.announcing.connect(lambda a: self.heard.append(a.reason))
        announcer.announcing.connect(lambda _: sink.finished.emit(True))
        sink.play = lambda wav: announcer.stop()  # type: ignore[method-assign]  # over at once
        self.voice = IncidentVoice(self.client, announcer, lambda: self.now_s)

    def at(self, seconds: float, *incidents: IncidentView) -> list[str]:
        """What has been said by this second, while these incidents go on."""
        self.now_s = seconds
        self.client.lobby = view.lobby(incidents=incidents)
        self.voice.look()
        return self.heard


def test_once_at_its_beginning_and_again_every_ten_minutes(qapp: QCoreApplication) -> None:
    hall, power = Hall(10), incident("i1", "power")
    seen = [list(hall.at(at_s, power)) for at_s in (0, 1, 599, 600, 601, 1200)]
    assert [len(each) for each in seen] == [1, 1, 1, 2, 2, 3]


def test_a_second_one_has_its_own_announcement(qapp: QCoreApplication) -> None:
    hall, power, cash = Hall(10), incident("i1", "power"), incident("i2", "cash")
    hall.at(0, power)
    assert hall.at(60, power, cash) == ["power", "cash"]


def test_one_that_is_over_and_comes_again_is_told_again(qapp: QCoreApplication) -> None:
    hall, power = Hall(0), incident("i1", "power")
    hall.at(0, power)
    assert hall.at(3600, power) == ["power"]  # 0: only once
    hall.at(3601)
    assert hall.at(3602, power) == ["power", "power"]


def test_before_there_is_a_profile_nothing_is_said(qapp: QCoreApplication) -> None:
    hall = Hall(10)
    hall.client.profile = None
    assert hall.at(0, incident("i1", "power")) == []
