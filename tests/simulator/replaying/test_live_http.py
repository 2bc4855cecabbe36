"""A day over HTTP with everything in it, replayed: every call follows from the rules that held."""

import json
from pathlib import Path

import pytest

from shared.domain.event import TICKET_CALLED, TICKET_ISSUED, Event
from shared.reports.event_log import save_log
from tests.simulator.command_line import lobby
from tests.simulator.replaying.live_http import NOON, live_http_day
from tests.support.profiles import NEIGHBOURHOOD

Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Event], dict[str, int]]:
    """The day's log, and what was done."""
    return live_http_day(tmp_path_factory.mktemp("live"), seed=4)


def test_the_day_has_everything_in_it(live: tuple[list[Event], dict[str, int]]) -> None:
    """Or the replay proves less than it says."""
    events, done = live
    asked = {"issue", "next", "close", "hold", "resume", "transfer", "recall", "no-show"}
    assert set(done) >= asked | {"call out of order", "lease", "journal", "publish"}
    late = [e for e in events if e.kind == TICKET_ISSUED and e.recorded_us - e.at_us > 60_000_000]
    assert len(late) == 8
    called = {event.ticket for event in events if event.kind == TICKET_CALLED}
    assert {event.ticket for event in late} <= called


def test_every_call_is_reproduced(
    capsys: Capture, tmp_path: Path, live: tuple[list[Event], dict[str, int]]
) -> None:
    """By the command, as an auditor would; under another policy some calls differ."""
    events, _ = live
    save_log(tmp_path / "live.csv", events)
    words = ["sim", "replay", "--log", tmp_path / "live.csv", "--json", "-"]
    for name, profile in (("morning", NEIGHBOURHOOD), ("noon", NOON)):
        file = tmp_path / f"{name}.json"
        file.write_text(profile.model_dump_json(by_alias=True), encoding="utf-8")
        words += ["--profile", file]
    code, out, err = lobby(capsys, *words, "--preset", "strict")
    figures = json.loads(out)
    assert (code, err, figures["wrong"]) == (0, "", [])
    calls = sum(event.kind == TICKET_CALLED for event in events)
    assert figures["calls"] == figures["calls_that_follow_from_the_rules"] == calls > 60
    assert 0 < figures["calls_otherwise_in_the_same_state"] < calls


def test_without_the_policy_of_noon_the_afternoon_is_not_believed(
    capsys: Capture, tmp_path: Path, live: tuple[list[Event], dict[str, int]]
) -> None:
    """The profile that was published has to be given."""
    events, _ = live
    save_log(tmp_path / "live.csv", events)
    (tmp_path / "morning.json").write_text(
        NEIGHBOURHOOD.model_dump_json(by_alias=True), encoding="utf-8"
    )
    words = ["--log", tmp_path / "live.csv", "--profile", tmp_path / "morning.json"]
    code, out, err = lobby(capsys, "sim", "replay", *words)
    assert (code, out) == (1, "")
    assert "noon" in err
