"""A branch server's answers wait until somebody else knows what they tell."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from shared.domain.errors import LobbyError
from shared.protocol.device import Heartbeat
from shared.protocol.journal import Journal
from shared.protocol.shipping import Position
from shared.protocol.stand_in import StandInState
from shared.server.charge.timing import ChargeTiming
from shared.server.duty.branch import BranchDuty
from shared.server.duty.remembered import GIVEN_UP_MOST
from shared.services import journals
from shared.services.charge import waive
from shared.services.decision import Decision
from shared.services.lobby import Lobby
from shared.store.branch import Days, claim_branch
from shared.store.engine import Database
from shared.store.migrate import migrate
from shared.store.standing import read_standing
from shared.store.unit_of_work import unit_of_work
from tests.support.lobby import BRANCH, carry_out, issue, open_lobby
from tests.support.server import morning


class Told:
    """What came of it."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def tell(self) -> None:
        self.said.append("told")

    def answer(self, error: LobbyError | None) -> None:
        self.said.append("done" if error is None else error.code)


class Running:
    """Milliseconds that a test turns on."""

    now_ms = 1_000_000

    def __call__(self) -> int:
        return self.now_ms


@pytest.fixture
def duty(tmp_path: Path) -> BranchDuty:
    database = Database(tmp_path / "b.db")
    migrate(database)
    claim_branch(database, BRANCH, Days.PRACTICE)
    made = BranchDuty(database, BRANCH, "http://x", ChargeTiming(), Running())
    made.refusal(open_lobby())
    made.begin_copy(1)
    made.unsent.recall(list)
    return made


def says(duty: BranchDuty, last: int, term: str = "") -> StandInState:
    return StandInState(beat=duty.charge.beats.make(), term=term, known=Position(last=last))


def written(duty: BranchDuty, lobby: Lobby) -> Told:
    told = Told()
    before = lobby.branch.sequence
    decision = issue()(lobby, morning().now_us())
    entries = lobby.take(decision.events)
    assert entries[0].sequence == before + 1
    duty.written({BRANCH: entries}, [], told.tell, told.answer)
    return told


def test_told_when_the_stand_in_has_it(duty: BranchDuty) -> None:
    lobby = open_lobby()
    duty.charge.hear_counter("1", duty.charge.beats.make())
    duty._quorums.settle(1, frozenset({"1"}))
    told = written(duty, lobby)
    assert told.said == []
    duty.hear(says(duty, lobby.branch.sequence - 1))
    assert told.said == []
    duty.hear(says(duty, lobby.branch.sequence))
    assert told.said == ["told", "done"]


def test_told_when_most_counters_know_it(duty: BranchDuty) -> None:
    lobby = open_lobby()
    duty._quorums.settle(1, frozenset({"1", "2"}))
    told = written(duty, lobby)
    for counter in ("1", "2"):
        assert told.said == []
        beat = duty.heartbeat(Heartbeat(program="p"), is_counter=True).beat
        said = Heartbeat(program="p", counter=counter, beat=beat, sequence=lobby.branch.sequence)
        duty.heartbeat(said, is_counter=True)
    assert told.said == ["told", "done"]


def test_uncertain_after_a_while_and_told_all_the_same_later(duty: BranchDuty) -> None:
    lobby = open_lobby()
    duty._quorums.settle(1, frozenset({"1"}))
    told = written(duty, lobby)
    Running.now_ms += 3_000
    duty.release()
    assert told.said == ["not_confirmed"]
    again = Told()
    duty.written({}, [], again.tell, again.answer)  # the same again, under the same key
    assert again.said == []
    duty.hear(says(duty, lobby.branch.sequence))
    assert (told.said, again.said) == (["not_confirmed", "told"], ["told", "done"])


def again_of(duty: BranchDuty) -> BranchDuty:
    """The same branch server after a restart."""
    return BranchDuty(duty._database, BRANCH, "http://x", ChargeTiming(), Running())


def test_a_repeated_answer_waits_after_a_restart_too(duty: BranchDuty) -> None:
    lobby = open_lobby()
    carry_out(lobby, issue()(lobby, morning().now_us()))
    again, told = again_of(duty), Told()
    again.refusal(lobby)
    again._quorums.settle(1, frozenset({"1"}))
    again.unsent.recall(list)
    again.written({}, [], told.tell, told.answer)
    assert told.said == []
    again.hear(says(again, lobby.branch.sequence))
    assert told.said == ["told", "done"]


def test_a_term_ends_the_charge_until_it_is_absorbed(duty: BranchDuty) -> None:
    lobby = open_lobby()
    duty.hear(says(duty, 1))
    assert duty.refusal(lobby) is None
    duty.hear(says(duty, 1, term="t"))
    assert duty.refusal(lobby) is not None
    duty.absorbed("t")
    duty.hear(says(duty, 1, term="t"))
    assert duty.refusal(lobby) is None


def logged(duty: BranchDuty, lobby: Lobby, decision: Decision) -> None:
    with unit_of_work(duty._database) as work:
        work.append(BRANCH, lobby.take(decision.events), "")


