"""What a stand-in leaves to the branch server."""

import pytest

from shared.config.load import load_profile
from shared.domain.refused import NotByStandIn
from shared.protocol.journal import LeaseNumbers
from shared.services import journals, publication
from shared.services.lobby import Lobby


@pytest.fixture
def standing_in() -> Lobby:
    lobby = Lobby(load_profile("neighbourhood"))
    lobby.branch.holder = "stand-in"
    return lobby


def test_a_stand_in_lends_no_numbers(standing_in: Lobby) -> None:
    with pytest.raises(NotByStandIn):
        journals.lend_numbers(standing_in, 0, LeaseNumbers(), "kiosk")


def test_a_stand_in_publishes_no_profile(standing_in: Lobby) -> None:
    with pytest.raises(NotByStandIn):
        publication.publish(standing_in, 0, load_profile("neighbourhood"))
