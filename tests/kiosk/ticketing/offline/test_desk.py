"""The kiosk's own desk: numbers fetched in contact, tickets kept, told, and never given twice."""

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.ticketing.offline.desk import OwnDesk
from shared.client.ports import Failure
from shared.domain.errors import LobbyError
from shared.domain.refused import NumbersUsedUp
from shared.protocol.command import IssueTicket
from shared.protocol.journal import Journal, JournalTaken, NumberLease
from tests.support import view
from tests.support.fake_client import FakeClient

CASH = IssueTicket(service="cash")
KILLS = 6
GIVER = """
import sys
from pathlib import Path
from kiosk.ticketing.offline.desk import OwnDesk
from shared.protocol.command import IssueTicket
from tests.support import view
from tests.support.fake_client import FakeClient

client = FakeClient()
client.is_online = False
desk = OwnDesk(client, Path(sys.argv[1]), "key")
assert desk.can_issue
while True:
    sys.stdout.write(desk.issue(IssueTicket(service="cash")).number + "\\n")
    sys.stdout.flush()
"""

DeskMaker = Callable[..., OwnDesk]


@pytest.fixture
def client(qapp: object) -> FakeClient:
    made = FakeClient()
    made.clock = view.NOW.astimezone(view.BRANCH_ZONE)
    return made


@pytest.fixture
def make_desk(client: FakeClient, tmp_path: Path) -> Iterator[DeskMaker]:
    """Desks of one kiosk, one after the other."""
    made: list[OwnDesk] = []

    def make(folder: Path | None = tmp_path, holder: str = "key") -> OwnDesk:
        if made:
            made[-1].close()
        made.append(OwnDesk(client, folder, holder))
        return made[-1]

    yield make
    made[-1].close()


@pytest.fixture
def desk(client: FakeClient, make_desk: DeskMaker, qtbot: QtBot) -> OwnDesk:
    """A desk with a block of numbers, whose server has just gone."""
    made = make_desk()
    qtbot.waitUntil(lambda: made.can_issue)
    client.go(online=False)
    return made


def numbers(desk: OwnDesk, count: int) -> list[str]:
    return [desk.issue(CASH).number for _ in range(count)]


def test_numbers_are_fetched_at_the_first_contact(
    client: FakeClient, make_desk: DeskMaker, qtbot: QtBot
) -> None:
    client.is_online = False
    desk = make_desk()
    assert (client.calls, desk.problems) == ([], ("numbers_missing",))
    with pytest.raises(NumbersUsedUp):
        desk.issue(CASH)
    client.go(online=True)
    qtbot.waitUntil(lambda: desk.can_issue)
    assert len(client.calls_of("lease_numbers")) == 1


def test_a_lease_that_cannot_be_is_not_taken(
    client: FakeClient, make_desk: DeskMaker, qtbot: QtBot
) -> None:
    client.answers["lease_numbers"] = NumberLease(first=1, last=50)
    desk = make_desk()
    with qtbot.waitSignal(desk.changed):
        pass
    assert not desk.can_issue


def test_tickets_go_on_after_a_restart_and_are_told_once(
    client: FakeClient, desk: OwnDesk, make_desk: DeskMaker, qtbot: QtBot
) -> None:
    assert numbers(desk, 3) == ["A801", "A802", "A803"]
    again = make_desk()
    assert numbers(again, 2) == ["A804", "A805"]
    client.go(online=True)
    qtbot.waitUntil(lambda: again.reporter is not None and not again.reporter.is_behind)
    (told,) = (call[0] for call in client.calls_of("send_journal"))
    assert isinstance(told, Journal)
    assert (told.first, [e.data["number"] for e in told.entries]) == (
        1,
        ["A801", "A802", "A803", "A804", "A805"],
    )
    client.go(online=False)
    assert numbers(make_desk(), 1) == ["A806"]


def test_what_a_server_has_not_taken_is_told_again(
    client: FakeClient, desk: OwnDesk, qtbot: QtBot
) -> None:
    numbers(desk, 3)
    client.answers["send_journal"] = JournalTaken(last=2, taken=2, known=0, kept=0)
    client.go(online=True)
    qtbot.waitUntil(lambda: len(client.calls_of("send_journal")) >= 2)
    assert desk.reporter is not None
    assert desk.reporter.is_behind
    second = client.calls_of("send_journal")[1][0]
    assert isinstance(second, Journal)
    assert (second.first, len(second.entries)) == (3, 1)


def test_an_answer_that_claims_too_much_deletes_nothing_untold(
    client: FakeClient, desk: OwnDesk, qtbot: QtBot
) -> None:
    numbers(desk, 2)
    client.is_holding = True
    client.go(online=True)
    client.go(online=False)
    numbers(desk, 1)
    client.settle("send_journal", JournalTaken(last=10**6, taken=9, known=0, kept=0))
    assert desk.reporter is not None
    assert desk.reporter.is_behind


