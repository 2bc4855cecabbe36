"""A kiosk whose picture is taken."""

from kiosk.ticketing.program import KioskProgram
from kiosk.ticketing.selftest.client import StillSpeaker
from shared.config.load import load_profile
from shared.protocol.triage import Way
from tests.shots.waiting import until
from tests.support import view
from tests.support.fake_client import FakeClient
from tests.support.kiosk_walk import take_ticket

NEVER_MS = 3_600_000


class Kiosk:
    """A kiosk on a fake client; its seconds stand still."""

    def __init__(self, language: str, profile: str, own: str, *, speaks: bool = False) -> None:
        self.client = FakeClient(load_profile(profile))
        self.client.memory.note(phone_base="http://branch.example.com/t/")
        options = {"language": language, "fullscreen": "0", "offline": own, "holder": "k"}
        speaker = StillSpeaker() if speaks else None
        self.program = KioskProgram(self.client, options, second_ms=NEVER_MS, speaker=speaker)
        self.flow = self.program.flow
        self.program.show()

    def take_ticket(self, service: str = "cash") -> None:
        """One touch, one ticket."""
        take_ticket(self.flow, service, until)

    def print_state(self, state: str, share: float = 0.0) -> None:
        """What the printer says, without a printer."""
        printer = self.program.printer
        printer.state_name, printer.share_sent = state, share
        printer.changed.emit()

    def ways(self, service: str, *found: Way, saves_min: float | None = None) -> None:
        """A service with its ways, and a forecast of it."""
        self.client.forecast = view.forecast(service)
        self.client.forecastChanged.emit(self.client.forecast)
        self.client.answers["triage"] = view.ways(service, *found, saves_min=saves_min)
        self.flow.choose(service)
        until(lambda: self.flow.page == "ways")
