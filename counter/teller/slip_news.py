"""Slips that did not come out and devices that lack something: what a teller hears of them."""

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QObject, Signal, Slot

from shared.client.ports import Failure, LobbyClient
from shared.i18n import translate
from shared.protocol.lobby import LobbyView
from shared.protocol.printing import Reprint
from shared.protocol.trouble import DeviceTrouble, PrintView

#: What is asked for or under way is nobody's worry for so long.
PATIENCE = timedelta(seconds=30)
UNDER_WAY = frozenset({"requested", "started"})
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Worry:
    """The newest one that nobody at this desk has read; ``others`` more are like it."""

    what: PrintView | DeviceTrouble
    others: int = 0

    @property
    def ticket(self) -> str:
        """The ticket without a slip; empty where a device lacks something."""
        return self.what.ticket if isinstance(self.what, PrintView) else ""


class SlipNews(QObject):
    """What the snapshot lists, without what has been read here. Customers go before devices.

    Signals:
        changed(): ``worry`` may be another one.
    """

    changed = Signal()

    def __init__(self, client: LobbyClient) -> None:
        """Nothing has been read yet."""
        super().__init__()
        self._client = client
        self._listed: dict[Key, PrintView | DeviceTrouble] = {}
        self._read: set[Key] = set()
        client.lobbyChanged.connect(self._on_lobby)

    def stop(self) -> None:
        """Listen no longer."""
        self._client.lobbyChanged.disconnect(self._on_lobby)

    @property
    def worry(self) -> Worry | None:
        """What the notice says; None when there is nothing to say."""
        open_ones = [each for key, each in self._listed.items() if key not in self._read]
        return Worry(open_ones[0], len(open_ones) - 1) if open_ones else None

    def read(self) -> None:
        """All that is shown has been read; what comes anew is shown again."""
        self._read |= self._listed.keys()
        self.changed.emit()

    def print_again(self) -> None:
        """Ask for the slip of the ticket that is shown, at the kiosk that printed it first."""
        worry = self.worry
        if worry is None or not worry.ticket:
            return
        key = _key(worry.what)
        self._read.add(key)
        self._client.reprint(worry.ticket, Reprint()).then(
            lambda _ticket: None, lambda failure: self._refused(key, failure)
        )
        self.changed.emit()

    def _refused(self, key: Key, _failure: Failure) -> None:
        """It stands there again: somebody has to look."""
        self._read.discard(key)
        self.changed.emit()

    @Slot(object)
    def _on_lobby(self, lobby: LobbyView) -> None:
        listed: list[PrintView | DeviceTrouble] = [
            each
            for each in reversed(lobby.prints)
            if each.fate not in UNDER_WAY or lobby.now - each.at > PATIENCE
        ]
        listed += reversed(lobby.devices)
        self._listed = {_key(each): each for each in listed}
        self._read &= self._listed.keys()
        self.changed.emit()


def _key(each: PrintView | DeviceTrouble) -> Key:
    if isinstance(each, PrintView):
        return ("print", each.ticket, str(each.copy_no), each.fate)
    return ("device", each.device, *each.problems)


def sentence(worry: Worry, language: str) -> str:
    """Who waits without a slip and why, or what a device lacks; how many more there are."""
    what = worry.what
    if isinstance(what, PrintView):
        said = translate(
            "Teller",
            "%1 may have no slip: %2",
            what.number,
            reason_words(what.reason or what.fate, language),
            language=language,
        )
    else:
        reasons = ", ".join(reason_words(code, language) for code in what.problems)
        said = f"{what.name or what.device}: {reasons}"
    if not worry.others:
        return said
    more = translate("Teller", "and %n more", n=worry.others, language=language)
    return f"{said} · {more}"


def reason_words(code: str, language: str) -> str:
    """A code of a print or a device in words; one that is not known stays as it is."""
    return {
        "printer_near_end": translate("Devices", "paper ends soon", language=language),
        "printer_paper_out": translate("Devices", "no paper", language=language),
        "printer_cover_open": translate("Devices", "printer cover open", language=language),
        "printer_error": translate("Devices", "printer fault", language=language),
        "printer_offline": translate("Devices", "printer away", language=language),
        "printer_connection_lost": translate("Devices", "printer cut off", language=language),
        "printer_stalled": translate("Devices", "printer stuck", language=language),
        "printer_unknown": translate("Devices", "printer silent", language=language),
        "printer_silent": translate("Devices", "printer silent", language=language),
        "printer_mute": translate("Devices", "printer tells nothing", language=language),
        "printer_missing": translate("Devices", "no printer", language=language),
        "kiosk_stopped": translate("Devices", "the kiosk stopped", language=language),
        "requested": translate("Devices", "the kiosk has not begun", language=language),
        "started": translate("Devices", "the kiosk has not finished", language=language),
        "out_of_order": translate("Devices", "put out of order by staff", language=language),
        "numbers_missing": translate("Devices", "no numbers of its own", language=language),
    }.get(code, code)
