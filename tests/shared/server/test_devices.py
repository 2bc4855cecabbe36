"""A device comes with a one-time code, gets its own key, and says how it is."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from shared.config.pace import Pace
from shared.server.limits import Limits
from tests.shared.server.test_bucket import Seconds
from tests.shared.server.test_commands import run
from tests.support.server import RunningServer


def enrol(server: RunningServer, code: str, **more: str) -> httpx.Response:
    return httpx.post(
        f"{server.url}/devices/enrol",
        json={"code": code, **more},
        headers={"Accept-Language": "en"},
        trust_env=False,
    )


def invite(server: RunningServer, code: str, minutes_ago: int = 0) -> None:
    at = datetime.now(UTC) - timedelta(minutes=minutes_ago)
    digest = server.house.pseudonyms.invitation(code)
    server.house.invitations.invite(digest, "kiosk", "door", at)


def test_code_of_the_command_opens_the_door_once(
    server: RunningServer, capsys: pytest.CaptureFixture[str]
) -> None:
    at = ("--database", server.house.database.path)
    code, said, more = run(capsys, "device", "invite", "--role", "kiosk", "--name", "door", *at)
    assert (code, len(said.strip())) == (0, 9)
    assert more == "Code for one kiosk, good for 15 minutes, shown only now:\n"
    answer = enrol(server, said.strip().lower().replace("-", " "))
    enrolled = answer.json()
    assert (answer.status_code, enrolled["name"], enrolled["role"]) == (201, "door", "kiosk")
    key = {"Authorization": f"Bearer {enrolled['key']}"}
    body = {"service": "cash"}
    issued = httpx.post(f"{server.url}/tickets", json=body, headers=key, trust_env=False)
    assert issued.status_code == 201
    again = enrol(server, said.strip())
    assert (again.status_code, again.json()["code"]) == (403, "enrolment_code_used")


def test_name_of_the_device_wins(server: RunningServer) -> None:
    invite(server, "ACDEFGHJ")
    assert enrol(server, "ACDEFGHJ", name="left door").json()["name"] == "left door"


@pytest.mark.parametrize(
    ("code", "minutes_ago", "refusal"),
    [
        ("ACDEFGHJ", 15, "enrolment_code_expired"),
        ("ACDEFGHJ", 26 * 60, "enrolment_code_expired"),
        ("ACDEFGHK", 0, "enrolment_code_unknown"),
        ("密码", 0, "enrolment_code_unknown"),
    ],
)
def test_code_that_opens_nothing(
    server: RunningServer, code: str, minutes_ago: int, refusal: str
) -> None:
    invite(server, "ACDEFGHJ", minutes_ago)
    answer = enrol(server, code)
    assert (answer.status_code, answer.json()["code"]) == (403, refusal)
    assert answer.json()["detail"].count(".") == 2 - ("see:" in answer.json()["detail"])


def test_old_invitations_are_cleared_away(server: RunningServer) -> None:
    invite(server, "ACDEFGHJ", 26 * 60)
    invite(server, "ACDEFGHK")
    assert enrol(server, "ACDEFGHJ").json()["code"] == "enrolment_code_unknown"


def test_wrong_codes_lock_the_door_for_a_while(server: RunningServer) -> None:
    clock = Seconds()
    settings = server.house.settings.model_copy(update={"limit_guesses": Pace(0.1, 2)})
    server.house.limits = Limits(settings, monotonic=clock)
    invite(server, "ACDEFGHJ")
    codes = [enrol(server, f"WRONG{n}").json()["code"] for n in range(3)]
    assert codes == ["enrolment_code_unknown"] * 2 + ["asked_too_often"]
    locked = enrol(server, "ACDEFGHJ")
    assert (locked.status_code, locked.headers["retry-after"]) == (429, "10")
    clock.now_s += 10
    assert enrol(server, "ACDEFGHJ").status_code == 201


def test_code_stands_nowhere_in_the_file(server: RunningServer) -> None:
    invite(server, "ACDEFGHJ")
    folder = server.house.database.path.parent
    assert b"ACDEFGHJ" not in b"".join(p.read_bytes() for p in folder.iterdir() if p.is_file())


def test_heartbeat_is_seen_in_the_list(
    server: RunningServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = datetime.now(UTC) - timedelta(seconds=1)
    body = {"program": "kiosk 0.1.0", "problems": ["printer_away"]}
    assert server.client("kiosk").post("devices/heartbeat", json=body).status_code == 200
    devices = server.client("admin").get("devices").json()["devices"]
    kiosk = next(device for device in devices if device["id"] == "kiosk-1")
    assert (kiosk["program"], kiosk["problems"]) == ("kiosk 0.1.0", ["printer_away"])
    assert before <= datetime.fromisoformat(kiosk["last_seen"]) <= datetime.now(UTC)
    assert [d["last_seen"] for d in devices if d["id"] != "kiosk-1"] == [None] * (len(devices) - 1)
    _, said, _ = run(capsys, "device", "list", "--database", server.house.database.path)
    line = next(line for line in said.splitlines() if line.startswith("kiosk-1"))
    assert line.endswith(", kiosk 0.1.0, problems: printer_away)")


def test_a_device_says_which_profile_it_runs_and_who_is_behind_is_listed(
    server: RunningServer, capsys: pytest.CaptureFixture[str]
) -> None:
    admin = server.client("admin")
    published = server.client("kiosk").get("config").json()["profile_hash"]
    for role, profile in (("kiosk", published), ("board", "0123456789abcdef"), ("rating", "")):
        body = {"program": role, "profile": profile}
        server.client(role).post("devices/heartbeat", json=body).raise_for_status()
    listed = {d["id"]: d for d in admin.get("devices").json()["devices"]}
    said = {
        device: (listed[device]["profile"], listed[device]["is_behind"])
        for device in ("kiosk-1", "board-1", "rating-1", "teller-1")
    }
    assert said == {
        "kiosk-1": (published, False),
        "board-1": ("0123456789abcdef", True),
        "rating-1": ("", False),
        "teller-1": ("", False),
    }
    _, told, _ = run(capsys, "device", "list", "--database", server.house.database.path)
    lines = {line.split()[0]: line for line in told.splitlines()}
    assert "0123456789abcdef (behind)" in lines["board-1"]
    assert f"profile {published})" in lines["kiosk-1"]


@pytest.mark.parametrize(
    "body",
    [
        {"program": "x" * 65},
        {"program": "a\nb"},
        {"program": "a", "problems": ["two words"]},
        {"program": "a", "problems": ["p"] * 17},
    ],
)
def test_heartbeat_that_is_none(server: RunningServer, body: dict[str, object]) -> None:
    assert server.client("kiosk").post("devices/heartbeat", json=body).status_code == 422
