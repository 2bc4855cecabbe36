"""What a branch server sends to its stand-in, where what is kept is lost sight of in between."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from shared.config.settings import ServerSettings
from shared.protocol.shipping import Position
from shared.protocol.stand_in import CopiedAnswer, CopyLines, StandInState
from shared.server.charge.timing import ChargeTiming
from shared.server.duty.pusher import PushingBranch
from shared.server.duty.unsent import Unsent
from shared.store.lines import position
from tests.support.lobby import BRANCH, issue, running_writer
from tests.support.server import morning


class Doubtful(Unsent):
    """The writer loses the queue right after the first recall."""

    is_lost = False

    def recall(self, read: Callable[[], Sequence[CopiedAnswer]]) -> None:
        super().recall(read)
        if not self.is_lost:
            self.is_lost = True
            self.lose()


def test_no_line_goes_without_the_answer_to_its_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[tuple[list[int], list[str]]] = []

    def ask(_kind: object, _method: str, _path: str, told: CopyLines) -> StandInState:
        lines = told.lines.lines
        sent.append(([line.sequence for line in lines], [each.key for each in told.answers]))
        return StandInState(beat=told.beat, known=Position(last=lines[-1].sequence))

    with running_writer(tmp_path / "b.db") as running:
        running.run(issue(), "issued-01", "d")
        last = position(running.database, BRANCH).last
        settings = ServerSettings(stand_in="http://127.0.0.1:9")
        duty = PushingBranch(settings, running.database, BRANCH, ChargeTiming(), morning())
        monkeypatch.setattr(duty.line, "ask", ask)
        duty.unsent = Doubtful()
        duty._last = last
        duty._send_lines(StandInState(beat=duty.beat(), known=Position()))
        assert sent == [(list(range(1, last + 1)), ["issued-01"])]
        assert duty.unsent.is_told(0)