def test_a_server_that_is_not_in_charge_is_told_nothing(
    client: FakeClient, desk: OwnDesk, qtbot: QtBot
) -> None:
    numbers(desk, 1)
    client.listen("stand_in", in_charge=False)
    client.go(online=True)
    qtbot.wait(20)
    assert client.calls_of("send_journal") == []
    client.listen("stand_in")
    qtbot.waitUntil(lambda: len(client.calls_of("send_journal")) == 1)


def test_the_block_ends(desk: OwnDesk) -> None:
    assert numbers(desk, 100)[-1] == "A900"
    with pytest.raises(NumbersUsedUp):
        desk.issue(CASH)
    assert desk.issue(IssueTicket(service="account")).number == "B801"


def test_another_program_in_the_folder_gives_nothing(
    desk: OwnDesk, tmp_path: Path, client: FakeClient
) -> None:
    second = OwnDesk(client, tmp_path, "key")
    assert not second.can_issue
    second.close()


def test_another_device_has_no_numbers_and_tells_what_is_left(
    client: FakeClient, desk: OwnDesk, make_desk: DeskMaker, qtbot: QtBot
) -> None:
    numbers(desk, 2)
    enrolled_anew = make_desk(holder="another key")
    assert not enrolled_anew.can_issue
    client.answers["lease_numbers"] = NumberLease(first=901, last=950)
    client.go(online=True)
    qtbot.waitUntil(lambda: enrolled_anew.can_issue)
    qtbot.waitUntil(lambda: len(client.calls_of("send_journal")) == 1)
    client.go(online=False)
    assert numbers(enrolled_anew, 1) == ["A901"]


def test_a_full_disk_gives_no_number(
    desk: OwnDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("shared.client.offline.journal_file._write_at", full)
    with pytest.raises(LobbyError) as refusal:
        desk.issue(CASH)
    assert refusal.value.code == "not_kept"
    monkeypatch.undo()
    assert numbers(desk, 1) == ["A801"]


def test_damage_is_told_and_gives_no_number(
    client: FakeClient, desk: OwnDesk, make_desk: DeskMaker, tmp_path: Path
) -> None:
    numbers(desk, 3)
    (path,) = tmp_path.glob("*.journal")
    path.write_bytes(path.read_bytes().replace(b"A802", b"A809"))
    damaged = make_desk()
    assert (damaged.can_issue, damaged.problems) == (False, ("journal_damaged",))


def test_what_is_suspended_is_known_over_a_restart(
    client: FakeClient, make_desk: DeskMaker
) -> None:
    make_desk()
    lobby = view.lobby()
    client.show(lobby)
    assert client.memory.known.day == lobby.day


def test_without_a_folder_nothing_is_given(client: FakeClient, make_desk: DeskMaker) -> None:
    desk = make_desk(folder=None)
    assert (desk.can_issue, desk.problems, client.calls) == (False, (), [])


def test_the_address_of_phone_pages_is_learned(desk: OwnDesk, client: FakeClient) -> None:
    desk.learn(view.issued("A027"))
    assert client.memory.known.phone_base == "http://branch.example.com/t/"
    assert desk.issue(CASH).phone_url.startswith("http://branch.example.com/t/")


def test_no_number_is_given_twice_however_often_the_kiosk_is_killed(
    client: FakeClient, make_desk: DeskMaker, tmp_path: Path, qtbot: QtBot
) -> None:
    client.answers["lease_numbers"] = NumberLease(first=801, last=99_999)
    desk = make_desk()
    qtbot.waitUntil(lambda: desk.can_issue)
    desk.close()
    given: list[str] = []
    for run in range(KILLS):
        giver = subprocess.Popen(
            [sys.executable, "-c", GIVER, str(tmp_path)], stdout=subprocess.PIPE
        )
        assert giver.stdout is not None
        given += [giver.stdout.readline().decode().strip() for _ in range(1 + run % 3)]
        giver.send_signal(signal.SIGKILL)
        given += giver.stdout.read().decode().split()
        giver.wait()
        giver.stdout.close()
    assert len(given) == len(set(given)) >= KILLS


def test_a_refused_request_for_numbers_is_no_end(
    client: FakeClient, make_desk: DeskMaker, qtbot: QtBot
) -> None:
    client.answers["lease_numbers"] = Failure("role_forbidden", "no")
    desk = make_desk()
    qtbot.waitUntil(lambda: len(client.calls_of("lease_numbers")) == 1)
    assert not desk.can_issue
