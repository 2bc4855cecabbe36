"""Notices of the profile put up on the board, over HTTP."""

from pathlib import Path

from shared.config.board_tables import NoticeTable
from shared.config.load import load_profile
from shared.config.profile import Text
from shared.protocol.lobby import LobbyView
from shared.server.clock import ManualClock
from shared.store.verify import verify_branch
from tests.support.server import RunningServer, running_server

VAN = NoticeTable(id="van", text=Text(zh="运钞车到，请稍候", en="Cash van here, please wait"))


def shown(server: RunningServer) -> list[str]:
    """What the board is told to show."""
    view = LobbyView.model_validate_json(server.client("board").get("lobby").content)
    return [each.notice for each in view.notices]


def test_the_lead_puts_it_up_and_it_comes_down_by_itself(tmp_path: Path) -> None:
    profile = load_profile("neighbourhood").model_copy(update={"notices": (VAN,)})
    with running_server(tmp_path, profile) as server:
        lead = server.client("lead", "lead")
        answer = lead.post("notices", json={"notice": "van", "minutes": 20})
        assert [each["notice"] for each in answer.json()["notices"]] == ["van"]
        assert shown(server) == ["van"]
        assert isinstance(server.clock, ManualClock)
        server.clock.advance(20 * 60_000_000)
        assert shown(server) == []
        lead.post("notices", json={"notice": "van"})
        taken_down = lead.post("notices", json={"notice": "van", "is_on": False})
        assert taken_down.json() == {"notices": []}
        told = [
            each
            for each in lead.get("log").json()["events"]
            if each["kind"] == "board.notice_changed"
        ]
        assert [each["data"]["until_us"] is None for each in told] == [False, False, True]
        assert verify_branch(server.house.database, server.branch).sentences == []


def test_only_words_that_the_profile_has(tmp_path: Path) -> None:
    profile = load_profile("neighbourhood").model_copy(update={"notices": (VAN,)})
    with running_server(tmp_path, profile) as server:
        refused = server.client("lead", "lead").post("notices", json={"notice": "party"})
        assert (refused.status_code, refused.json()["code"]) == (409, "notice_unknown")
        assert "van" in refused.json()["detail"]
