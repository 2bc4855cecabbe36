"""The real Qt client and the real server over TLS, with the right authority and a wrong one."""

import stat
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from shared.client import run
from shared.client.enrolment import (
    EnrolledAsOther,
    KeyNotKept,
    NotEnrolled,
    enrol,
    kept_key,
    key_file,
)
from shared.client.heartbeat import Pulse
from shared.client.ports import Failure
from shared.client.rest import RestClient
from shared.client.trust import qt_configuration_of
from shared.config.trust import ServerUntrusted, context_of
from shared.domain.errors import FileUnreadable, ServerUnreachable
from shared.protocol.command import IssueTicket
from shared.server.tls import TlsFiles
from shared.server.tls_issue import Issued, issue
from tests.support.server import RunningServer, running_server

CODE = "ACDEFGHJ"
NOW = datetime.now(UTC)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Issued:
    return issue(tmp_path_factory.mktemp("tls"), ["127.0.0.1"], NOW)


@pytest.fixture(scope="module")
def other_ca(tmp_path_factory: pytest.TempPathFactory) -> str:
    """An authority of the same name that has signed nothing here."""
    return str(issue(tmp_path_factory.mktemp("other"), ["127.0.0.1"], NOW).ca)


@pytest.fixture
def secure(tmp_path: Path, made: Issued) -> Iterator[RunningServer]:
    with running_server(tmp_path, tls=TlsFiles(made.cert, made.key)) as server:
        yield server


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder of the test's own."""
    monkeypatch.setenv("LOBBY_STATE_DIR", str(tmp_path / "state"))
    return tmp_path / "state"


def invite(server: RunningServer, code: str = CODE, role: str = "kiosk") -> None:
    house = server.house
    house.invitations.invite(house.pseudonyms.invitation(code), role, "door", datetime.now(UTC))


@pytest.mark.end2end
def test_ticket_and_its_event_over_tls(secure: RunningServer, made: Issued, qtbot: QtBot) -> None:
    assert secure.base_url.startswith("https://")
    client = RestClient(secure.base_url, secure.keys["kiosk"], ca=str(made.ca))
    kinds: list[str] = []
    client.eventArrived.connect(lambda event: kinds.append(event.kind))
    client.start()
    qtbot.waitUntil(lambda: client.is_online)
    numbers: list[str] = []
    client.issue_ticket(IssueTicket(service="cash")).then(lambda t: numbers.append(t.number))
    qtbot.waitUntil(lambda: numbers == ["A001"] and kinds == ["ticket.issued"])
    client.stop()


@pytest.mark.end2end
@pytest.mark.parametrize("which", ["other", "machine"])
def test_wrong_authority_is_refused_with_a_sentence(
    secure: RunningServer, other_ca: str, qtbot: QtBot, which: str
) -> None:
    ca = other_ca if which == "other" else ""
    client = RestClient(secure.base_url, secure.keys["kiosk"], secure.branch, ca=ca)
    with qtbot.waitSignal(client.troubled) as trouble:
        client.start()
    assert trouble.args is not None
    assert (trouble.args[0].code, trouble.args[0].is_unreachable) == ("server_untrusted", False)
    assert trouble.args[0].params[0] == secure.base_url
    failures: list[Failure] = []
    client.issue_ticket(IssueTicket(service="cash")).then(print, failures.append)
    qtbot.waitUntil(lambda: len(failures) == 1, timeout=10_000)
    assert failures[0].code == "server_untrusted"
    assert not client.is_online
    client.stop()


def test_code_becomes_a_key_that_is_kept(secure: RunningServer, made: Issued, qtbot: QtBot) -> None:
    invite(secure)
    place = (secure.base_url, "", "")
    connection = run.connect("kiosk", *place, ca=str(made.ca), code="acde-fghj")
    assert secure.house.devices.by_key(connection.key) is not None
    assert stat.S_IMODE(key_file("kiosk").stat().st_mode) == 0o600
    assert run.connect("kiosk", *place).key == connection.key
    assert run.connect("kiosk", secure.base_url, "", "given").key == "given"
    assert kept_key("board") == ""
    with pytest.raises(NotEnrolled, match="was used already"):
        enrol("kiosk", secure.base_url, secure.branch, CODE, str(made.ca))
    assert kept_key("kiosk") == connection.key  # the old key is kept where the new code is none


def test_enrolling_at_a_server_that_is_none(secure: RunningServer, other_ca: str) -> None:
    invite(secure)
    with pytest.raises(ServerUntrusted, match="cannot prove who it is"):
        enrol("kiosk", secure.base_url, "", CODE, other_ca)
    with pytest.raises(ServerUnreachable):
        enrol("kiosk", "http://127.0.0.1:9", "", CODE)
    with pytest.raises(FileUnreadable):
        enrol("kiosk", secure.base_url, "", CODE, "/nowhere/ca.pem")


def test_code_of_another_kind_of_device(secure: RunningServer, made: Issued) -> None:
    invite(secure, role="board")
    with pytest.raises(EnrolledAsOther, match="for a board, and this program is a kiosk"):
        enrol("kiosk", secure.base_url, "", CODE, str(made.ca))
    assert kept_key("kiosk") == ""


def test_folder_is_tried_before_the_code_is_spent(
    secure: RunningServer, made: Issued, state: Path
) -> None:
    invite(secure)
    state.write_text("not a folder")
    with pytest.raises(KeyNotKept):
        enrol("kiosk", secure.base_url, "", CODE, str(made.ca))
    state.unlink()
    assert enrol("kiosk", secure.base_url, "", CODE, str(made.ca))


def test_kept_file_that_holds_no_key() -> None:
    key_file("kiosk").parent.mkdir(parents=True)
    key_file("kiosk").write_text("{}")
    with pytest.raises(FileUnreadable, match="holds no key"):
        kept_key("kiosk")


def test_authority_that_is_none(tmp_path: Path) -> None:
    path = tmp_path / "ca.pem"
    for trust in (context_of, qt_configuration_of):
        with pytest.raises(FileUnreadable, match="No such file"):
            trust(str(path))
    path.write_text("no certificate")
    for trust in (context_of, qt_configuration_of):
        with pytest.raises(FileUnreadable, match="no certificate in PEM"):
            trust(str(path))


def test_pulse_tells_program_and_problems(
    secure: RunningServer, made: Issued, qtbot: QtBot
) -> None:
    client = RestClient(secure.base_url, secure.keys["kiosk"], ca=str(made.ca))
    client.problems = lambda: ["printer_away"]
    Pulse(client, "kiosk")
    client.start()

    def problems() -> tuple[str, ...]:
        found = secure.house.devices.by_key(secure.keys["kiosk"])
        return found.problems if found else ()

    qtbot.waitUntil(lambda: problems() == ("printer_away",))
    client.stop()
