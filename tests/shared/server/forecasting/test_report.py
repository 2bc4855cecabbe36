"""Windows are scored from the log, and teach the next day's."""

import json
from pathlib import Path

import pytest

from shared.cli.main import main
from shared.protocol.command import IssueTicket
from shared.rollout.windows.conformal import LEAST, Raw
from shared.rollout.windows.quoted import Foretold, Quoted
from shared.server.forecasting.lessons import correction_of
from shared.server.forecasting.scorer import Scorer
from shared.server.ids import RandomIds
from shared.services import attendance, calling, ticketing
from shared.services.decision import Decision
from shared.services.lobby import Lobby
from shared.store.window_score import days_to_score, keep_score, kept_scores
from tests.support.lobby import ANNA, BRANCH, RunningWriter, running_writer
from tests.support.waiting import soon

#: So many tickets are called inside their window, and so many after it.
HELD, LATE = LEAST, 20
STEP_US = 3_000_000
DAY_US = 86_400_000_000


def issue_promised(branch: RunningWriter) -> None:
    """A ticket that is promised a call in 6 to 18 seconds; the plain estimate says 9."""

    def decide(lobby: Lobby, now_us: int) -> Decision:
        raw = Raw(now_us + 2 * STEP_US, now_us + 4 * STEP_US, now_us + 6 * STEP_US)
        quoted = Quoted(raw, raw, len(lobby.branch.waiting), 0, now_us + 3 * STEP_US)
        told = Foretold(BRANCH, lobby.branch.sequence, now_us, {("cash", "ordinary"): quoted})
        wish = IssueTicket(service="cash", segment="ordinary")
        return ticketing.issue(lobby, now_us, wish, RandomIds(), str, "", told)

    branch.run(decide)


def live(branch: RunningWriter, held: int = HELD, late: int = LATE) -> None:
    """A day at one counter at which everybody is called 15 seconds after coming, or 27."""
    branch.run(lambda lobby, now_us: attendance.open_counter(lobby, now_us, "1", ANNA))
    for number in range(held + late):
        issue_promised(branch)
        branch.clock.advance((5 if number < held else 9) * STEP_US)
        branch.run(lambda lobby, now_us: calling.call_next(lobby, now_us, "1", ANNA))
    issue_promised(branch)


def test_each_day_that_is_over_is_scored_once_by_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database = tmp_path / "b.db"
    with running_writer(database) as branch:
        day = branch.lobby().branch.day
        live(branch, held=4, late=1)
        scorer = Scorer(branch.database, [BRANCH])
        assert scorer.catch_up()
        assert kept_scores(branch.database, BRANCH, 30) == {}  # today is not over
        branch.clock.advance(DAY_US)
        branch.run(lambda lobby, now_us: attendance.open_counter(lobby, now_us, "1", ANNA))
        assert branch.lobby().branch.day != day
        scorer.notice(branch.published)
        scorer.start()
        soon(lambda: [*kept_scores(branch.database, BRANCH, 30)] == [day])
        scorer.stop()
        assert days_to_score(branch.database, BRANCH, 30) == []
        keep_score(branch.database, BRANCH, day, {})  # of two processes the first one's counts
    assert main(["report", "windows", "--database", str(database), "--json", "-"]) == 0
    anew = json.loads(capsys.readouterr().out)["days"][day]
    assert main(["report", "windows", "--database", str(database), "--kept", "--json", "-"]) == 0
    kept = json.loads(capsys.readouterr().out)
    assert kept["days"] == {day: anew}
    assert (kept["all"]["promises_called"], kept["all"]["inside_0_1"]) == (5, 0.8)
    assert main(["report", "windows", "--database", str(database), "--kept"]) == 0
    assert f"{day}         5" in capsys.readouterr().out


def test_a_day_is_scored_and_teaches(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    database = tmp_path / "b.db"
    with running_writer(database) as branch:
        assert correction_of(branch.database, BRANCH).learned == 0
        live(branch)
        day = branch.lobby().branch.day
        taught = correction_of(branch.database, BRANCH)
    assert taught.learned == HELD + LATE
    # one in ten came 15 s behind the middle or later: of a side of 6 s and the grain of 15 s
    assert taught.others.above == 15 / 21
    assert main(["report", "windows", "--database", str(database), "--json", "-"]) == 0
    found = json.loads(capsys.readouterr().out)
    mine = found["days"][day]
    assert mine["promises_called"] == HELD + LATE
    assert mine["promises_uncalled"] == 1
    assert mine["inside_0_1"] == HELD / (HELD + LATE)
    assert mine["withheld_0_1"] == 0
    assert mine["width_mean_s"] == 12
    # the plain estimate erred by six seconds for all that were held: no band is needed
    assert mine["plain_estimate_width_mean_s"] == 0
    assert found["all"] == mine
    assert main(["report", "windows", "--database", str(database), "--day", day]) == 0
    assert f"{day}       120" in capsys.readouterr().out
    assert main(["report", "windows", "--database", str(database), "--day", "2001-01-01"]) == 1


def test_an_odd_day_of_one_branch_leaves_the_others_their_scores(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scored: list[str] = []

    def days(_: object, branch: str, __: int) -> tuple[str, ...]:
        if branch == "odd":
            raise KeyError("a day of long ago")
        scored.append(branch)
        return ()

    monkeypatch.setattr("shared.server.forecasting.scorer.days_to_score", days)
    with running_writer(tmp_path / "b.db") as branch:
        assert not Scorer(branch.database, ["odd", BRANCH]).catch_up()
    assert scored == [BRANCH]
