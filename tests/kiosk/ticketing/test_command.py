"""The command: options, and what a person at a terminal is told."""

import pytest
import typer
from PySide6.QtCore import QCoreApplication, QTimer
from pytestqt.qtbot import QtBot
from typer.testing import CliRunner

from kiosk.printing.errors import PrinterAddressInvalid
from kiosk.ticketing.command import kiosk
from shared.i18n import LanguageUnknown

NOWHERE = "http://127.0.0.1:1"


def test_help_names_the_options() -> None:
    app = typer.Typer()
    app.command()(kiosk)
    told = CliRunner().invoke(app, ["--help"], env={"COLUMNS": "100", "NO_COLOR": "1"})
    assert told.exit_code == 0
    for option in ("--server", "--branch", "--key", "--language", "--windowed", "--self-test"):
        assert option in told.output


def test_a_printer_that_cannot_be_read_is_refused(qtbot: QtBot) -> None:
    with pytest.raises(PrinterAddressInvalid):
        kiosk(server=NOWHERE, windowed=True, printer="tcp:/lost-a-slash")


def test_a_language_that_is_not_there_is_refused(qtbot: QtBot) -> None:
    with pytest.raises(LanguageUnknown):
        kiosk(server=NOWHERE, windowed=True, language="fr")


def test_it_opens_without_a_server_and_ends_with_its_window(qtbot: QtBot) -> None:
    QTimer.singleShot(300, QCoreApplication.quit)
    kiosk(server=NOWHERE, windowed=True)
