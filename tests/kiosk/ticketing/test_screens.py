"""Every screen in both languages and sizes: nothing cut off, nothing covered, large enough."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QTextLayout, QTextOption
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from shared.client.ports import Failure
from shared.protocol.lobby import RushView
from shared.protocol.triage import Way
from tests.kiosk.ticketing.conftest import Kiosk, KioskMaker
from tests.support import view
from tests.support.fake_door import CODE
from tests.support.qml import find, items

SCREENS = (
    "start", "closed", "group", "ticket", "printing", "paper_out", "ticket_away", "called", "turn",
    "refused", "rush", "hearing", "help", "away", "idle", "ways", "ways_four", "missing", "advice",
    "bookings", "needs", "slots", "telephone", "code", "booking", "booked", "note", "give_up",
)  # fmt: skip
MODES = [(language, large) for language in ("zh", "en") for large in (False, True)]
BOOKING_SCREENS = (
    "bookings", "slots", "telephone", "code", "booking", "booked", "note", "give_up"
)  # fmt: skip
WAYS_SCREENS = ("ways", "ways_four", "missing", "advice", "needs")
WAYS_MOST: tuple[Way, ...] = ("machine", "appointment", "later", "counter")
TARGET_MM = 20.0  # Colle and Hiszem 2004
ROUNDING_PX = 2.0
QT_MINIMUM_PX = 12
SMALLEST_FITTED_PX = (28, 42, 100)
SMALLEST_PX = 28  # LOOK tokens; 42 for body text


def open_screen(kiosk: Kiosk, screen: str, qtbot: QtBot) -> None:
    """Bring the kiosk to a screen."""
    flow, client = kiosk.flow, kiosk.client
    if screen == "group":
        flow.choose("group:2")
    if screen in OPENERS:
        OPENERS[screen](kiosk, screen, qtbot)
    if screen == "turn":
        window = view.forecast("cash").quotes[0].window
        client.answers["issue_ticket"] = view.issued("A027", window=window)
    if screen in {"ticket", "printing", "paper_out", "ticket_away", "called", "turn"}:
        flow.choose("cash")
        qtbot.waitUntil(lambda: flow.page == "ticket")
    if screen in {"printing", "paper_out"}:
        kiosk.program.printer.state_name = screen
        kiosk.program.printer.changed.emit()
    if screen == "called":
        flow.called_words = {"zh": "12 号窗口", "en": "counter 12"}
        flow.changed.emit()
    if screen == "help":
        flow.askHelp()
        qtbot.waitUntil(lambda: flow.help_state == "coming")
    if screen in {"away", "ticket_away"}:
        client.go(online=False)
    if screen == "idle":
        flow.togglePriority()
        flow.warning.start(20)


def open_access(kiosk: Kiosk, screen: str, qtbot: QtBot) -> None:
    """Many at the door; a customer who does not hear well."""
    if screen == "rush":
        rush = RushView(until=view.NOW + timedelta(minutes=9), cause="lead")
        kiosk.client.forecast = view.forecasts()
        kiosk.client.show(view.lobby(waiting=view.twelve_waiting(), rush=rush))
        return
    kiosk.flow.choose("cash")
    qtbot.waitUntil(lambda: kiosk.flow.page == "ticket")
    kiosk.flow.access.swapVisual()


def open_closed(kiosk: Kiosk, screen: str, qtbot: QtBot) -> None:
    """No tickets now: known before the touch, or only after it."""
    if screen == "closed":
        kiosk.client.show(view.lobby(is_open=False))
        return
    hours = ("09:00", "16:45")
    kiosk.client.answers["issue_ticket"] = Failure("branch_closed", "", params=hours)
    kiosk.flow.choose("cash")
    qtbot.waitUntil(lambda: kiosk.flow.page == "refused")


def open_booking(kiosk: Kiosk, screen: str, qtbot: QtBot) -> None:
    """Appointments."""
    flow, client = kiosk.flow, kiosk.client
    client.appointments[CODE] = view.appointment(state="no_show" if screen == "note" else "booked")
    flow.bookings.open()
    if screen in {"slots", "telephone", "booked"}:
        flow.bookings.choose("book-loan")
        qtbot.waitUntil(lambda: flow.page == "slots")
        flow.slots.chooseTime(flow.slots.property("times")[0]["key"])
    if screen in {"telephone", "booked"}:
        flow.slots.confirm()
        flow.keypad.key("1")
    if screen == "booked":
        flow.keypad.skip()
        qtbot.waitUntil(lambda: flow.page == "booked")
    if screen in {"code", "booking", "note", "give_up"}:
        flow.bookings.choose("code")
    if screen in {"booking", "note", "give_up"}:
        for letter in CODE:
            flow.keypad.key(letter)
        flow.keypad.ok()
        qtbot.waitUntil(lambda: flow.page in {"booking", "note"})
    if screen == "give_up":
        flow.bookings.giveUp()


def open_ways(kiosk: Kiosk, screen: str, qtbot: QtBot) -> None:
    """What to have ready, which way, and what lies behind."""
    flow, client = kiosk.flow, kiosk.client
    found: tuple[Way, ...] = ("machine", "counter") if screen in {"ways", "needs"} else WAYS_MOST
    client.forecast = view.forecast("cash")
    client.answers["triage"] = view.ways("cash", *found, profile="city", saves_min=12.0)
    flow.choose("cash")
    qtbot.waitUntil(lambda: flow.page == "ways")
    if screen == "needs":
        flow.needs.open()
        flow.needs.toggle("transfer")
    if screen == "missing":
        flow.ways.choose("missing")
        flow.ways.toggle("id-card")
    if screen == "advice":
        flow.ways.choose("machine")


OPENERS = (
    dict.fromkeys(BOOKING_SCREENS, open_booking)
    | dict.fromkeys(WAYS_SCREENS, open_ways)
    | dict.fromkeys(("closed", "refused"), open_closed)
    | dict.fromkeys(("rush", "hearing"), open_access)
)
TOUCHED = ["start", "group", "ticket", "help", "idle", *WAYS_SCREENS, *BOOKING_SCREENS]


def set_mode(kiosk: Kiosk, language: str, *, large: bool) -> None:
    """Switch, and let rows and columns find their places."""
    kiosk.program.language.set_current(language)
    kiosk.program.theme.set_large_type(large)
    for _ in range(3):
        for item in items(kiosk.window):
            item.ensurePolished()


def scene(item: QQuickItem) -> QRectF:
    """Where an item is in the window."""
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def is_whole(text: QQuickItem) -> bool:
    """Whether every word is there: laid out anew it needs no more lines than were drawn.

    Text.truncated is of no use: it stays true after a text was made smaller to fit.
    """
    font = QFont(text.property("font"))
    fitted = text.property("minimumPixelSize")  # 12 unless it may be made smaller to fit
    font.setPixelSize(fitted if fitted > QT_MINIMUM_PX else font.pixelSize())
    layout = QTextLayout(text.property("text"), font)
    option = QTextOption()
    option.setUseDesignMetrics(True)  # as QML does
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(text.width() + ROUNDING_PX)
        lines.append(line.naturalTextWidth())
    layout.endLayout()
    return (
        len(lines) <= text.property("maximumLineCount") and max(lines) <= text.width() + ROUNDING_PX
    )


def shown_texts(kiosk: Kiosk) -> list[QQuickItem]:
    """Every visible text that is not empty."""
    return [
        each
        for each in items(kiosk.window)
        if each.inherits("QQuickText") and each.isVisible() and each.property("text")
    ]


@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_is_cut_off_in_any_language_or_size(
    screen: str, make_kiosk: KioskMaker, qtbot: QtBot
) -> None:
    kiosk = make_kiosk("city")
    open_screen(kiosk, screen, qtbot)
    window = QRectF(0, 0, 1080, 1920)
    for language, large in MODES:
        set_mode(kiosk, language, large=large)
        for text in shown_texts(kiosk):
            said = f"{language} {large}: {text.property('text')}"
            assert is_whole(text), said
            assert window.contains(scene(text)), said
            assert QFont(text.property("font")).pixelSize() >= SMALLEST_PX, said
            assert text.property("minimumPixelSize") in {QT_MINIMUM_PX, *SMALLEST_FITTED_PX}, said


@pytest.mark.parametrize(
    "screen", ["ticket", "printing", "paper_out", "ticket_away", "called", "turn"]
)
def test_the_tickets_parts_do_not_cover_each_other(
    screen: str, make_kiosk: KioskMaker, qtbot: QtBot
) -> None:
    kiosk = make_kiosk("city")
    open_screen(kiosk, screen, qtbot)
    for language, large in MODES:
        set_mode(kiosk, language, large=large)
        body_bottom = scene(find(kiosk.window, "ticketBody")).bottom()
        assert body_bottom <= scene(find(kiosk.window, "ticketButtons")).top(), (language, large)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize(
    "screen", ["start", "group", "ticket", "help", "idle", *WAYS_SCREENS, *BOOKING_SCREENS]
)
def test_everything_touchable_is_20_mm_and_low_enough(
    screen: str, large: bool, make_kiosk: KioskMaker, qtbot: QtBot
) -> None:
    kiosk = make_kiosk("city")
    open_screen(kiosk, screen, qtbot)
    set_mode(kiosk, "zh", large=large)
    assert kiosk.client.profile is not None
    table = kiosk.client.profile.kiosk
    mm_per_px = table.panel_width_mm / 1080
    buttons = [
        each
        for each in items(kiosk.window)
        if each.inherits("QQuickAbstractButton") and each.isVisible() and each.isEnabled()
    ]
    assert len(buttons) >= 4
    for button in buttons:
        where = scene(button)
        name = button.objectName()
        assert where.width() * mm_per_px >= TARGET_MM, name
        assert where.height() * mm_per_px >= TARGET_MM, name
        assert where.top() >= 712, f"{name} is above the touch zone"
