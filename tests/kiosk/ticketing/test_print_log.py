"""What became of slips outlives the program, and a print that was cut off is not forgotten."""

from datetime import timedelta
from pathlib import Path

from kiosk.ticketing.print_log import FILE, KEPT_FOR, STOPPED, PrintLog
from shared.protocol.printing import PrintEnd
from tests.support.view import NOW


def end(ticket: str, fate: str = "done", reason: str = "", minutes: int = 0) -> PrintEnd:
    at = NOW + timedelta(minutes=minutes)
    return PrintEnd.model_validate({"ticket": ticket, "at": at, "fate": fate, "reason": reason})


def test_what_ended_is_told_by_the_next_run(tmp_path: Path) -> None:
    log = PrintLog(tmp_path)
    log.begin("a", 1, NOW)
    log.end(end("a"))
    log.save()
    assert PrintLog(tmp_path).ended == [end("a")]


def test_a_print_that_was_under_way_when_the_kiosk_stopped_is_unknown(tmp_path: Path) -> None:
    log = PrintLog(tmp_path)
    log.begin("a", 1, NOW)
    log.save()
    assert PrintLog(tmp_path).ended == [end("a", "unknown", STOPPED)]


def test_what_a_server_has_is_forgotten(tmp_path: Path) -> None:
    log = PrintLog(tmp_path)
    log.end(end("a"))
    log.end(end("b", "failed", "printer_error", minutes=1))
    log.forget([end("a")])
    log.save()
    assert PrintLog(tmp_path).ended == [end("b", "failed", "printer_error", minutes=1)]


def test_what_is_too_old_to_help_anybody_goes() -> None:
    log = PrintLog(None)
    log.end(end("a"))
    log.end(end("b", minutes=KEPT_FOR // timedelta(minutes=1)))
    assert [each.ticket for each in log.ended] == ["b"]


def test_a_file_that_cannot_be_read_does_not_stop_the_kiosk(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("{")
    assert PrintLog(tmp_path).ended == []


def test_a_folder_that_cannot_be_written_does_not_stop_the_printing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    log = PrintLog(tmp_path / "file")
    log.end(end("a"))
    log.save()
    assert log.ended == [end("a")]