def test_an_absorbed_term_without_entries_fences_nobody_after_a_restart(duty: BranchDuty) -> None:
    lobby = open_lobby()
    told = Journal.model_construct(source="t", first=1, entries=())
    now_us = morning().now_us()
    logged(duty, lobby, journals.take(lobby, now_us, told, "t", journals.of_stand_in))
    again = again_of(duty)
    again.refusal(lobby)
    again.heartbeat(Heartbeat(program="p", counter="1", term="t"), is_counter=True)
    again.hear(says(again, 1))
    assert again.refusal(lobby) is None


def test_a_waived_term_does_not_come_back_after_a_restart(duty: BranchDuty) -> None:
    lobby = open_lobby()
    logged(duty, lobby, waive(lobby, morning().now_us(), "boss", duty.view, frozenset({"t"})))
    again = again_of(duty)
    again.refusal(lobby)
    again.heartbeat(Heartbeat(program="p", counter="1", term="t"), is_counter=True)
    again.hear(says(again, 1))
    assert again.refusal(lobby) is None


def test_a_waived_term_does_not_come_back_with_a_counter(duty: BranchDuty) -> None:
    lobby = open_lobby()
    said = Heartbeat(program="p", counter="1", term="t")
    duty.heartbeat(said, is_counter=True)
    assert duty.waive(datetime.now(UTC)) == {"t"}
    duty.hear(says(duty, 1))
    duty.heartbeat(said, is_counter=True)
    assert duty.refusal(lobby) is None
    duty.hear(says(duty, 1, term="t"))
    assert duty.refusal(lobby) is not None


def test_a_term_first_told_after_a_waiver_does_not_come_back_after_a_restart(
    duty: BranchDuty,
) -> None:
    lobby = open_lobby()
    duty.waive(datetime.now(UTC))
    said = Heartbeat(program="p", counter="1", term="late")
    duty.heartbeat(said, is_counter=True)
    duty.begin_copy(1)
    again = again_of(duty)
    again.refusal(lobby)
    again.heartbeat(said, is_counter=True)
    again.hear(says(again, 1))
    assert again.refusal(lobby) is None
    again.hear(says(again, 1, term="late"))  # it lives after all
    assert again.refusal(lobby) is not None


def keeps(duty: BranchDuty, term: str) -> bool:
    """Whether a counter that keeps this term is heard."""
    lobby = open_lobby()
    said = Heartbeat(program="p", counter="1", term=term)
    duty.heartbeat(said, is_counter=True)
    duty.hear(says(duty, 1))
    return duty.refusal(lobby) is not None


def test_a_term_that_lives_after_all_is_not_given_up_after_a_restart(duty: BranchDuty) -> None:
    duty.waive(datetime.now(UTC))
    duty.heartbeat(Heartbeat(program="p", counter="1", term="late"), is_counter=True)
    duty.hear(says(duty, 1, term="late"))
    again = again_of(duty)
    again.refusal(open_lobby())
    assert keeps(again, "late")


def test_a_term_of_the_log_that_lives_after_all_is_not_given_up_either(duty: BranchDuty) -> None:
    lobby = open_lobby()
    logged(duty, lobby, waive(lobby, morning().now_us(), "boss", duty.view, frozenset({"t"})))
    again = again_of(duty)
    again.refusal(lobby)
    again.hear(says(again, 1, term="t"))
    third = again_of(again)
    third.refusal(lobby)
    assert keeps(third, "t")
    logged(third, lobby, waive(lobby, morning().now_us(), "boss", third.view, frozenset({"t"})))
    fourth = again_of(third)
    fourth.refusal(lobby)
    assert not keeps(fourth, "t")  # somebody has decided so since


def test_only_counters_tell_of_terms_and_not_without_end(duty: BranchDuty) -> None:
    duty.waive(datetime.now(UTC))
    duty.heartbeat(Heartbeat(program="p", term="screen"), is_counter=False)
    duty.heartbeat(Heartbeat(program="p", counter="1", term="screen"), is_counter=False)
    assert read_standing(duty._database, BRANCH).terms == ()
    for number in range(GIVEN_UP_MOST + 10):
        said = Heartbeat(program="p", counter="1", term=f"t{number}")
        duty.heartbeat(said, is_counter=True)
        duty._memory.give_up(said.term)  # once more
    terms = [name for name, _ in read_standing(duty._database, BRANCH).terms]
    assert terms == [f"t{number}" for number in range(GIVEN_UP_MOST)]


def test_what_the_other_decided_is_taken_only_while_it_waits(duty: BranchDuty) -> None:
    lobby = open_lobby()
    assert duty.refusal(lobby, is_absorbing=True) is not None
    duty.handed(duty.charge.beats.make())
    assert duty.refusal(lobby, is_absorbing=True) is None
    Running.now_ms += 10_000
    assert duty.refusal(lobby, is_absorbing=True) is not None


def test_a_person_does_without_until_it_answers(duty: BranchDuty) -> None:
    lobby = open_lobby()
    carry_out(lobby, issue()(lobby, morning().now_us()))
    duty._quorums.settle(1, frozenset({"1"}))
    assert duty.refusal(lobby) is not None
    duty.waive(datetime.now(UTC))
    assert duty.refusal(lobby) is None
    duty.hear(says(duty, 1, term="t"))
    assert duty.refusal(lobby) is not None
