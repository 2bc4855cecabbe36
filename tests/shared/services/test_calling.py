"""Out of order, for those who may."""

import pytest

from shared.domain.errors import CounterAlreadyOpen, RoleForbidden
from shared.protocol.command import CallTicket
from shared.protocol.lobby import NextResult
from shared.services import attendance, calling
from shared.services.actor import Actor
from shared.services.lobby import Lobby
from tests.support.lobby import ANNA, BERT, LEAD, carry_out, issued, open_lobby
from tests.support.server import morning

NOW = morning().now_us()


@pytest.fixture
def lobby() -> Lobby:
    """Two wait, Anna sits at counter 1."""
    lobby = open_lobby()
    carry_out(lobby, attendance.open_counter(lobby, NOW, "1", ANNA))
    return lobby


def pick(lobby: Lobby, actor: Actor) -> str:
    """The second of two is called to counter 1; its number."""
    _, second = issued(lobby, NOW), issued(lobby, NOW)
    request = CallTicket(ticket=second, reason="help")
    answer = carry_out(lobby, calling.call_picked(lobby, NOW, "1", request, actor))
    assert isinstance(answer, NextResult)
    return answer.ticket.number


def test_lead_picks_and_the_teller_does_not(lobby: Lobby) -> None:
    with pytest.raises(RoleForbidden):
        pick(lobby, ANNA)
    assert pick(lobby, LEAD) == "A004"
    assert lobby.branch.counters["1"].staff == "anna"


def test_teller_picks_where_the_profile_lets_her_at_her_own_counter(lobby: Lobby) -> None:
    table = lobby.profile.calling.model_copy(update={"tellers_may_pick": True})
    lobby.profile = lobby.profile.model_copy(update={"calling": table})
    with pytest.raises(CounterAlreadyOpen):
        pick(lobby, BERT)
    assert pick(lobby, ANNA) == "A004"
