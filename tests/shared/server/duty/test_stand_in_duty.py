"""What a stand-in knows again after a restart."""

from pathlib import Path

from shared.protocol.device import Heartbeat
from shared.server.charge.timing import ChargeTiming
from shared.server.duty.stand_in import StandInDuty
from shared.server.hub import Hub
from shared.store.branch import Days, claim_branch
from shared.store.engine import Database
from shared.store.migrate import migrate
from shared.store.standing import Standing, remember
from shared.store.writer import Writer
from tests.support.lobby import BRANCH
from tests.support.server import morning


def started(database: Database) -> StandInDuty:
    made = StandInDuty(database, BRANCH, ChargeTiming(), lambda: 1_000_000)
    writer = Writer(database, {}, morning(), lambda _branch, _entries: None, {}, made)
    made.join(writer, Hub())
    return made


def test_who_keeps_the_term_is_bound_by_it_after_a_restart(tmp_path: Path) -> None:
    database = Database(tmp_path / "s.db")
    migrate(database)
    claim_branch(database, BRANCH, Days.PRACTICE)
    base = frozenset({"1", "2"})
    remember(database, BRANCH, Standing(base=base, terms=(("t", 5),)))
    duty = started(database)
    for counter in ("2", "3"):
        said = Heartbeat(program="p", counter=counter, term="t")
        duty.heartbeat(said, is_counter=True)
    again = started(database)
    assert again.charge.term is not None
    assert again.charge.term.sworn == {"2"}
    beat = again.heartbeat(Heartbeat(program="p"), is_counter=True).beat
    again.heartbeat(Heartbeat(program="p", counter="1", beat=beat, term="t"), is_counter=True)
    assert again.charge.is_held(frozenset({"1"}))
