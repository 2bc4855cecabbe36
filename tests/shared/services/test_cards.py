"""What a counter's screen may know of who stands there."""

from shared.domain import event as kinds
from shared.domain.advising import advise
from shared.domain.event import Event
from shared.protocol.card import CustomerCard
from shared.protocol.event import to_datetime
from shared.services import attendance, calling
from shared.services.cards import card_at
from tests.support.lobby import ANNA, MINUTE_US, carry_out, issued, open_lobby
from tests.support.server import morning

NOW = morning().now_us()


def test_nobody_there_nothing_known() -> None:
    assert card_at(open_lobby(), "1") is None


def test_what_was_said_at_the_door_and_promised_is_on_the_card_of_that_counter() -> None:
    lobby = open_lobby()
    carry_out(lobby, attendance.open_counter(lobby, NOW, "1", ANNA))
    ticket = issued(lobby, NOW, "cash")
    advice = advise(
        lobby.branch,
        NOW,
        service="cash",
        segment="ordinary",
        offered=("counter",),
        taken="counter",
        ticket=ticket,
        missing=("card-or-passbook",),
    )
    window = {"from_us": NOW + 5 * MINUTE_US, "until_us": NOW + 9 * MINUTE_US, "basis": 1}
    lobby.take([*advice, Event(kinds.PROMISE_MADE, NOW, NOW, ticket, "", "", dict(window))])
    carry_out(lobby, calling.call_next(lobby, NOW + MINUTE_US, "1", ANNA))
    assert card_at(lobby, "1") == CustomerCard(
        ticket=ticket,
        missing=("card-or-passbook",),
        is_advised=True,
        promised_from=to_datetime(NOW + 5 * MINUTE_US),
        promised_by=to_datetime(NOW + 9 * MINUTE_US),
    )
    assert card_at(lobby, "2") is None
